// Which line each token stands on, how far that line is indented, and whether the token begins it.

import type { IToken } from "chevrotain";
import type { SourceFile } from "../text/source-file.ts";
import { isLineEnd } from "./token-shapes.ts";

/** Line facts of a token vector, by token index. Built once in one pass. */
export class TokenLines {
  private readonly lineOf: Int32Array;
  private readonly indentOf: Int32Array;
  private readonly first: Uint8Array;

  constructor(tokens: readonly IToken[], file: SourceFile) {
    this.lineOf = new Int32Array(tokens.length);
    this.indentOf = new Int32Array(tokens.length);
    this.first = new Uint8Array(tokens.length);
    let line = 0;
    let begins = true;
    let indent = 0;
    tokens.forEach((token, i) => {
      if (begins) indent = indentAt(file.text, token.startOffset);
      this.lineOf[i] = line;
      this.indentOf[i] = indent;
      this.first[i] = begins && !isLineEnd(token) ? 1 : 0;
      begins = isLineEnd(token);
      if (begins) line++;
    });
  }

  /** A number that is equal for tokens of one line and grows down the file. */
  line(index: number): number {
    return this.lineOf[index] ?? -1;
  }

  /** Characters before the first token of the line. */
  indent(index: number): number {
    return this.indentOf[index] ?? 0;
  }

  isFirst(index: number): boolean {
    return this.first[index] === 1;
  }
}

function indentAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return offset - start;
}
