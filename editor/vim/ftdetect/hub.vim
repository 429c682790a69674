" Files that end in .hub are programs of hubc.
autocmd BufRead,BufNewFile *.hub setfiletype hub
