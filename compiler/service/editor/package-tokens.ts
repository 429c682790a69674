// The words of a requirement line, for colours. It needs no grammar of conda, pip, Debian or CRAN: a line with a mistake in it
// is coloured while it is typed.

import type { Range } from "../../syntax/tree.ts";

/** A stretch of a line: a package's name, or all that is said of it. Offsets count from the start of the line. */
export interface PackageToken extends Range {
  readonly type: "namespace" | "string";
}

const name = /^(?:[\w./-]+::)?[A-Za-z0-9](?:[\w.+-]*[\w+])?(?=$|[=<>!~@[;:/])(?!:\/\/)(?!\+?:\/\/)/;

/** The names and the rest of a line of a package block. After a `;` or an `@` comes no further name. */
export function packageTokens(line: string): readonly PackageToken[] {
  const tokens: PackageToken[] = [];
  for (const match of line.matchAll(/\S+/g)) {
    const [word] = match;
    const start = match.index;
    const found = tokens.some(({ type }) => type === "string") ? undefined : name.exec(word)?.[0];
    const nameEnd = start + (found?.length ?? 0);
    if (found !== undefined) tokens.push({ start, end: nameEnd, type: "namespace" });
    const end = start + word.length;
    if (end > nameEnd && (word !== "-" || start > 0)) tokens.push({ start: nameEnd, end, type: "string" });
  }
  return tokens;
}
