// Text to syntax tree. Always returns a tree; what could not be read is reported and left out of it.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { controlCharacters } from "../text/control-characters.ts";
import { createSourceFile, lineIndexAt, type SourceFile } from "../text/source-file.ts";
import { beginsLine, isIndentCode } from "./characters.ts";
import { lex } from "./lexer.ts";
import { withLookAlikes } from "./look-alikes/with-look-alikes.ts";
import { oneSide } from "./merge-conflict.ts";
import { outline } from "./outline.ts";
import { TreeReader } from "./read-tree.ts";
import * as structure from "./structure-diagnostics.ts";
import * as messages from "./syntax-diagnostics.ts";
import { controlCharacter, unexpectedCharacter } from "./syntax-diagnostics.ts";
import type { Token } from "./tokens.ts";
import type { DocLookup, Range, SyntaxTree } from "./tree.ts";

/** Parses one file. Never throws; every mistake is reported once, where it was made. */
export function parse(file: SourceFile, report: Report): SyntaxTree {
  const errors = oneErrorALine(file);
  const merge = oneSide(file);
  const tree = readTree(file, errors.add, merge?.text);
  if (merge !== undefined) report(merge.found);
  for (const error of withLookAlikes(errors.sorted(), file, reads)) report(error);
  return merge === undefined ? tree : { ...tree, unreadableNames: new Set([...tree.unreadableNames, ...merge.theirs]) };
}

/** `text`: what is read of the file, where that is not all of it, each part at its own offset. */
function readTree(file: SourceFile, report: Report, text = file.text): SyntaxTree {
  const lexed = lex(text);
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

/** A look-up from the offset of a construct to the text of the doc comment above it. */
function docComments(file: SourceFile, comments: readonly Token[]): DocLookup {
  const byFollower = new Map<number, string>();
  let lines: string[] = [];
  comments.forEach((comment, i) => {
    if (!comment.image.startsWith("##") || !beginsLine(file.text, comment.start)) {
      lines = [];
      return;
    }
    lines.push(withoutMarks(comment.image));
    const follower = nextConstruct(file.text, comment.end);
    if (comments[i + 1]?.start === follower) return;
    byFollower.set(follower, lines.join("\n"));
    lines = [];
  });
  return (offset) => byFollower.get(offset);
}

/** What a line of a doc comment says: without its `##` and one blank. */
function withoutMarks(image: string): string {
  let from = 0;
  while (image[from] === "#") from++;
  if (image[from] === " ") from++;
  return image.slice(from).trimEnd();
}

/** The first offset on the next line that is no blank. */
function nextConstruct(text: string, from: number): number {
  let at = from;
  if (text[at] === "\r") at++;
  if (text[at] === "\n") at++;
  while (isIndentCode(text.charCodeAt(at))) at++;
  return at;
}

// One slip can break a line in several ways at once. Of the syntax errors on one line the most telling is kept; the others
// come back, if they are mistakes of their own, once that one is mended.

/** After this many syntax errors in one file the rest are not listed. */
const maximumErrors = 100;

/** Errors whose place is that of the opening, so that a second one on its line says something else. */
const openings = new Set([
  structure.unclosedBlock.code,
  structure.unclosedBracket.code,
  messages.unterminatedText.code,
  structure.missingBrace.code,
]);

/** Errors of which a line may hold several, each small and plain by itself. */
const repeatable = new Set([messages.badEscape.code, messages.badInterpolation.code, messages.impossibleDate.code]);

interface SyntaxErrors {
  readonly add: Report;
  /** What is kept, in order of place. */
  readonly sorted: () => readonly Diagnostic[];
}

/** Collects the syntax errors of one file. */
function oneErrorALine(file: SourceFile): SyntaxErrors {
  const lines = new Map<number, Diagnostic[]>();
  const add = (diagnostic: Diagnostic) => {
    const line = lineIndexAt(file, diagnostic.span.start);
    const kept = lines.get(line);
    if (kept === undefined) lines.set(line, [diagnostic]);
    else merge(kept, diagnostic);
  };
  return { add, sorted: () => sorted([...lines.values()].flat(), file) };
}

/** An opening comes before all else, a date that is written well last, else what stands first. */
function merge(kept: Diagnostic[], added: Diagnostic): void {
  const [first] = kept;
  if (first === undefined) return;
  if (first.code === added.code && repeatable.has(first.code)) kept.push(added);
  else if (rank(added) < rank(first) || (rank(added) === rank(first) && added.span.start < first.span.start)) {
    kept.splice(0, kept.length, added);
  }
}

function rank({ code }: Diagnostic): number {
  if (openings.has(code)) return 0;
  return code === messages.impossibleDate.code ? 2 : 1;
}

function sorted(diagnostics: readonly Diagnostic[], file: SourceFile): readonly Diagnostic[] {
  const all = [...diagnostics].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const next = all[maximumErrors];
  if (next === undefined) return all;
  const more = diagnose(messages.tooManyErrors, { limit: maximumErrors }, { span: { ...next.span, file } });
  return [...all.slice(0, maximumErrors), more];
}
