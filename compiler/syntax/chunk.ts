// What the outline finds: statements, and blocks of them.

import type { IToken } from "chevrotain";

export type Chunk = StatementChunk | BlockChunk;

/** The tokens of one setting or package line, or of something that is neither. */
export interface StatementChunk {
  readonly kind: "statement";
  readonly tokens: readonly IToken[];
  /** What is wrong with it has been reported. */
  readonly reported: boolean;
}

/** `head { children }`; with `value`, the head is `name =` and the braces hold a map. */
export interface BlockChunk {
  readonly kind: "block";
  /** Empty where the braces have lost their header: what they hold is then not to be read. */
  readonly head: readonly IToken[];
  readonly open: IToken | undefined;
  readonly close: IToken | undefined;
  readonly children: readonly Chunk[];
  readonly value: boolean;
  readonly reported: boolean;
}
