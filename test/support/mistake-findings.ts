// What is found in the program of independent mistakes: each finding with the text that it is at.

import { type Mistake, programWith } from "./independent-mistakes.ts";
import { checkProgram, programOf } from "./programs.ts";

/** Errors and warnings, as `CODE at TEXT`. */
export function findingsIn(text: string): string[] {
  const { diagnostics } = checkProgram(programOf(text));
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ code, span }) => `${code} at ${span.file.text.slice(span.start, span.end)}`)
    .sort();
}

const foundAlone = new Map<Mistake, readonly string[]>();

/** What one mistake gives where no other is made. */
export function findingsOf(one: Mistake): readonly string[] {
  const found = foundAlone.get(one) ?? findingsIn(programWith([one]) ?? "");
  foundAlone.set(one, found);
  return found;
}
