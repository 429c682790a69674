// hubc-manifest.json: every file with its digest, and for every line of it the source that it came from.

import type { Range } from "../model/model.ts";
import { sha256Hex } from "../output/digest.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { ProgramFacts } from "../plan/facts.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/**
 * The manifest of a build. `lines` holds runs of lines with one source, in the order of the file: how many lines, index into
 * `sources`, and the source's first line, first column, last line and last column, all from 1, columns in UTF-16 code units;
 * lines without a source have their number alone. A run says nothing of where it stands, and is printed on a line of its own:
 * so one new line in an output changes one line here, beside the digest.
 * `facts`: what the program says, a subject a line: a later build and `hubc plan` compare with it.
 * `days`: the first and the last day for which a build comes to these files; `null` where there is no first or no last one.
 */
export function buildManifest(
  files: readonly OutputFile[],
  { days, facts }: { readonly days: Partial<Range<Day>>; readonly facts: ProgramFacts },
): OutputFile {
  const sources: string[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    indexes.set(path, sources.length);
    return sources.push(path) - 1;
  };
  const entries = files.map((file) => {
    const lines = runs(file.origins).map(({ count, span }) => {
      const source = span === undefined ? [] : [indexOf(span.file.path), ...places(span)];
      return `      [${[count, ...source].join(",")}]`;
    });
    const printed = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n    ]`;
    return `    ${JSON.stringify(file.path)}: {"sha256": "${sha256Hex(file.text)}", "lines": ${printed}}`;
  });
  const subjects = facts.subjects.map((subject) => `    ${JSON.stringify(subject)}`);
  const text = `{\n  "version": 2,\n  "days": ${JSON.stringify([days.from, days.to].map((day) => (day === undefined ? null : printDate(day))))},\n  "sources": ${JSON.stringify(sources)},\n  "facts": [\n${subjects.join(",\n")}\n  ],\n  "files": {\n${entries.join(",\n")}\n  }\n}\n`;
  return {
    path: "hubc-manifest.json",
    text,
    origins: text
      .trimEnd()
      .split("\n")
      .map(() => undefined),
  };
}

function places(span: Span): number[] {
  const [start, end] = [positionAt(span.file, span.start), positionAt(span.file, span.end)];
  return [start.line, start.column, end.line, end.column];
}

function runs(origins: readonly (Span | undefined)[]): { count: number; span: Span | undefined }[] {
  const found: { count: number; span: Span | undefined }[] = [];
  for (const span of origins) {
    const before = found.at(-1);
    if (before && samePlace(before.span, span)) before.count += 1;
    else found.push({ count: 1, span });
  }
  return found;
}

function samePlace(a: Span | undefined, b: Span | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.file === b.file && a.start === b.start && a.end === b.end;
}
