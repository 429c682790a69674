// hubc-manifest.json: every file with its digest, and for every line of it the source that it came from.

import type { Range } from "../model/model.ts";
import { sha256Hex } from "../output/digest.ts";
import type { OutputFile } from "../output/output-file.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

/**
 * The manifest of a build. `lines` holds runs of lines with one source: first line, last line, index into `sources`,
 * and the source's first line, first column, last line and last column, all from 1, columns in UTF-16 code units.
 * `days`: the first and the last day for which a build comes to these files; `null` where there is no first or no last one.
 */
export function buildManifest(files: readonly OutputFile[], days: Partial<Range<Day>>): OutputFile {
  const sources: string[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (path: string): number => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    indexes.set(path, sources.length);
    return sources.push(path) - 1;
  };
  const entries = files.map((file) => {
    const lines = runs(file.origins).map(
      ({ first, last, span }) => `[${[first, last, indexOf(span.file.path), ...places(span)].join(",")}]`,
    );
    return `    ${JSON.stringify(file.path)}: {"sha256": "${sha256Hex(file.text)}", "lines": [${lines.join(",")}]}`;
  });
  const text = `{\n  "version": 1,\n  "days": ${JSON.stringify([days.from, days.to].map((day) => (day === undefined ? null : printDate(day))))},\n  "sources": ${JSON.stringify(sources)},\n  "files": {\n${entries.join(",\n")}\n  }\n}\n`;
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

function runs(origins: readonly (Span | undefined)[]): { first: number; last: number; span: Span }[] {
  const found: { first: number; last: number; span: Span }[] = [];
  origins.forEach((span, i) => {
    if (span === undefined) return;
    const before = found.at(-1);
    const same =
      before?.last === i &&
      before.span.file === span.file &&
      before.span.start === span.start &&
      before.span.end === span.end;
    if (before && same) before.last = i + 1;
    else found.push({ first: i + 1, last: i + 1, span });
  });
  return found;
}
