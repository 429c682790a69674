// Completion for zsh, by its own function `_arguments`.

import { optionsOf } from "../arguments.ts";
import type { CommandSpec, OptionSpec } from "../command.ts";

/** The script: a function for a folder of `fpath`, which also works where it is sourced. */
export function zshCompletion(commands: readonly CommandSpec[]): string {
  const described = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const cases = commands.map((command) => {
    const words = [...optionsOf(command).map(optionWord), ...argumentWords(command)];
    return `    ${command.name}) _arguments ${words.map(quote).join(" ")} ;;`;
  });
  return `#compdef hubc
# Completion of hubc for zsh.
_hubc() {
  local -a commands
  commands=(
${described.join("\n")}
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
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_hubc" ]; then _hubc "$@"; else compdef _hubc hubc; fi
`;
}

function optionWord({ name, value, choices, doc, many }: OptionSpec): string {
  const again = many === true ? "*" : "";
  const described = `${again}--${name}[${doc.replace(/[[\]\\:]/g, "\\$&")}]`;
  if (value === undefined) return described;
  return choices === undefined ? `${described}:${value}:_files` : `${described}:${value}:(${choices.join(" ")})`;
}

/** All arguments may be paths. */
function argumentWords({ name, arguments: places }: CommandSpec): readonly string[] {
  if (name === "completion") return ["1:SHELL:(bash zsh fish powershell)"];
  return places.length === 0 ? [] : ["*:PATH:_files"];
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
