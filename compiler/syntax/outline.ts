// The shape of a file before its grammar: which tokens form one statement, and which statements lie in which braces.
// The grammar then reads one statement at a time, so a mistake stays inside the statement that holds it.
//
// A stretch from one declaration in the first column to the next whose braces pair up is taken as its braces say.
// Where they do not pair up, indentation says which brace is missing or too many, and that brace is what is reported.

import type { IToken } from "chevrotain";
import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../text/source-file.ts";
import { endOf } from "./lexer.ts";
import {
  braceOnNextLine,
  missingBrace,
  strayBrace,
  straySeparator,
  tooDeep,
  unclosedBlock,
  unclosedBracket,
} from "./structure-diagnostics.ts";
import { TokenLines } from "./token-lines.ts";
import {
  endsValue,
  isAssignment,
  isCloseBrace,
  isComma,
  isDeclarationStart,
  isLineEnd,
  isOpenBrace,
  isPackageLine,
  isSemicolon,
  pathEnd,
  startsBlock,
  startsSetting,
} from "./token-shapes.ts";
import { packageBlocks } from "./tokens.ts";

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
  readonly head: readonly IToken[];
  readonly open: IToken | undefined;
  readonly close: IToken | undefined;
  readonly children: readonly Chunk[];
  readonly value: boolean;
  readonly reported: boolean;
}

/** Nesting beyond this is reported and skipped; no program needs a tenth of it. */
const maximumDepth = 60;

/** Splits the tokens of `file` into statements and blocks. */
export function outline(file: SourceFile, tokens: readonly IToken[], report: Report): Chunk[] {
  const lines = new TokenLines(tokens, file);
  const chunks: Chunk[] = [];
  for (const [start, end] of segments(tokens, lines)) {
    chunks.push(...new Outliner({ file, tokens, lines, report }, start, end).run());
  }
  return chunks;
}

interface Input {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
  readonly lines: TokenLines;
  readonly report: Report;
}

/** From each declaration in the first column to the next. */
function segments(tokens: readonly IToken[], lines: TokenLines): [number, number][] {
  const starts = [0];
  for (let i = 1; i < tokens.length; i++) {
    if (lines.isFirst(i) && lines.indent(i) === 0 && isDeclarationStart(tokens, i)) starts.push(i);
  }
  return starts.map((start, k) => [start, starts[k + 1] ?? tokens.length]);
}

interface OpenBlock {
  readonly at: number;
  readonly open: IToken;
  readonly line: number;
  readonly indent: number;
  /** Indent of the first line inside, once there is one. */
  contentIndent: number | undefined;
}

/** Walks one segment. The class holds the cursor and the blocks that are open. */
class Outliner {
  private readonly stack: OpenBlock[] = [];
  private readonly balanced: boolean;
  private readonly input: Input;
  private at: number;
  private readonly end: number;

  constructor(input: Input, start: number, end: number) {
    this.input = input;
    this.at = start;
    this.end = end;
    this.balanced = this.bracesPair(start);
  }

  run(): Chunk[] {
    const chunks: Chunk[] = [];
    while (this.at < this.end) chunks.push(...this.body(false));
    return chunks;
  }

  private bracesPair(start: number): boolean {
    let depth = 0;
    for (let i = start; i < this.end; i++) {
      const token = this.input.tokens[i];
      if (token === undefined) break;
      if (isOpenBrace(token)) depth++;
      else if (isCloseBrace(token) && --depth < 0) return false;
    }
    return depth === 0;
  }

  private token(offset = 0): IToken | undefined {
    const at = this.at + offset;
    return at < this.end ? this.input.tokens[at] : undefined;
  }

  /** Statements up to the brace that closes the innermost open block, which is left to the caller. */
  private body(isMap: boolean): Chunk[] {
    const chunks: Chunk[] = [];
    let separated = false;
    for (let token = this.token(); token !== undefined; token = this.token()) {
      if (isLineEnd(token)) {
        this.at++;
      } else if (isComma(token) || isSemicolon(token)) {
        if (!isMap || !separated || isSemicolon(token)) this.say(straySeparator, { sign: token.image }, token, [token]);
        separated = false;
        this.at++;
      } else if (isCloseBrace(token)) {
        const closes = this.closes();
        if (closes !== "stray") return chunks;
        this.say(strayBrace, { sign: "}" }, token, [token]);
        this.at++;
      } else if (this.isDedent()) {
        return chunks;
      } else if (isOpenBrace(token)) {
        chunks.push(...this.strayOpen(token));
      } else {
        this.noteContent();
        chunks.push(this.statement(isMap));
        separated = true;
      }
    }
    return chunks;
  }

  /** What the closing brace at the cursor closes. */
  private closes(): "innermost" | "outer" | "stray" {
    const { lines } = this.input;
    const top = this.stack.at(-1);
    if (top === undefined) return "stray";
    if (this.balanced) return "innermost";
    const line = lines.line(this.at);
    if (!lines.isFirst(this.at)) {
      if (top.line === line) return "innermost";
      return this.closedEarlierOnLine() ? "stray" : "innermost";
    }
    const indent = lines.indent(this.at);
    if (top.indent === indent && top.line < line) return "innermost";
    if (this.stack.some((open) => open.indent === indent && open.line < line)) return "outer";
    return indent > top.indent ? "stray" : "innermost";
  }

  private closedEarlierOnLine(): boolean {
    for (let i = this.at - 1; i >= 0 && this.input.lines.line(i) === this.input.lines.line(this.at); i--) {
      const token = this.input.tokens[i];
      if (token !== undefined && isCloseBrace(token)) return true;
    }
    return false;
  }

  /** Does the line at the cursor stand too far to the left to belong to the innermost open block? */
  private isDedent(): boolean {
    const top = this.stack.at(-1);
    if (this.balanced || top === undefined || !this.input.lines.isFirst(this.at)) return false;
    if (this.input.lines.line(this.at) === top.line || this.input.lines.indent(this.at) > top.indent) return false;
    return top.contentIndent === undefined || top.contentIndent > top.indent;
  }

  private noteContent(): void {
    const top = this.stack.at(-1);
    if (top && top.contentIndent === undefined && this.input.lines.isFirst(this.at)) {
      top.contentIndent = this.input.lines.indent(this.at);
    }
  }

  /** A brace that no header stands before: reported once; what it holds is read as if it were not there. */
  private strayOpen(token: IToken): Chunk[] {
    this.say(strayBrace, { sign: "{" }, token, [token]);
    if (!this.balanced) {
      this.at++;
      return [];
    }
    return this.block([], token, { value: false, reported: true }).children.slice();
  }

  private statement(inMap: boolean): Chunk {
    const { tokens } = this.input;
    const start = this.at;
    const first = tokens[start];
    if (first && isPackageLine(first)) {
      this.at++;
      return statementOf([first]);
    }
    const keyStart = first?.image === "let" && startsSetting(tokens, start + 1) ? start + 1 : start;
    const operator = pathEnd(tokens, keyStart);
    const sign = operator < this.end ? tokens[operator] : undefined;
    if (operator > keyStart && sign && isAssignment(sign)) return this.setting(start, operator, inMap);
    return this.headed(start);
  }

  private setting(start: number, operator: number, inMap: boolean): Chunk {
    const { tokens } = this.input;
    this.at = operator + 1;
    const first = this.token();
    if (first && isOpenBrace(first)) {
      return this.block(tokens.slice(start, operator + 1), first, { value: true, reported: false });
    }
    if (first === undefined || startsSetting(tokens, this.at) || startsBlock(tokens, this.at)) {
      return statementOf(tokens.slice(start, operator + 1));
    }
    const value = this.value(inMap);
    return {
      kind: "statement",
      tokens: [...tokens.slice(start, operator + 1), ...value.tokens],
      reported: value.reported,
    };
  }

  /** The tokens of a value, without line ends. */
  private value(inMap: boolean): { tokens: IToken[]; reported: boolean } {
    const { tokens, lines } = this.input;
    const start = this.at;
    const kept: IToken[] = [];
    const brackets: IToken[] = [];
    for (let token = this.token(); token !== undefined; token = this.token()) {
      const innermost = brackets.at(-1);
      if (innermost === undefined) {
        if (isLineEnd(token) || isCloseBrace(token) || isOpenBrace(token) || isComma(token) || isSemicolon(token))
          break;
        const previous = tokens[this.at - 1];
        const mayEnd = this.at > start && previous !== undefined && endsValue(previous);
        if (mayEnd && (startsSetting(tokens, this.at) || (!inMap && startsBlock(tokens, this.at)))) break;
      } else if (innermost.image !== "{") {
        const resumes = lines.isFirst(this.at) && (startsSetting(tokens, this.at) || startsBlock(tokens, this.at));
        if (resumes || isCloseBrace(token)) {
          this.say(unclosedBracket, { sign: innermost.image }, innermost);
          return { tokens: kept, reported: true };
        }
      }
      if (!isLineEnd(token)) kept.push(token);
      if (brackets.length > maximumDepth) return this.skipTooDeep(token, kept);
      track(brackets, token);
      this.at++;
    }
    const unclosed = brackets[0];
    if (unclosed) this.say(unclosedBracket, { sign: unclosed.image }, unclosed);
    return { tokens: kept, reported: unclosed !== undefined };
  }

  private skipTooDeep(token: IToken, kept: IToken[]): { tokens: IToken[]; reported: boolean } {
    this.say(tooDeep, { limit: maximumDepth }, token);
    this.at = this.end;
    return { tokens: kept, reported: true };
  }

  /** A statement that is no setting: a block's header, or something that can't be read. */
  private headed(start: number): Chunk {
    const { tokens } = this.input;
    let token = this.token();
    while (
      token &&
      !isLineEnd(token) &&
      !isOpenBrace(token) &&
      !isCloseBrace(token) &&
      !isComma(token) &&
      !isSemicolon(token)
    ) {
      if (this.at > start && startsSetting(tokens, this.at)) break;
      this.at++;
      token = this.token();
    }
    const head = tokens.slice(start, this.at);
    if (token && isOpenBrace(token)) return this.block(head, token, { value: false, reported: false });
    const next = this.nextOnLaterLine();
    if (isHeaderShaped(head) && next !== undefined && isOpenBrace(next) && token && isLineEnd(token)) {
      this.say(braceOnNextLine, {}, next, undefined, head.at(-1));
      this.at = tokens.indexOf(next, this.at);
      return this.block(head, next, { value: false, reported: false });
    }
    if (this.lacksBrace(start, head)) return this.virtualBlock(start, head);
    return statementOf(head);
  }

  private nextOnLaterLine(): IToken | undefined {
    for (let i = this.at; i < this.end; i++) {
      const token = this.input.tokens[i];
      if (token && !isLineEnd(token)) return token;
    }
    return undefined;
  }

  /** Is this a header whose brace is missing, as the lines below (or the rest of this one) show? */
  private lacksBrace(start: number, head: readonly IToken[]): boolean {
    if (this.balanced || !isHeaderShaped(head)) return false;
    const { tokens, lines } = this.input;
    let i = this.at;
    while (i < this.end && tokens[i] !== undefined && isLineEnd(tokens[i] as IToken)) i++;
    if (i >= this.end) return false;
    const sameLine = lines.line(i) === lines.line(start);
    return sameLine ? startsSetting(tokens, i) : lines.indent(i) > lines.indent(start);
  }

  private virtualBlock(start: number, head: readonly IToken[]): BlockChunk {
    const last = head.at(-1) as IToken;
    this.say(missingBrace, { word: head[0]?.image ?? "" }, last, undefined, undefined, " {");
    const opaque = head.length === 1 && packageBlocks.some((name) => name === head[0]?.image);
    this.push(start, last);
    const children = this.body(false);
    const close = this.close(false);
    return {
      kind: "block",
      head,
      open: undefined,
      close,
      children: opaque ? [] : children,
      value: false,
      reported: true,
    };
  }

  private block(
    head: readonly IToken[],
    open: IToken,
    how: { readonly value: boolean; readonly reported: boolean },
  ): BlockChunk {
    if (this.stack.length >= maximumDepth) {
      this.say(tooDeep, { limit: maximumDepth }, open);
      this.at = this.end;
      return { kind: "block", head, open, close: undefined, children: [], value: how.value, reported: true };
    }
    this.push(Math.max(this.at - head.length, 0), open);
    this.at++;
    const children = this.body(how.value);
    const close = this.close(true);
    return {
      kind: "block",
      head,
      open,
      close,
      children,
      value: how.value,
      reported: how.reported || close === undefined,
    };
  }

  private push(headAt: number, open: IToken): void {
    const { lines } = this.input;
    this.stack.push({
      at: this.at,
      open,
      line: lines.line(headAt),
      indent: lines.indent(headAt),
      contentIndent: undefined,
    });
  }

  /** Closes the innermost block: by the brace at the cursor if that is its own, else it was never closed. */
  private close(reports: boolean): IToken | undefined {
    const token = this.token();
    const closing = token && isCloseBrace(token) && this.closes() === "innermost" ? token : undefined;
    const block = this.stack.pop();
    if (closing) this.at++;
    else if (block && reports) this.say(unclosedBlock, {}, block.open);
    return closing;
  }

  private say<P>(
    definition: Parameters<typeof diagnose<P>>[0],
    parameters: P,
    token: IToken,
    remove?: readonly IToken[],
    moveTo?: IToken,
    insert?: string,
  ): void {
    const { file, report } = this.input;
    const span = { file, start: token.startOffset, end: endOf(token) };
    const edits = [
      ...(remove ?? []).map((one) => ({ span: { file, start: one.startOffset, end: endOf(one) }, text: "" })),
      ...(moveTo ? [{ span: { file, start: endOf(moveTo), end: endOf(token) }, text: " {" }] : []),
      ...(insert ? [{ span: { file, start: span.end, end: span.end }, text: insert }] : []),
    ];
    const title = remove ? `Remove \`${token.image}\`` : moveTo ? "Move the brace up" : "Add the brace";
    report(diagnose(definition, parameters, { span, fixes: edits.length > 0 ? [{ title, edits }] : [] }));
  }
}

function statementOf(tokens: readonly IToken[]): StatementChunk {
  return { kind: "statement", tokens, reported: false };
}

function track(brackets: IToken[], token: IToken): void {
  if (token.image === "[" || token.image === "(" || token.image === "{") brackets.push(token);
  else if (token.image === "]" || token.image === ")" || token.image === "}") brackets.pop();
}

/** Words, texts and dates only: what may stand before a block's brace. */
function isHeaderShaped(head: readonly IToken[]): boolean {
  return (
    head.length > 0 && /^[A-Za-z]/.test(head[0]?.image ?? "") && head.every((token) => /^["\w[\].]/.test(token.image))
  );
}
