// Which files of a program some of them need, found by their words, before anything is parsed. It may name files that are not
// needed, and leaves none out whose declarations a needed one may name.

import { declarationKinds } from "../syntax/tokens.ts";
import type { SourceFile } from "../text/source-file.ts";

/**
 * The files of `from`, those that declare what a word of theirs may stand for, those that these need, and so on; in the order
 * of `files`.
 */
export function neededFiles(files: readonly SourceFile[], from: Iterable<SourceFile>): SourceFile[] {
  const declaring = indexOf(files);
  const needed = new Set(from);
  for (const file of needed) {
    for (const key of namedIn(file)) for (const other of declaring.get(key) ?? []) needed.add(other);
  }
  return files.filter((file) => needed.has(file));
}

/** The files that declare something, by what it may be named as. */
function indexOf(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<SourceFile>> {
  const declaring = new Map<string, Set<SourceFile>>();
  for (const file of files) {
    for (const key of declaredIn(file)) {
      const known = declaring.get(key);
      if (known === undefined) declaring.set(key, new Set([file]));
      else known.add(file);
    }
  }
  return declaring;
}

const skipped = String.raw`"""[\s\S]*?"""|"(?:[^"\\\n\r]|\\.)*"|#[^\n\r]*`;
const header = new RegExp(
  String.raw`${skipped}|(?<![\w.-])(?:${declarationKinds.join("|")}|let)[ \t\f\u00a0\ufeff]+([A-Za-z][^\n\r{="#]*)`,
  "g",
);
const word = /([A-Za-z]\w*(?:-\w+)*)(\[)?/g;

/** Every word of every header, since one of them is the name. A family and its members meet: `hub[` is the family, `hub#` a member. */
function* declaredIn({ text }: SourceFile): Iterable<string> {
  for (const { 1: words } of text.matchAll(header)) {
    if (words === undefined) continue;
    for (const { 1: name = "", 2: bracket } of words.matchAll(word)) {
      yield name;
      if (bracket !== undefined) yield `${name}[`;
      if (/-\d+$/.test(name)) yield `${familyOf(name)}#`;
    }
  }
}

/** Every word, and what else it may stand for: `hub-3` a member of `hub[1..6]`, `hub[3]` and the family what is declared as `hub-3`. */
function* namedIn({ text }: SourceFile): Iterable<string> {
  for (const { 1: name = "", 2: bracket } of text.matchAll(word)) {
    yield name;
    if (bracket !== undefined) yield `${name}#`;
    if (/-\d+$/.test(name)) yield `${familyOf(name)}[`;
  }
}

function familyOf(name: string): string {
  return name.replace(/-\d+$/, "");
}
