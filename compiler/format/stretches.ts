// The file cut into what can be laid out and what is left as it was written. A syntax error leaves the declaration around it
// alone, with whatever shares a line with it; everything else in the file is formatted.

import type { Chunk } from "../syntax/chunk.ts";
import { isLineEnd, type Token } from "../syntax/tokens.ts";
import { append } from "../text/many.ts";
import { lineIndexAt, type SourceFile } from "../text/source-file.ts";
import { holdsTouchyLine } from "./package-line.ts";
import { startOf } from "./read-items.ts";
import { isSoundAtTop } from "./sound-chunk.ts";

/** A chunk to lay out, or whole lines to leave alone. Offsets are those of the first and after the last character. */
export type Stretch =
  | { readonly kind: "chunk"; readonly chunk: Chunk }
  | { readonly kind: "verbatim"; readonly start: number; readonly end: number };

/** What has been read of a file. */
export interface OutlinedFile {
  readonly file: SourceFile;
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  /** Where the lexer and the outline found something wrong. */
  readonly wrong: readonly { readonly start: number; readonly end: number }[];
}

/** The stretches of a file in order; between them lie blanks, line ends and comments only. */
export function stretches(outlined: OutlinedFile): Stretch[] {
  const places = placesOf(outlined);
  if (outlined.wrong.length === 0 && places.every((place) => place.sound)) return places.flatMap(chunkOf);
  const all = [...places, ...loosePlaces(outlined, places)].sort((a, b) => a.start - b.start || a.end - b.end);
  return clusters(outlined.file, all).flatMap((cluster): Stretch[] =>
    isWhole(cluster) ? cluster.places.flatMap(chunkOf) : [{ kind: "verbatim", ...wholeLines(outlined.file, cluster) }],
  );
}

function isWhole(cluster: Cluster): boolean {
  return cluster.places.every((place) => place.sound);
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly chunk: Chunk | undefined;
  readonly sound: boolean;
}

function chunkOf(place: Place): Stretch[] {
  return place.chunk ? [{ kind: "chunk", chunk: place.chunk }] : [];
}

function placesOf({ file, chunks, wrong }: OutlinedFile): Place[] {
  const sorted = [...wrong].sort((a, b) => a.start - b.start);
  let next = 0;
  return chunks.map((chunk) => {
    const [start, end] = [startOf(chunk), endOfChunk(chunk)];
    while ((sorted[next]?.start ?? end) < start) next++;
    const wrongInside = (sorted[next]?.start ?? end) < end;
    const sound = !wrongInside && isSoundAtTop(chunk, file.text) && !holdsTouchyLine(chunk, file.text);
    return { start, end, chunk, sound };
  });
}

/** Tokens and errors outside every chunk. */
function loosePlaces({ tokens, wrong }: OutlinedFile, places: readonly Place[]): Place[] {
  const ranges = [
    ...tokens.filter((token) => !isLineEnd(token)).map((token) => ({ start: token.start, end: token.end })),
    ...wrong,
  ].sort((a, b) => a.start - b.start);
  const loose: Place[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    while ((places[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    if ((places[at]?.start ?? Number.POSITIVE_INFINITY) > start)
      loose.push({ start, end, chunk: undefined, sound: false });
  }
  return loose;
}

function endOfChunk(chunk: Chunk): number {
  if (chunk.kind === "statement") return lastEnd(chunk.tokens);
  if (chunk.close) return chunk.close.end;
  const child = chunk.children.at(-1);
  return child ? endOfChunk(child) : lastEnd([...chunk.head, ...(chunk.open ? [chunk.open] : [])]);
}

function lastEnd(tokens: readonly Token[]): number {
  const last = tokens.at(-1);
  return last ? last.end : 0;
}

/** Grows while it is found. */
interface Cluster {
  readonly start: number;
  end: number;
  readonly places: Place[];
}

/**
 * Places, in order of their start, that share lines; what is to be left alone and follows each other is one cluster, so
 * that nothing between is touched either.
 */
function clusters(file: SourceFile, places: readonly Place[]): Cluster[] {
  const clusters: Cluster[] = [];
  let lastIsWhole = true;
  for (const cluster of sharedLines(file, places)) {
    const last = clusters.at(-1);
    const whole = isWhole(cluster);
    if (last === undefined || lastIsWhole || whole) {
      clusters.push(cluster);
    } else {
      last.end = cluster.end;
      append(last.places, cluster.places);
    }
    lastIsWhole = whole;
  }
  return clusters;
}

function sharedLines(file: SourceFile, places: readonly Place[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const place of places) {
    const last = clusters.at(-1);
    if (last && lineIndexAt(file, place.start) <= lastLine(file, last)) {
      last.end = Math.max(last.end, place.end);
      last.places.push(place);
    } else {
      clusters.push({ start: place.start, end: place.end, places: [place] });
    }
  }
  return clusters;
}

function wholeLines(file: SourceFile, range: { readonly start: number; readonly end: number }) {
  const first = lineIndexAt(file, range.start);
  const next = file.lineStarts[lastLine(file, range) + 1] ?? file.text.length;
  const start = Math.max(file.lineStarts[first] ?? 0, file.text.startsWith("\ufeff") ? 1 : 0);
  let end = Math.max(next, range.end);
  while (end > range.end && /[\r\n]/.test(file.text[end - 1] ?? "")) end--;
  return { start, end };
}

function lastLine(file: SourceFile, range: { readonly start: number; readonly end: number }): number {
  return lineIndexAt(file, Math.max(range.start, range.end - 1));
}
