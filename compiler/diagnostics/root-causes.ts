// One mistake gives one message. What only follows from another finding is left out or joined to it.

import { lineIndexAt } from "../text/source-file.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";

/**
 * The findings, in their order, without those about the meaning of a line that could not be read, and with one for each
 * name that nothing declares, however often it is used.
 */
export function rootCauses(sorted: readonly Diagnostic[]): Diagnostic[] {
  return joinUnknownNames(withoutEchoes(sorted));
}

function withoutEchoes(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = new Set(found.filter(isSyntax).map(lineOf));
  return broken.size === 0
    ? found
    : found.filter((diagnostic) => isSyntax(diagnostic) || !broken.has(lineOf(diagnostic)));
}

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith("syntax/");
}

function lineOf({ span }: Diagnostic): string {
  return `${lineIndexAt(span.file, span.start)} ${span.file.path}`;
}

function joinUnknownNames(found: readonly Diagnostic[]): Diagnostic[] {
  const joined: Diagnostic[] = [];
  const places = new Map<string, number>();
  for (const diagnostic of found) {
    const key = diagnostic.code.startsWith("names/unknown-") ? `${diagnostic.code} ${diagnostic.message}` : undefined;
    const at = key === undefined ? undefined : places.get(key);
    const first = at === undefined ? undefined : joined[at];
    if (at !== undefined && first !== undefined) {
      joined[at] = join(first, diagnostic);
      continue;
    }
    if (key !== undefined) places.set(key, joined.length);
    joined.push(diagnostic);
  }
  return joined;
}

function join(first: Diagnostic, again: Diagnostic): Diagnostic {
  return {
    ...first,
    related: [...first.related, { span: again.span, message: "It is used here, too." }],
    fixes: first.fixes.map((fix) => withEditsOf(fix, again.fixes)),
  };
}

function withEditsOf(fix: Fix, others: readonly Fix[]): Fix {
  const same = others.find(({ title }) => title === fix.title);
  return same === undefined ? fix : { ...fix, edits: [...fix.edits, ...same.edits] };
}
