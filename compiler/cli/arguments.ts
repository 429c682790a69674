// Reads a command's arguments by its table. Own code and small, because starting fast matters more here than features.

import { closest } from "../text/edit-distance.ts";
import { jsonEscape, visible } from "../text/unseen-characters.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";

export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** Values of the options that take one. */
  readonly values: ReadonlyMap<string, string>;
  /** Values of the options that may be given several times, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Switches that are on. */
  readonly switches: ReadonlySet<string>;
}

/** Every command has it. */
export const helpOption: OptionSpec = { name: "help", doc: "Show this help." };

/** Every command has it, too. */
export const quietOption: OptionSpec = {
  name: "quiet",
  doc: "Print what was asked for and what is wrong: no summary, no list of files, no advice.",
};

/** What a command takes: its own options, and those of all. */
export function optionsOf({ options }: Pick<CommandSpec, "options">): readonly OptionSpec[] {
  return [...options, quietOption, helpOption];
}

/** The arguments, or what is wrong with them, in a sentence that says what to write instead where that can be guessed. */
export function parseArguments(
  spec: CommandSpec,
  argv: readonly string[],
): ParsedArguments | { readonly wrong: string } {
  const reading: Reading = {
    spec,
    argv,
    at: 0,
    positionals: [],
    values: new Map(),
    lists: new Map(),
    switches: new Set(),
  };
  let onlyPositionals = false;
  while (reading.at < argv.length) {
    const word = argv[reading.at] ?? "";
    reading.at += 1;
    if (onlyPositionals || word === "-" || !word.startsWith("-")) reading.positionals.push(word);
    else if (word === "--") onlyPositionals = true;
    else {
      const wrong = readOption(reading, word);
      if (wrong !== undefined) return { wrong };
    }
  }
  if (reading.switches.has(helpOption.name)) return reading;
  const wrong = checkPositionals(spec, reading.positionals);
  return wrong === undefined ? reading : { wrong };
}

interface Reading {
  readonly spec: CommandSpec;
  readonly argv: readonly string[];
  at: number;
  readonly positionals: string[];
  readonly values: Map<string, string>;
  readonly lists: Map<string, readonly string[]>;
  readonly switches: Set<string>;
}

function readOption(reading: Reading, word: string): string | undefined {
  if (word === "-h") {
    reading.switches.add(helpOption.name);
    return undefined;
  }
  const equals = word.indexOf("=");
  const written = equals < 0 ? word : word.slice(0, equals);
  const options = optionsOf(reading.spec);
  const option = options.find(({ name }) => `--${name}` === written);
  if (option === undefined) return unknownOption(reading.spec, written, options);
  if (reading.values.has(option.name) || reading.switches.has(option.name)) return `${written} is given twice.`;
  if (option.value === undefined) {
    if (equals >= 0) return `${written} is a switch and takes no value.`;
    reading.switches.add(option.name);
    return undefined;
  }
  const value = equals < 0 ? reading.argv[reading.at] : word.slice(equals + 1);
  if (equals < 0) reading.at += 1;
  if (value === undefined || value === "" || (equals < 0 && value.startsWith("--"))) {
    return `${written} needs a value: ${written} ${valueName(option)}.`;
  }
  if (option.choices !== undefined && !option.choices.includes(value))
    return wrongChoice(option, value, option.choices);
  if (option.many === true) reading.lists.set(option.name, [...(reading.lists.get(option.name) ?? []), value]);
  else reading.values.set(option.name, value);
  return undefined;
}

/** How an option's value is written in help: its choices where it has them. */
export function valueName(option: OptionSpec): string {
  return option.choices?.join("|") ?? option.value ?? "";
}

function wrongChoice(option: OptionSpec, value: string, choices: readonly string[]): string {
  const meant = closest(value, choices);
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  return `--${option.name} takes ${choices.join(" or ")}, not ${quoted(value)}.${hint}`;
}

function unknownOption(spec: CommandSpec, written: string, options: readonly OptionSpec[]): string {
  const meant = closest(
    written.replace(/^-+/, ""),
    options.map(({ name }) => name),
  );
  const hint = meant === undefined ? "" : ` Did you mean --${meant}?`;
  return `hubc ${spec.name} has no option ${quoted(written)}.${hint}`;
}

function checkPositionals(spec: CommandSpec, positionals: readonly string[]): string | undefined {
  const missing = spec.arguments.find((argument, index) => argument.required === true && index >= positionals.length);
  if (missing !== undefined) return `hubc ${spec.name} needs ${missing.name}: ${lowerFirst(missing.doc)}`;
  const most = spec.arguments.some((argument) => argument.many === true)
    ? Number.POSITIVE_INFINITY
    : spec.arguments.length;
  const extra = positionals[most];
  if (extra === undefined) return undefined;
  const takes = most === 0 ? "no arguments" : `${spec.arguments.map(({ name }) => name).join(" and ")} only`;
  return `${quoted(extra)} is one argument too many: hubc ${spec.name} takes ${takes}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** As JSON quotes it, so that nothing typed or pasted can act on the terminal. */
export function quoted(text: string): string {
  return visible(JSON.stringify(text), jsonEscape);
}
