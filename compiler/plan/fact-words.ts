// How values of a model become facts: texts that may hold what is nobody's business are told only by whether they differ.

import type { Sourced } from "../model/sourced.ts";
import { fingerprint } from "../output/digest.ts";
import type { SecretReference } from "../schema/values/references.ts";
import type { FactValue } from "./facts.ts";

/** A variable by its name; what it holds may be a password that somebody wrote in the wrong place, so only whether it differs is said. */
export function variableWords(variable: {
  readonly name: string;
  readonly value: Sourced<string> | Sourced<SecretReference>;
}): string {
  const { value } = variable.value;
  return typeof value === "string" ? `${variable.name} (${digest(value)})` : `${variable.name} (secret ${value.path})`;
}

/** Stands for a text that is not shown. */
export function digest(text: string): string {
  return fingerprint([{ path: "", text }]).slice(0, 8);
}

export function values(list: readonly Sourced<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}

/** Without what is not said. */
export function known(facts: Readonly<Record<string, FactValue | undefined>>): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, value]): [string, FactValue][] =>
      value === undefined || value.length === 0 ? [] : [[key, value]],
    ),
  );
}
