// Text to syntax tree. Always returns a tree; what could not be read is reported and left out of it.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { controlCharacters } from "../text/control-characters.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { docComments } from "./doc-comments.ts";
import { lex } from "./lexer.ts";
import { withLookAlikes } from "./look-alikes/with-look-alikes.ts";
import { oneErrorALine } from "./one-error-a-line.ts";
import { outline } from "./outline.ts";
import { TreeReader } from "./read-tree.ts";
import { controlCharacter, unexpectedCharacter } from "./syntax-diagnostics.ts";
import type { Range, SyntaxTree } from "./tree.ts";

/** Parses one file. Never throws; every mistake is reported once, where it was made. */
export function parse(file: SourceFile, report: Report): SyntaxTree {
  const errors = oneErrorALine(file);
  const tree = readTree(file, errors.add);
  for (const error of withLookAlikes(errors.sorted(), file, reads)) report(error);
  return tree;
}

function readTree(file: SourceFile, report: Report): SyntaxTree {
  const lexed = lex(file.text);
  const docs = docComments(file, lexed.comments);
  const reader = new TreeReader({ file, docs, report });
  const tree = reader.file(outline(file, lexed.tokens, report));
  const controls = controlCharacters(file.text);
  for (const { start, end, ...found } of controls) {
    const edit = { span: { file, start, end }, text: "" };
    const fixes = [{ title: "Delete it", edits: [edit], applies: "when-chosen" as const }];
    report(diagnose(controlCharacter, found, { span: edit.span, fixes }));
  }
  for (const range of outside(lexed.unexpected, [...reader.skipped, ...controls])) {
    const found = file.text.slice(range.start, range.end).slice(0, 20);
    report(diagnose(unexpectedCharacter, { found }, { span: { file, ...range } }));
  }
  return { file, comments: lexed.comments, ...tree };
}

/** Can a text be read without a syntax error? */
export function reads(text: string): boolean {
  let readable = true;
  readTree(createSourceFile("", text), () => {
    readable = false;
  });
  return readable;
}

/** The ranges, which are in order, that lie in none of `skipped`. */
function outside(ranges: readonly Range[], skipped: readonly Range[]): Range[] {
  const sorted = [...skipped].sort((a, b) => a.start - b.start);
  let next = 0;
  let covered = 0;
  return ranges.filter((range) => {
    for (; (sorted[next]?.start ?? Number.POSITIVE_INFINITY) <= range.start; next++) {
      covered = Math.max(covered, sorted[next]?.end ?? 0);
    }
    return range.end > covered;
  });
}
