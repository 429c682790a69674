// Can a chunk be laid out, or does a syntax error lie in it? The answer is the parser's, but no tree is built and no message
// worded, and the commonest statements are recognised without the grammar, so that formatting is not slower than parsing.

import type { IToken } from "chevrotain";
import type { BlockChunk, Chunk, StatementChunk } from "../syntax/chunk.ts";
import { StatementParser } from "../syntax/grammar.ts";
import { readHeader } from "../syntax/read-header.ts";
import { isAssignment, isPackageLine, isWord, pathEnd } from "../syntax/token-shapes.ts";
import { DateLiteral, DotDot, Name, NumberLiteral, Text, TimeLiteral } from "../syntax/tokens.ts";

let sharedParser: StatementParser | undefined;

/** Is a chunk at the top of a file free of syntax errors that the outline has not reported? */
export function isSoundAtTop(chunk: Chunk, source: string): boolean {
  sharedParser ??= new StatementParser();
  sharedParser.source = source;
  const parser = sharedParser;
  if (chunk.kind === "statement") {
    return chunk.tokens[0]?.image === "let" && !chunk.reported && reads(parser, chunk.tokens, parser.letStatement);
  }
  if (chunk.reported) return false;
  if (chunk.value) return reads(parser, chunk.head, parser.letHead) && areSound(parser, chunk.children);
  const header = parser.read(chunk.head, parser.header).node;
  if (header === undefined || hadProblems(parser)) return false;
  let silent = true;
  const read = readHeader(header, { start: 0, end: 0 }, () => {
    silent = false;
  });
  return silent && read.kind === "header" && chunk.children.every((child) => isSound(parser, child, isPolicy(chunk)));
}

/** Is this the header of a policy? */
export function isPolicy(chunk: BlockChunk): boolean {
  const [first, second] = chunk.head;
  return (first?.image === "abstract" ? second : first)?.image === "policy";
}

/** Does a setting of a policy with this first word hold conditions? */
export function isConditionKey(first: IToken | undefined): boolean {
  return first?.image === "require";
}

function isSound(parser: StatementParser, chunk: Chunk, inPolicy: boolean): boolean {
  if (chunk.reported) return false;
  if (chunk.kind === "statement") return isSoundStatement(parser, chunk, inPolicy);
  if (chunk.head.length === 0 || !isSoundHead(parser, chunk)) return false;
  return areSound(parser, chunk.children);
}

function areSound(parser: StatementParser, chunks: readonly Chunk[]): boolean {
  return chunks.every((chunk) => isSound(parser, chunk, false));
}

function isSoundStatement(parser: StatementParser, chunk: StatementChunk, inPolicy: boolean): boolean {
  const { tokens } = chunk;
  const first = tokens[0];
  if (first === undefined || isPackageLine(first) || isPlainSetting(tokens)) return true;
  const operator = tokens[pathEnd(tokens, 0)];
  if (operator === undefined || !isAssignment(operator) || tokens.at(-1) === operator) return false;
  const conditions = inPolicy && isConditionKey(first);
  return reads(parser, tokens, conditions ? parser.settingWithCondition : parser.setting);
}

/** `name = v` or `name = v .. w` with words, numbers, dates and texts in which nothing is escaped or filled in. */
function isPlainSetting(tokens: readonly IToken[]): boolean {
  const [name, operator, from, dots, to] = tokens;
  if (name === undefined || !isWord(name) || operator === undefined || !isAssignment(operator)) return false;
  if (from === undefined || !isPlainValue(from)) return false;
  if (tokens.length === 3) return true;
  return tokens.length === 5 && dots?.tokenType === DotDot && to !== undefined && isPlainValue(to);
}

function isPlainValue(token: IToken): boolean {
  const type = token.tokenType;
  if (type === Text) return !/[\\$]/.test(token.image);
  return type === Name || type === NumberLiteral || type === DateLiteral || type === TimeLiteral;
}

function isSoundHead(parser: StatementParser, chunk: BlockChunk): boolean {
  const { head } = chunk;
  const [first, second] = head;
  if (chunk.value) return reads(parser, head, parser.setting);
  if (first === undefined || !isWord(first)) return false;
  const isPlain = head.length === 1 || (head.length === 2 && second !== undefined && isWord(second));
  return isPlain || reads(parser, head, parser.blockHead);
}

function reads<T>(parser: StatementParser, tokens: readonly IToken[], rule: () => T): boolean {
  const { error } = parser.read(tokens, rule);
  return !hadProblems(parser) && error === undefined;
}

function hadProblems(parser: StatementParser): boolean {
  return parser.problems.splice(0).length > 0;
}
