// Which line each token stands on, how far that line is indented, and whether the token begins it.

import { isLineEndCode } from "./characters.ts";
import { isLineEnd, type Token } from "./tokens.ts";

/** Line facts of a token vector, by token index. */
export class TokenLines {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  /** The index of the first token of each token's line. */
  private readonly firstOf: Int32Array;

  constructor(tokens: readonly Token[], text: string) {
    this.tokens = tokens;
    this.text = text;
    this.firstOf = new Int32Array(tokens.length);
    let first = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      this.firstOf[at] = first;
      if (token !== undefined && isLineEnd(token)) first = at + 1;
    }
  }

  /** A number that is equal for tokens of one line and grows down the file. */
  line(index: number): number {
    return this.firstOf[index] ?? -1;
  }

  /** Characters before the first token of the line. */
  indent(index: number): number {
    const offset = this.tokens[this.line(index)]?.start ?? 0;
    let start = offset;
    while (start > 0 && !isLineEndCode(this.text.charCodeAt(start - 1))) start--;
    return offset - start;
  }

  /** Is this the first token of its line, and not the line's end? */
  isFirst(index: number): boolean {
    const token = this.tokens[index];
    return token !== undefined && this.line(index) === index && !isLineEnd(token);
  }
}
