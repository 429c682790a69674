// What the outline finds: statements, and blocks of them.

import type { Token } from "./tokens.ts";
import type { Range } from "./tree.ts";

export type Chunk = StatementChunk | BlockChunk;

/** The tokens of one setting or package line, or of something that is neither. */
export interface StatementChunk {
  readonly kind: "statement";
  readonly tokens: readonly Token[];
  /** What is wrong with it has been reported. */
  readonly reported: boolean;
}

/** `head { children }`; with `value`, the head is `name =` and the braces hold a map. */
export interface BlockChunk {
  readonly kind: "block";
  /** Empty where the braces have lost their header: what they hold is then not to be read. */
  readonly head: readonly Token[];
  readonly open: Token | undefined;
  readonly close: Token | undefined;
  readonly children: readonly Chunk[];
  readonly value: boolean;
  readonly reported: boolean;
}

/** From the first token of a chunk to its last. */
export function rangeOfChunk(chunk: Chunk): Range {
  return { start: firstOf(chunk)?.start ?? 0, end: lastOf(chunk)?.end ?? 0 };
}

function firstOf(chunk: Chunk): Token | undefined {
  if (chunk.kind === "statement") return chunk.tokens[0];
  return chunk.head[0] ?? chunk.open ?? firstIn(chunk.children) ?? chunk.close;
}

function lastOf(chunk: Chunk): Token | undefined {
  if (chunk.kind === "statement") return chunk.tokens.at(-1);
  return chunk.close ?? lastIn(chunk.children) ?? chunk.open ?? chunk.head.at(-1);
}

function firstIn(chunks: readonly Chunk[]): Token | undefined {
  for (const chunk of chunks) {
    const first = firstOf(chunk);
    if (first !== undefined) return first;
  }
  return undefined;
}

function lastIn(chunks: readonly Chunk[]): Token | undefined {
  for (let at = chunks.length - 1; at >= 0; at--) {
    const chunk = chunks[at];
    const last = chunk && lastOf(chunk);
    if (last !== undefined) return last;
  }
  return undefined;
}
