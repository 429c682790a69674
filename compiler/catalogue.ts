// Every diagnostic that hubc can give. With their examples they are in `diagnostic-pages.ts`.

import * as modules from "./diagnostic-modules.ts";
import type { DiagnosticKind } from "./diagnostics/diagnostic.ts";
import type { Rule } from "./rules/rule.ts";
import * as rules from "./rules/rules.ts";

/** In order of code. */
export const catalogue: readonly DiagnosticKind[] = [
  ...Object.values(modules).flatMap((module) => Object.values(module).flatMap(kindsIn)),
  ...Object.values(rules).flatMap(({ diagnostic }: Rule) => diagnostic ?? []),
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** All codes, in order. */
export const codes: readonly string[] = catalogue.map(({ code }) => code);

/** The diagnostics among what a module exports: a definition, or a table of them. */
function kindsIn(exported: unknown): DiagnosticKind[] {
  if (typeof exported !== "object" || exported === null) return [];
  if (isKind(exported)) return [exported];
  return Object.values(exported).filter(isKind);
}

function isKind(value: unknown): value is DiagnosticKind {
  return typeof value === "object" && value !== null && "code" in value && "why" in value && "message" in value;
}
