// Messages for people: what is wrong, the line with the stretch marked, other places that matter, and how to mend it.

import { largest } from "../text/many.ts";
import { lineIndexAt, lineText, positionAt, type SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { visible } from "../text/unseen-characters.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";
import { noPages, type PageAddress } from "./documentation.ts";
import { linked, type Palette, plainPalette } from "./palette.ts";
import { type SecretTexts, secretPlaces, secretTexts, shownText } from "./secret-mask.ts";
import { bar, type FrameStyle, lastLineNumber, proposedLine, sourceFrame } from "./source-frame.ts";

export interface TextOptions {
  readonly palette?: Palette;
  /** The path by which a reader finds the file; its own path, relative to the project, unless said. */
  readonly pathOf?: (file: SourceFile) => string;
  /** The page of a code, for a reader that shows links (OSC 8). No links, unless said. */
  readonly pageOf?: PageAddress;
}

/** Every diagnostic with its source, an empty line between two; empty where there are none. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions = {}): string {
  const told = {
    palette: options.palette ?? plainPalette,
    pathOf: options.pathOf ?? ((file) => file.path),
    pageOf: options.pageOf ?? noPages,
    secrets: secretTexts(diagnostics),
  };
  const context = { ...told, secretsIn: ofLastLine((line: string) => secretPlaces(line, told.secrets)) };
  return diagnostics.map((diagnostic) => `${renderOne(diagnostic, context).join("\n")}\n`).join("\n");
}

interface Context extends Required<TextOptions> {
  readonly secrets: SecretTexts;
  readonly secretsIn: FrameStyle["secretsIn"];
}

/** What is asked of the same line again is not worked out again: one line may have a thousand findings. */
function ofLastLine<T>(work: (line: string) => T): (line: string) => T {
  let last: { readonly line: string; readonly result: T } | undefined;
  return (line) => {
    if (last?.line !== line) last = { line, result: work(line) };
    return last.result;
  };
}

function renderOne(diagnostic: Diagnostic, context: Context): readonly string[] {
  const { palette } = context;
  const spans = [diagnostic.span, ...diagnostic.related.map((place) => place.span), ...editSpans(diagnostic.fixes)];
  const gutter = String(largest(spans.map(lastLineNumber))).length;
  const style = (mark: string, label: string, role: "related" | "fix" | Diagnostic["severity"]): FrameStyle => ({
    mark,
    label: shown(label, context),
    paintMark: palette[role],
    paintFrame: palette.frame,
    gutter,
    secretsIn: context.secretsIn,
  });
  const name = palette[diagnostic.severity](`${diagnostic.severity}[${diagnostic.code}]`);
  const page = context.pageOf(diagnostic.code);
  const head = page === undefined ? name : linked(name, page);
  return [
    `${head}${palette.strong(`: ${shown(diagnostic.message, context)}`)}`,
    place(diagnostic.span, "-->", { gutter, context }),
    ...sourceFrame(diagnostic.span, style("^", "", diagnostic.severity)),
    ...diagnostic.related
      .slice(0, MOST_PLACES)
      .flatMap((related) => [
        place(related.span, ":::", { gutter, context }),
        ...sourceFrame(related.span, style("-", related.message, "related")),
      ]),
    ...morePlaces(diagnostic.related.length - MOST_PLACES, { gutter, context }),
    ...diagnostic.fixes.flatMap((fix) => renderFix(fix, diagnostic.span, { context, style: style("+", "", "fix") })),
  ];
}

/** Other places that are shown with their lines; the formats for programs have all. */
const MOST_PLACES = 5;

function morePlaces(count: number, { gutter, context }: { gutter: number; context: Context }): readonly string[] {
  if (count <= 0) return [];
  return [`${" ".repeat(gutter)}${context.palette.frame(":::")} and ${count} more ${count === 1 ? "place" : "places"}`];
}

function shown(text: string, { secrets }: Context): string {
  return shownText(text, secrets);
}

function place(span: Span, arrow: string, { gutter, context }: { gutter: number; context: Context }): string {
  const { line, column } = positionAt(span.file, span.start);
  return `${" ".repeat(gutter)}${context.palette.frame(arrow)} ${visible(context.pathOf(span.file))}:${line}:${column}`;
}

function editSpans(fixes: readonly Fix[]): readonly Span[] {
  return fixes.flatMap((fix) => fix.edits.map((edit) => edit.span));
}

/** The title, and the lines as they are after the fix, where it stays within a few lines of one file. */
function renderFix(
  fix: Fix,
  primary: Span,
  { context, style }: { readonly context: Context; readonly style: FrameStyle },
): readonly string[] {
  const label = fix.applies === "always" ? "fix" : "option";
  const title = `${" ".repeat(style.gutter)} ${context.palette.fix(`= ${label}: ${shown(fix.title, context)}`)}`;
  const mended = mendedLines(fix);
  if (mended === undefined) return [title];
  const elsewhere =
    mended.file === primary.file
      ? []
      : [`${" ".repeat(style.gutter)} ${context.palette.frame("|")} in ${visible(context.pathOf(mended.file))}`];
  const lines = mended.lines.map((line, index) => proposedLine(line, mended.number + index, style));
  return [title, ...elsewhere, bar(style), ...lines];
}

interface MendedLines {
  readonly file: SourceFile;
  /** Of the first line, from 1. */
  readonly number: number;
  readonly lines: readonly string[];
}

const MOST_LINES = 6;
/** UTF-16 units. Of a longer line nobody could tell what a fix does to it. */
const LONGEST = 4000;

function mendedLines(fix: Fix): MendedLines | undefined {
  const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
  const [first] = edits;
  if (first === undefined || edits.some((edit) => edit.span.file !== first.span.file)) return undefined;
  const { file } = first.span;
  const firstLine = lineIndexAt(file, first.span.start);
  const lastLine = lineIndexAt(file, largest(edits.map((edit) => edit.span.end)));
  const end = (file.lineStarts[lastLine] ?? 0) + lineText(file, lastLine).length;
  let text = "";
  let offset = file.lineStarts[firstLine] ?? 0;
  for (const { span, text: replacement } of edits) {
    text += file.text.slice(offset, span.start) + replacement;
    offset = Math.max(offset, span.end);
  }
  const lines = trimEmptyEnds((text + file.text.slice(offset, Math.max(offset, end))).split(/\r\n|\n|\r/));
  if (lines.length === 0 || lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST)) return undefined;
  return { file, number: firstLine + 1, lines };
}

/** Without empty lines at the end: a fix that removes a line leaves nothing to show of it. */
function trimEmptyEnds(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return lines.slice(0, last + 1);
}
