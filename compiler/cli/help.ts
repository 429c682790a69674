// Help texts, made from the tables of the commands so that they can't fall behind them.

import { optionsOf, valueName } from "./arguments.ts";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";

/** The help of `hubc` itself. */
export function programHelp(commands: readonly CommandSpec[]): string {
  return [
    "hubc: the course hub compiler. It turns .hub programs into Helm values, Kubernetes manifests, images and course links.",
    "",
    "usage: hubc COMMAND [ARGUMENT …] [OPTION …]",
    "",
    "commands:",
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    "",
    "options:",
    ...columns([
      ["--help", "Show this help; after a command, the command's."],
      ["--quiet", "After a command: print what was asked for and what is wrong, and nothing else."],
      ["--version", "Show the version."],
    ]),
    "",
    "exit codes: 0 fine, 1 errors were found, 2 could not run.",
    "",
  ].join("\n");
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec): string {
  const usage = ["usage: hubc", spec.name, ...spec.arguments.map(argumentUsage), ...spec.options.map(optionUsage)];
  return [
    `hubc ${spec.name}: ${spec.summary}`,
    "",
    ...wrapped(usage),
    "",
    ...spec.details,
    "",
    ...section(
      "arguments:",
      spec.arguments.map(({ name, doc }) => [name, doc]),
    ),
    ...section(
      "options:",
      optionsOf(spec).map((option) => [optionName(option), option.doc]),
    ),
    "examples:",
    ...spec.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

type Row = readonly [string, string];

function section(title: string, rows: readonly Row[]): readonly string[] {
  return rows.length === 0 ? [] : [title, ...columns(rows), ""];
}

function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, doc]) => `  ${name.padEnd(width)}  ${doc}`);
}

function argumentUsage({ name, required, many }: ArgumentSpec): string {
  const written = many === true ? `${name} …` : name;
  return required === true ? written : `[${written}]`;
}

function optionUsage(option: OptionSpec): string {
  return option.many === true ? `[${optionName(option)}] …` : `[${optionName(option)}]`;
}

function optionName(option: OptionSpec): string {
  const value = valueName(option);
  return value === "" ? `--${option.name}` : `--${option.name} ${value}`;
}

const WIDTH = 100;

function wrapped(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`            ${word}`);
  }
  return lines;
}
