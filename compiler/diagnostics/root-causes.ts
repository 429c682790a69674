// One mistake gives one message. What only follows from another finding is left out or joined to it.

import { lineIndexAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";

/**
 * The findings, in their order, without those about the meaning of a line that could not be read, and with one for each
 * name that nothing declares, however often it is used, and for each secret, however many checks it fails. What a misspelt name may be
 * meant for is not said to be unused.
 */
export function rootCauses(sorted: readonly Diagnostic[]): Diagnostic[] {
  return joinUnknownNames(oneForEachSecret(withoutEchoes(withoutUnused(sorted))));
}

/**
 * What a text looks like is said where nothing tells better what is wrong with it. A secret that goes away need not be mended in
 * other ways, and no fix writes it again.
 */
function oneForEachSecret(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const looks = diagnostics.filter(({ code }) => code === LOOKS);
  if (looks.length === 0) return diagnostics;
  const better = diagnostics.filter(({ code }) => code.startsWith("secret/") && code !== LOOKS);
  const touches = (span: Span, others: readonly Diagnostic[]) =>
    others.some((other) => other.span.file === span.file && other.span.start < span.end && span.start < other.span.end);
  const isWithin = ({ span }: Diagnostic) =>
    looks.some(({ span: { file, start, end } }) => file === span.file && start <= span.start && span.end <= end);
  return diagnostics
    .filter((diagnostic) =>
      diagnostic.code === LOOKS ? !touches(diagnostic.span, better) : isFirst(diagnostic) || !isWithin(diagnostic),
    )
    .map((diagnostic) => {
      const fixes = diagnostic.fixes.filter(
        ({ edits }) => isFirst(diagnostic) || !edits.some(({ span }) => touches(span, looks)),
      );
      return fixes.length === diagnostic.fixes.length ? diagnostic : { ...diagnostic, fixes };
    });
}

/** A secret's own finding: its fix puts a reference in the secret's place. */
function isFirst({ code }: Diagnostic): boolean {
  return code.startsWith("secret/");
}

/** It is found in the text of a file, whatever that means. */
const LOOKS = "secret/looks-like-secret";

function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = new Set(diagnostics.filter(isSyntax).map(lineOf));
  return broken.size === 0
    ? diagnostics
    : diagnostics.filter(
        (diagnostic) => isSyntax(diagnostic) || diagnostic.code === LOOKS || !broken.has(lineOf(diagnostic)),
      );
}

function withoutUnused(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unknown = new Set(diagnostics.flatMap(({ code }) => /^names\/unknown-(.*)$/.exec(code)?.[1] ?? []));
  return unknown.size === 0
    ? diagnostics
    : diagnostics.filter(({ code }) => !unknown.has(/^(.*)\/unused$/.exec(code)?.[1] ?? ""));
}

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith("syntax/");
}

function lineOf({ span }: Diagnostic): string {
  return `${lineIndexAt(span.file, span.start)} ${span.file.path}`;
}

function joinUnknownNames(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const joined: Diagnostic[] = [];
  const places = new Map<string, number>();
  for (const diagnostic of diagnostics) {
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
