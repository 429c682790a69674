// The shape of a file before its grammar: which tokens form one statement, and which statements lie in which braces.
// The grammar then reads one statement at a time, so a mistake stays inside the statement that holds it.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Chunk } from "./chunk.ts";
import { sectionHeader } from "./foreign-header.ts";
import { Outliner } from "./outliner.ts";
import { TokenLines } from "./token-lines.ts";
import { isDeclarationStart, type Token } from "./tokens.ts";

/** Splits the tokens of `file` into statements and blocks. */
export function outline(file: SourceFile, tokens: readonly Token[], report: Report): Chunk[] {
  const lines = new TokenLines(tokens, file.text);
  const chunks: Chunk[] = [];
  for (const [start, end] of segments(tokens, lines)) {
    for (const chunk of new Outliner({ file, tokens, lines, report }, start, end).run()) chunks.push(chunk);
  }
  return chunks;
}

/** From each declaration in the first column to the next. */
function segments(tokens: readonly Token[], lines: TokenLines): [number, number][] {
  const starts = [0];
  for (let i = 1; i < tokens.length; i++) {
    if (!lines.isFirst(i) || lines.indent(i) > 0) continue;
    if (isDeclarationStart(tokens, i) || sectionHeader(tokens, i) !== undefined) starts.push(i);
  }
  return starts.map((start, k) => [start, starts[k + 1] ?? tokens.length]);
}
