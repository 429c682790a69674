" How .hub files are edited: two blanks, `#` comments, names with hyphens.
if exists("b:did_ftplugin") | finish | endif
let b:did_ftplugin = 1

setlocal commentstring=#\ %s
setlocal comments=:##,:#
setlocal formatoptions-=t formatoptions+=croql
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal iskeyword+=-
setlocal autoindent smartindent cinkeys=0},0],0),!^F,o,O
let b:undo_ftplugin = "setlocal commentstring< comments< formatoptions< expandtab< shiftwidth< softtabstop< iskeyword< autoindent< smartindent< cinkeys<"
