// Which block a closing brace closes. A stretch whose braces pair up is taken as its braces say. Where they do not pair up,
// indentation says which brace is missing or too many, and that brace is what is reported.

import type { TokenLines } from "./token-lines.ts";
import { isCloseBrace, isOpenBrace, type Token } from "./tokens.ts";

interface OpenBlock {
  /** The brace, or the last word of a header whose brace is missing. */
  readonly open: Token;
  readonly line: number;
  readonly indent: number;
  /** Indent of the first line inside, once there is one. */
  contentIndent: number | undefined;
}

/** Holds the blocks that are open while one segment is walked. Positions are token indices. */
export class BraceGuide {
  private readonly stack: OpenBlock[] = [];
  private readonly tokens: readonly Token[];
  private readonly lines: TokenLines;
  /** Do the segment's braces pair up? */
  readonly balanced: boolean;
  /** Are there more closing braces than opening ones, so that one of them is too many? */
  private readonly surplusCloses: boolean;

  constructor(tokens: readonly Token[], lines: TokenLines, segment: { readonly start: number; readonly end: number }) {
    this.tokens = tokens;
    this.lines = lines;
    const { final, lowest } = depths(tokens, segment);
    this.balanced = final === 0 && lowest === 0;
    this.surplusCloses = final < 0;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** Opens a block whose header begins at `headAt`. */
  push(headAt: number, open: Token): void {
    const { lines } = this;
    this.stack.push({ open, line: lines.line(headAt), indent: lines.indent(headAt), contentIndent: undefined });
  }

  /** The brace of the block that was innermost. */
  pop(): Token | undefined {
    return this.stack.pop()?.open;
  }

  /** Notes the indent of the statement at `at`, if it is the first inside the innermost block. */
  noteContent(at: number): void {
    const top = this.stack.at(-1);
    if (top && top.contentIndent === undefined && this.lines.isFirst(at)) top.contentIndent = this.lines.indent(at);
  }

  /** What the closing brace at `at` closes. */
  closes(at: number): "innermost" | "outer" | "stray" {
    const { lines } = this;
    const top = this.stack.at(-1);
    if (top === undefined) return "stray";
    if (this.balanced) return "innermost";
    const line = lines.line(at);
    if (!lines.isFirst(at)) {
      if (top.line === line) return "innermost";
      return this.surplusCloses || this.closedEarlierOnLine(at) ? "stray" : "innermost";
    }
    const indent = lines.indent(at);
    if (top.indent === indent && top.line < line) return "innermost";
    if (this.stack.some((open) => open.indent === indent && open.line < line)) return "outer";
    return indent > top.indent ? "stray" : "innermost";
  }

  /** Does the line at `at` stand too far to the left to belong to the innermost open block? */
  isDedent(at: number): boolean {
    const top = this.stack.at(-1);
    if (this.balanced || top === undefined || !this.lines.isFirst(at)) return false;
    if (this.lines.line(at) === top.line || this.lines.indent(at) > top.indent) return false;
    return top.contentIndent === undefined || top.contentIndent > top.indent;
  }

  private closedEarlierOnLine(at: number): boolean {
    for (let i = at - 1; i >= 0 && this.lines.line(i) === this.lines.line(at); i--) {
      const token = this.tokens[i];
      if (token !== undefined && isCloseBrace(token)) return true;
    }
    return false;
  }
}

function depths(
  tokens: readonly Token[],
  { start, end }: { readonly start: number; readonly end: number },
): { readonly final: number; readonly lowest: number } {
  let depth = 0;
  let lowest = 0;
  for (let i = start; i < end; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isOpenBrace(token)) depth++;
    else if (isCloseBrace(token)) depth--;
    lowest = Math.min(lowest, depth);
  }
  return { final: depth, lowest };
}
