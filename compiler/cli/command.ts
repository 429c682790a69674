// What a command is: a row of the table that parsing, help and suggestions are made from, and a function that runs it.

import type { ParsedArguments } from "./arguments.ts";
import type { Io } from "./io.ts";

/** An option. Without `value` it is a switch; `choices` lists the only values it takes. */
export interface OptionSpec {
  readonly name: string;
  /** How the value is called in help: `DATE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** May be given several times; its values are in `lists`. */
  readonly many?: boolean;
  readonly doc: string;
}

export interface ArgumentSpec {
  /** How it is called in help: `PATH`. */
  readonly name: string;
  readonly doc: string;
  readonly required?: boolean;
  /** Takes any number. */
  readonly many?: boolean;
}

export interface CommandSpec {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** A few lines for the command's own help. */
  readonly details: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
}

/** What a command's file exports. Resolves to the exit code; throws `CannotRun` where the request can't be met, and anything else only for a bug. */
export interface CommandModule {
  readonly run: (parsed: ParsedArguments, io: Io) => Promise<number>;
}

export interface Command extends CommandSpec {
  /** It runs until somebody ends it, as a server does. */
  readonly goesOn?: true;
  readonly load: () => Promise<CommandModule>;
}
