// The walk over the tokens from one declaration to the next, with the statements and blocks that lie there.

import {
  type DiagnosticDefinition,
  diagnose,
  type Fix,
  offerFix,
  type Report,
  replaceFix,
} from "../diagnostics/diagnostic.ts";
import { limits } from "../text/limits.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { BraceGuide } from "./brace-guide.ts";
import type { BlockChunk, Chunk, StatementChunk } from "./chunk.ts";
import { type CommaNumber, numberAround } from "./comma-number.ts";
import { type ForeignHeader, foreignHeader, toldForeign } from "./foreign-header.ts";
import * as messages from "./structure-diagnostics.ts";
import { badHeader } from "./syntax-diagnostics.ts";
import type { TokenLines } from "./token-lines.ts";
import {
  isAssignment,
  isCloseBrace,
  isComma,
  isLineEnd,
  isOpenBrace,
  isPackageLine,
  isSemicolon,
  isWord,
  pathEnd,
  startsSetting,
  type Token,
} from "./tokens.ts";
import { packageBlocks } from "./tree.ts";
import { bracketTokens, endOfUnopenedList, opensBracket, type ValueTokens, valueTokens } from "./value-tokens.ts";

export interface OutlineInput {
  readonly file: SourceFile;
  readonly tokens: readonly Token[];
  readonly lines: TokenLines;
  readonly report: Report;
}

/** Walks one segment. The class holds the cursor and the blocks that are open. */
export class Outliner {
  private readonly input: OutlineInput;
  private readonly guide: BraceGuide;
  private readonly end: number;
  private at: number;
  /** Above zero inside something that is not to be read: nothing is reported there. */
  private muted = 0;

  constructor(input: OutlineInput, start: number, end: number) {
    this.input = input;
    this.at = start;
    this.end = end;
    this.guide = new BraceGuide(input.tokens, input.lines, { start, end });
  }

  run(): Chunk[] {
    const chunks: Chunk[] = [];
    while (this.at < this.end) for (const chunk of this.body(false)) chunks.push(chunk);
    return chunks;
  }

  private token(offset = 0): Token | undefined {
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
        if (!isMap || !separated || isSemicolon(token)) this.stray(messages.straySeparator, token);
        separated = false;
        this.at++;
      } else if (isCloseBrace(token)) {
        if (this.guide.closes(this.at) !== "stray") return chunks;
        this.stray(messages.strayBrace, token);
        this.at++;
      } else if (this.guide.isDedent(this.at)) {
        return chunks;
      } else if (isOpenBrace(token)) {
        const headless = this.strayOpen(token);
        if (headless) chunks.push(headless);
      } else {
        this.guide.noteContent(this.at);
        chunks.push(this.statement(isMap));
        separated = true;
      }
    }
    return chunks;
  }

  /** A brace that no header stands before. With its partner there, the header was lost, so what it holds is not read. */
  private strayOpen(token: Token): BlockChunk | undefined {
    this.stray(messages.strayBrace, token);
    if (!this.guide.balanced) {
      this.at++;
      return undefined;
    }
    return this.unread(token);
  }

  /** The block whose brace is at the cursor, without its header and with nothing said of it. */
  private unread(open: Token): BlockChunk {
    this.muted++;
    const block = this.block([], open, { value: false, reported: true });
    this.muted--;
    return block;
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
    const { tokens, lines } = this.input;
    this.at = operator + 1;
    const first = this.token();
    if (first && isOpenBrace(first)) {
      return this.block(tokens.slice(start, operator + 1), first, { value: true, reported: false });
    }
    const listEnd =
      first && isLineEnd(first) ? endOfUnopenedList({ tokens, lines, end: this.end }, this.at) : undefined;
    if (listEnd !== undefined) return this.unopenedList(start, operator, listEnd);
    // Of `a = b c { }` the block is `c`, since a value is wanted first.
    const second = this.token(1);
    const isBlock = first !== undefined && isWord(first) && second !== undefined && isOpenBrace(second);
    if (first === undefined || isBlock || startsSetting(tokens, this.at)) {
      return statementOf(tokens.slice(start, operator + 1));
    }
    const value = valueTokens({ tokens, lines, end: this.end }, this.at, inMap);
    this.valueProblem(value, operator + 1);
    this.at = value.next;
    return { kind: "statement", tokens: lineless(tokens, start, value.end), reported: value.problem !== undefined };
  }

  /** A list over several lines that lost its `[`. */
  private unopenedList(start: number, operator: number, listEnd: number): StatementChunk {
    const { tokens, file } = this.input;
    const sign = tokens[operator];
    this.at = listEnd;
    if (sign) {
      const insertion = { file, start: sign.end, end: sign.end };
      this.say(messages.unbracketedList, {}, sign, [replaceFix("Open the list", insertion, " [")]);
    }
    return { kind: "statement", tokens: tokens.slice(start, operator + 1), reported: true };
  }

  private valueProblem({ end, problem }: ValueTokens, start: number): void {
    if (problem === undefined) return;
    const { token } = problem;
    const tokens = lineless(this.input.tokens, start, end);
    if (problem.kind === "unclosed-bracket") this.say(messages.unclosedBracket, { sign: token.image }, token);
    else if (problem.kind === "too-deep") this.say(messages.tooDeep, { limit: limits.nesting }, token);
    else {
      const [first = token, last = token] = [tokens[0], tokens.at(-1)];
      const { file } = this.input;
      const number = numberAround(tokens, token);
      if (number !== undefined) {
        this.groupedDigits(number, { file, start: number.start, end: number.start + number.written.length });
        return;
      }
      const insertions = [
        { span: { file, start: first.start, end: first.start }, text: "[" },
        ...(last.image === "]" ? [] : [{ span: { file, start: last.end, end: last.end }, text: "]" }]),
      ];
      this.say(messages.unbracketedList, {}, token, [
        { title: "Put the list in brackets", edits: insertions, applies: "always" },
      ]);
    }
  }

  /** `1,800` and `1,5`: most likely one number, though nobody knows whether its comma is a point. */
  private groupedDigits({ written, number }: CommaNumber, span: Span): void {
    const fixes = [offerFix(`Write \`${number}\``, span, number)];
    this.input.report(diagnose(messages.groupedDigits, { written, number }, { span, fixes }));
  }

  /** A statement that is no setting: a block's header, or something that can't be read. */
  private headed(start: number): Chunk {
    const { tokens } = this.input;
    const foreign = foreignHeader(this.input, start, { end: this.end, isOutside: this.guide.depth === 0 });
    if (foreign !== undefined) return this.foreignBlock(start, foreign);
    this.toEndOfHead(start);
    const head = tokens.slice(start, this.at);
    const token = this.token();
    if (token && isOpenBrace(token)) {
      const first = head[0];
      if (first && !isWord(first) && !first.image.startsWith('"')) return this.junk(start, token);
      return this.block(head, token, { value: false, reported: false });
    }
    const nextAt = this.nextOnLaterLine();
    const next = nextAt === undefined ? undefined : tokens[nextAt];
    if (isHeaderShaped(head) && nextAt !== undefined && next && isOpenBrace(next) && token && isLineEnd(token)) {
      return this.braceBelow(head, next, nextAt);
    }
    if (this.lacksBrace(start, head)) return this.virtualBlock(start, head);
    return statementOf(head);
  }

  /** A block that something else than `{` opens: what it holds is read as if it were one. */
  private foreignBlock(start: number, foreign: ForeignHeader): BlockChunk {
    const { tokens, file } = this.input;
    const { head, next, close: closeAt } = foreign;
    const opaque = packageBlocks.some((name) => name === head[0]?.image);
    if (opaque) this.muted++;
    this.at = next;
    this.guide.push(start, foreign.last);
    const children = closeAt === undefined ? this.body(false) : this.within(next, closeAt);
    if (closeAt !== undefined) this.at = closeAt;
    const close = this.close(false) ?? (closeAt === undefined ? undefined : tokens[this.at++]);
    if (opaque) this.muted--;
    const { problem, form, fix } = toldForeign(foreign, { file, tokens, close, end: this.at });
    this.say(badHeader, { problem, form }, { ...foreign.first, end: foreign.last.end }, [fix]);
    return { kind: "block", head: opaque ? [] : head, open: undefined, close, children, value: false, reported: true };
  }

  /** What lies between two tokens. */
  private within(start: number, end: number): Chunk[] {
    const inside = new Outliner(this.input, start, end);
    inside.muted = this.muted;
    return inside.run();
  }

  /** Moves the cursor behind the words of a header, or behind a line that is none. */
  private toEndOfHead(start: number): void {
    const { tokens, lines } = this.input;
    for (let token = this.token(); token !== undefined; token = this.token()) {
      if (isLineEnd(token) || isOpenBrace(token) || isCloseBrace(token) || isComma(token) || isSemicolon(token)) return;
      if (this.at > start && startsSetting(tokens, this.at)) return;
      if (opensBracket(token) && !this.braceComesFirst()) {
        this.at = bracketTokens({ tokens, lines, end: this.end }, this.at).next;
      } else this.at++;
    }
  }

  /** Does the line reach a brace before the bracket at the cursor is closed, as in `team[1..6 {`? */
  private braceComesFirst(): boolean {
    for (let i = 1; ; i++) {
      const token = this.token(i);
      if (token === undefined || isLineEnd(token) || token.image === "]") return false;
      if (isOpenBrace(token)) return true;
    }
  }

  /** A line that begins with a sign and goes on with braces: all of it is one thing that can't be read. */
  private junk(start: number, open: Token): StatementChunk {
    this.unread(open);
    return statementOf(lineless(this.input.tokens, start, this.at));
  }

  /** A header whose brace stands on a later line. Where more follows that brace, the two lines are jumbled and not read. */
  private braceBelow(head: readonly Token[], open: Token, openAt: number): BlockChunk {
    const after = this.input.tokens[openAt + 1];
    const ends = openAt + 1 >= this.end || after === undefined || isLineEnd(after) || isCloseBrace(after);
    const alone = ends && !packageBlocks.some((name) => name === head[0]?.image);
    const last = head.at(-1) ?? open;
    const span = { file: this.input.file, start: last.end, end: open.end };
    const fixes = alone ? [replaceFix("Move the brace up", span, " {")] : [];
    this.say(messages.braceOnNextLine, {}, open, fixes);
    this.at = openAt;
    const isDeclaration = this.guide.depth === 0;
    if (alone) return this.block(head, open, { value: false, reported: false });
    const block = this.unread(open);
    return isDeclaration ? { ...block, head, children: [] } : block;
  }

  private nextOnLaterLine(): number | undefined {
    for (let i = this.at; i < this.end; i++) {
      const token = this.input.tokens[i];
      if (token && !isLineEnd(token)) return i;
    }
    return undefined;
  }

  /** Is this a header whose brace is missing, as the lines below (or the rest of this one) show? */
  private lacksBrace(start: number, head: readonly Token[]): boolean {
    if (this.guide.balanced || !isHeaderShaped(head)) return false;
    const { tokens, lines } = this.input;
    const next = this.nextOnLaterLine();
    if (next === undefined) return false;
    const sameLine = lines.line(next) === lines.line(start);
    return sameLine ? startsSetting(tokens, next) : lines.indent(next) > lines.indent(start);
  }

  private virtualBlock(start: number, head: readonly Token[]): BlockChunk {
    const last = head.at(-1) ?? this.input.tokens[start];
    if (last === undefined) throw new Error("a header has words");
    const brace = { file: this.input.file, start: last.end, end: last.end };
    this.say(messages.missingBrace, { word: head[0]?.image ?? "" }, last, [replaceFix("Add the brace", brace, " {")]);
    const opaque = head.length === 1 && packageBlocks.some((name) => name === head[0]?.image);
    if (opaque) this.muted++;
    this.guide.push(start, last);
    const children = this.body(false);
    const close = this.close(false);
    if (opaque) this.muted--;
    return { kind: "block", head: opaque ? [] : head, open: undefined, close, children, value: false, reported: true };
  }

  private block(
    head: readonly Token[],
    open: Token,
    how: { readonly value: boolean; readonly reported: boolean },
  ): BlockChunk {
    const { value } = how;
    if (this.guide.depth >= limits.nesting) {
      this.say(messages.tooDeep, { limit: limits.nesting }, open);
      this.at = this.end;
      return { kind: "block", head, open, close: undefined, children: [], value, reported: true };
    }
    this.guide.push(Math.max(this.at - head.length, 0), open);
    this.at++;
    const children = this.body(value);
    const close = this.close(true);
    return { kind: "block", head, open, close, children, value, reported: how.reported || close === undefined };
  }

  /** Closes the innermost block: by the brace at the cursor if that is its own, else it was never closed. */
  private close(reports: boolean): Token | undefined {
    const token = this.token();
    const closing = token && isCloseBrace(token) && this.guide.closes(this.at) === "innermost" ? token : undefined;
    const open = this.guide.pop();
    if (closing) this.at++;
    else if (open && reports) this.say(messages.unclosedBlock, {}, open);
    return closing;
  }

  private stray(definition: DiagnosticDefinition<{ sign: string }>, token: Token): void {
    const span = { file: this.input.file, start: token.start, end: token.end };
    this.say(definition, { sign: token.image }, token, [replaceFix(`Remove \`${token.image}\``, span, "")]);
  }

  private say<P>(definition: DiagnosticDefinition<P>, parameters: P, token: Token, fixes: readonly Fix[] = []): void {
    if (this.muted > 0) return;
    const span = { file: this.input.file, start: token.start, end: token.end };
    this.input.report(diagnose(definition, parameters, { span, fixes }));
  }
}

function statementOf(tokens: readonly Token[]): StatementChunk {
  return { kind: "statement", tokens, reported: false };
}

/** The tokens between two indices, without line ends. */
function lineless(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  const all = tokens.slice(start, end);
  return all.some(isLineEnd) ? all.filter((token) => !isLineEnd(token)) : all;
}

/** Words, texts and dates only: what may stand before a block's brace. */
function isHeaderShaped(head: readonly Token[]): boolean {
  return (
    head.length > 0 && /^[A-Za-z]/.test(head[0]?.image ?? "") && head.every((token) => /^["\w[\].]/.test(token.image))
  );
}
