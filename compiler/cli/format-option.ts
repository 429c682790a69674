// How an answer is printed: an option that most commands have, each with forms of its own.

import type { OptionSpec } from "./command.ts";

/** The first form is the usual one. `doc` says what is printed. */
export function formatOption(forms: readonly [string, ...string[]], doc: string): OptionSpec {
  return { name: "format", value: "FORMAT", choices: forms, doc: `${doc} ${forms[0]}, unless given.` };
}
