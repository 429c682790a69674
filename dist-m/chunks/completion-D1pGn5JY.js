import{a as e,f as t,n,p as r,r as i}from"./start-B35FooLn.js";function a(e){let n=e.map(({name:e})=>e).join(` `),r=e.flatMap(e=>t(e).flatMap(t=>t.choices===void 0?[]:[`    "${e.name} --${t.name}") words="${t.choices.join(` `)}" ;;`])),i=e.map(e=>`    ${e.name}) words="${t(e).map(({name:e})=>`--${e}`).join(` `)}" ;;`);return`# Completion of hubc for bash.
_hubc() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${n} --help --version" -- "$word")
    return
  fi
  if [ "$command" = help ]; then words="${n}"; fi
  if [ "$command" = completion ]; then words="bash zsh fish powershell"; fi
  case "$command $before" in
${r.join(`
`)}
  esac
  if [ -z "$words" ] && [[ $word == -* ]]; then
    case "$command" in
${i.map(e=>`  ${e}`).join(`
`)}
    esac
  fi
  if [ -n "$words" ]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"); fi
}
complete -o default -F _hubc hubc
`}function o(e){let n=e.map(({name:e})=>e).join(` `);return[`# Completion of hubc for fish.`,`complete -c hubc -n __fish_use_subcommand -f`,...e.map(({name:e,summary:t})=>`complete -c hubc -n __fish_use_subcommand -a ${e} -d ${c(t)}`),`complete -c hubc -n '__fish_seen_subcommand_from help' -f -a ${c(n)}`,`complete -c hubc -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish powershell'`,...e.flatMap(e=>t(e).map(t=>s(e,t))),``].join(`
`)}function s(e,{name:t,value:n,choices:r,doc:i}){let a=`complete -c hubc -n '__fish_seen_subcommand_from ${e.name}' -l ${t} -d ${c(i)}`;return n===void 0?a:r===void 0?`${a} -r`:`${a} -x -a ${c(r.join(` `))}`}function c(e){return`'${e.replace(/[\\']/g,`\\$&`)}'`}function l(e){let n=e.map(({name:e,summary:t})=>`    ${u(e)} = ${u(t)}`),r=e.map(e=>{let n=t(e).map(({name:e,doc:t})=>`${u(`--${e}`)} = ${u(t)}`);return`    ${u(e.name)} = [ordered]@{ ${n.join(`; `)} }`}),i=e.flatMap(e=>t(e).flatMap(t=>t.choices===void 0?[]:[`    ${u(`${e.name} --${t.name}`)} = @(${t.choices.map(u).join(`, `)})`]));return`# Completion of hubc for PowerShell.
Register-ArgumentCompleter -Native -CommandName hubc -ScriptBlock {
  param($word, $ast, $cursor)
  $commands = [ordered]@{
${n.join(`
`)}
  }
  $options = @{
${r.join(`
`)}
  }
  $choices = @{
${i.join(`
`)}
    'completion completion' = @('bash', 'zsh', 'fish', 'powershell')
  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  if ($typed.Count -le 1) { $found = $commands }
  elseif ($typed[1] -eq 'help') { $found = $commands }
  elseif ($choices.ContainsKey("$($typed[1]) $($typed[-1])")) {
    $found = [ordered]@{}
    $choices["$($typed[1]) $($typed[-1])"] | ForEach-Object { $found[$_] = $_ }
  }
  elseif ($word -like '-*' -and $options.ContainsKey($typed[1])) { $found = $options[$typed[1]] }
  else { return }
  $found.GetEnumerator() | Where-Object { $_.Key -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
  }
}
`}function u(e){return`'${e.replaceAll(`'`,`''`)}'`}function d(e){let n=e.map(({name:e,summary:t})=>`    ${m(`${e}:${t}`)}`),r=e.map(e=>{let n=[...t(e).map(f),...p(e)];return`    ${e.name}) _arguments ${n.map(m).join(` `)} ;;`});return`#compdef hubc
# Completion of hubc for zsh.
_hubc() {
  local -a commands
  commands=(
${n.join(`
`)}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    help) _describe command commands ;;
${r.join(`
`)}
  esac
}
if [ "$funcstack[1]" = "_hubc" ]; then _hubc "$@"; else compdef _hubc hubc; fi
`}function f({name:e,value:t,choices:n,doc:r,many:i}){let a=`${i===!0?`*`:``}--${e}[${r.replace(/[[\]\\:]/g,`\\$&`)}]`;return t===void 0?a:n===void 0?`${a}:${t}:_files`:`${a}:${t}:(${n.join(` `)})`}function p({name:e,arguments:t}){return e===`completion`?[`1:SHELL:(bash zsh fish powershell)`]:t.length===0?[]:[`*:PATH:_files`]}function m(e){return`'${e.replaceAll(`'`,`'\\''`)}'`}const h={bash:a,zsh:d,fish:o,powershell:l},g=e=>Object.hasOwn(h,e);async function _(t,a){let o=t.positionals[0]??``,s=o===`pwsh`?`powershell`:o;if(!g(s))throw new n(`There is no completion for ${r(o)}: ${Object.keys(h).join(`, `)} have one.`);return a.stdout(h[s](e)),i.fine}export{_ as run};
//# sourceMappingURL=completion-D1pGn5JY.js.map