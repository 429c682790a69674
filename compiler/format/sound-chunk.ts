// Can a chunk be laid out, or does a syntax error lie in it? The answer is the grammar's, but no message is worded.

import type { BlockChunk, Chunk, StatementChunk } from "../syntax/chunk.ts";
import {
  blockHead,
  constant,
  constantHead,
  header,
  readTokens,
  requirement,
  type StatementRule,
  setting,
  settingHead,
} from "../syntax/grammar.ts";
import { readHeader } from "../syntax/read-header.ts";
import {
  isAssignment,
  isPackageLine,
  isText,
  isWord,
  kindsWithConditions,
  pathEnd,
  type Token,
} from "../syntax/tokens.ts";

/** Is a chunk at the top of a file free of syntax errors that the outline has not reported? */
export function isSoundAtTop(chunk: Chunk, source: string): boolean {
  if (chunk.reported) return false;
  if (chunk.kind === "statement") return chunk.tokens[0]?.image === "let" && reads(chunk.tokens, source, constant);
  if (chunk.value) return reads(chunk.head, source, constantHead) && areSound(chunk.children, source);
  const { node, problems } = readTokens(chunk.head, source, header);
  if (node === undefined || problems.length > 0) return false;
  let silent = true;
  const read = readHeader(node, { start: 0, end: 0 }, () => {
    silent = false;
  });
  return silent && read.kind === "header" && areSound(chunk.children, source, requires(chunk));
}

/** Is this the header of a policy or an expectation, whose `require` holds conditions? */
export function requires(chunk: BlockChunk): boolean {
  const [first, second] = chunk.head;
  return kindsWithConditions.has((first?.image === "abstract" ? second : first)?.image ?? "");
}

/** Does a setting of a policy with this first word hold conditions? */
export function isConditionKey(first: Token | undefined): boolean {
  return first?.image === "require";
}

function areSound(chunks: readonly Chunk[], source: string, withConditions = false): boolean {
  return chunks.every((chunk) => {
    if (chunk.reported) return false;
    if (chunk.kind === "statement") return isSoundStatement(chunk, source, withConditions);
    return isSoundHead(chunk, source) && areSound(chunk.children, source);
  });
}

function isSoundStatement({ tokens }: StatementChunk, source: string, withConditions: boolean): boolean {
  const first = tokens[0];
  if (first === undefined || isPackageLine(first)) return true;
  const operator = tokens[pathEnd(tokens, 0)];
  if (operator === undefined || !isAssignment(operator) || tokens.at(-1) === operator) return false;
  return reads(tokens, source, withConditions && isConditionKey(first) ? requirement : setting);
}

function isSoundHead({ head, value }: BlockChunk, source: string): boolean {
  const [first] = head;
  if (value) return reads(head, source, settingHead);
  return first !== undefined && (isWord(first) || isText(first)) && reads(head, source, blockHead);
}

function reads<T>(tokens: readonly Token[], source: string, rule: StatementRule<T>): boolean {
  const { mistake, problems } = readTokens(tokens, source, rule);
  return mistake === undefined && problems.length === 0;
}
