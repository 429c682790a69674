// Completion for bash 4 and later: words of the first place, options, and the choices of an option. Everything else is a path, which bash completes.

import { optionsOf } from "../arguments.ts";
import type { CommandSpec } from "../command.ts";

/** The script. Names and choices hold no blank and nothing that a shell reads. */
export function bashCompletion(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const choices = commands.flatMap((command) =>
    optionsOf(command).flatMap((option) =>
      option.choices === undefined
        ? []
        : [`    "${command.name} --${option.name}") words="${option.choices.join(" ")}" ;;`],
    ),
  );
  const options = commands.map(
    (command) =>
      `    ${command.name}) words="${optionsOf(command)
        .map(({ name }) => `--${name}`)
        .join(" ")}" ;;`,
  );
  return `# Completion of hubc for bash.
_hubc() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${names} --help --version" -- "$word")
    return
  fi
  if [ "$command" = help ]; then words="${names}"; fi
  if [ "$command" = completion ]; then words="bash zsh fish powershell"; fi
  case "$command $before" in
${choices.join("\n")}
  esac
  if [ -z "$words" ] && [[ $word == -* ]]; then
    case "$command" in
${options.map((line) => `  ${line}`).join("\n")}
    esac
  fi
  if [ -n "$words" ]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"); fi
}
complete -o default -F _hubc hubc
`;
}
