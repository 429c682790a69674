// Completion for fish: a line for each command and each option.

import { optionsOf } from "../arguments.ts";
import type { CommandSpec, OptionSpec } from "../command.ts";

export function fishCompletion(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  return [
    "# Completion of hubc for fish.",
    "complete -c hubc -n __fish_use_subcommand -f",
    ...commands.map(({ name, summary }) => `complete -c hubc -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`),
    `complete -c hubc -n '__fish_seen_subcommand_from help' -f -a ${quote(names)}`,
    "complete -c hubc -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish powershell'",
    ...commands.flatMap((command) => optionsOf(command).map((option) => optionLine(command, option))),
    "",
  ].join("\n");
}

function optionLine(command: CommandSpec, { name, value, choices, doc }: OptionSpec): string {
  const of = `complete -c hubc -n '__fish_seen_subcommand_from ${command.name}' -l ${name} -d ${quote(doc)}`;
  if (value === undefined) return of;
  return choices === undefined ? `${of} -r` : `${of} -x -a ${quote(choices.join(" "))}`;
}

/** In single quotes, in which fish reads a backslash before a quote and before itself. */
function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
