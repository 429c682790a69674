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

/** A part with more in it than a sentence holds: its name, and what says whether anything in it differs, wherever it is written. */
export function partWords(name: string, part: unknown): string {
  return `${name} (${digest(JSON.stringify(part, withoutPlaces) ?? "")})`;
}

function withoutPlaces(key: string, value: unknown): unknown {
  if (key === "span") return undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "object" && value !== null && "earlier" in value && "value" in value ? value.value : value;
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

/** `12,480`: whole units, since prices of lists are no more exact than that. */
export function readableMoney(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** What to write once the work was moved. */
export function movedWords({ was, is }: { readonly was: string; readonly is: string }): string {
  return `\`moved { from = ${quotedText(was)}  to = ${quotedText(is)} }\``;
}

function quotedText(text: string): string {
  return JSON.stringify(text).replaceAll("${", "\\${");
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
