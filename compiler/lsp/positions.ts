// Offsets are UTF-16 code units inside; the protocol counts lines and characters, and a character is what client and server agree on.

import type { Position, Range as ProtocolRange } from "vscode-languageserver/node";
import type { Range } from "../syntax/tree.ts";
import { lineIndexAt, type SourceFile } from "../text/source-file.ts";

/** What a character of a position counts. */
export type PositionEncoding = "utf-16" | "utf-8" | "utf-32";

/** UTF-16 where the client takes it, since it costs nothing and every client is tested with it; else what the client names first. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.includes("utf-16")) return "utf-16";
  const known = offered.find((one) => one === "utf-8" || one === "utf-32");
  return known === "utf-8" || known === "utf-32" ? known : "utf-16";
}

/** The position of an offset, which may be the end of the text. */
export function toPosition(file: SourceFile, offset: number, encoding: PositionEncoding): Position {
  const bounded = Math.max(0, Math.min(offset, file.text.length));
  const line = lineIndexAt(file, bounded);
  const start = file.lineStarts[line] ?? 0;
  return { line, character: lengthIn(file.text.slice(start, bounded), encoding) };
}

/** The offset of a position. One behind the end of a line is its end, one behind the last line the end of the text. */
export function toOffset(file: SourceFile, { line, character }: Position, encoding: PositionEncoding): number {
  if (!(line >= 0)) return 0;
  const start = file.lineStarts[line];
  if (start === undefined) return file.text.length;
  const text = file.text.slice(start, file.lineStarts[line + 1] ?? file.text.length).replace(/[\r\n]+$/, "");
  return start + unitsIn(text, Math.max(0, character), encoding);
}

/** A stretch of a file as the protocol writes it. */
export function toRange(file: SourceFile, { start, end }: Range, encoding: PositionEncoding): ProtocolRange {
  return { start: toPosition(file, start, encoding), end: toPosition(file, end, encoding) };
}

/** The stretch of a file that a range of the protocol names. */
export function toOffsets(file: SourceFile, { start, end }: ProtocolRange, encoding: PositionEncoding): Range {
  return { start: toOffset(file, start, encoding), end: toOffset(file, end, encoding) };
}

/** How long a text is in what the encoding counts. */
export function lengthIn(text: string, encoding: PositionEncoding): number {
  if (encoding === "utf-16") return text.length;
  let length = 0;
  for (const character of text) length += encoding === "utf-32" ? 1 : bytesOf(character);
  return length;
}

/** The code units of the first `count` characters of a text; a character that `count` cuts through is left out. */
function unitsIn(text: string, count: number, encoding: PositionEncoding): number {
  if (encoding === "utf-16") return Math.min(count, text.length);
  let [units, passed] = [0, 0];
  for (const character of text) {
    passed += encoding === "utf-32" ? 1 : bytesOf(character);
    if (passed > count) break;
    units += character.length;
  }
  return units;
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
