// The grammar of one statement. The outline has found where a statement begins and ends, so nothing here recovers:
// a statement is read whole or its first mistake is reported. A rule is a function that takes its tokens from a cursor, and
// the next token alone decides what it does.

import { limits } from "../text/limits.ts";
import { conditions } from "./condition-grammar.ts";
import {
  cursorOver,
  expect,
  expectName,
  fail,
  type Mistake,
  peek,
  type StatementCursor,
  type StatementProblem,
  take,
  takeIf,
} from "./statement-cursor.ts";
import { isCloseBrace, isOpenBrace, isWord } from "./token-shapes.ts";
import type { Token } from "./tokens.ts";
import type { FamilyRange, NameNode, PathNode, SettingNode, TextNode, ValueNode } from "./tree.ts";
import { assignment, keyPath, label, nameOf, path, startsLabel, startsValue, value } from "./value-grammar.ts";
import { opensBracket } from "./value-tokens.ts";

/** One rule of those below. */
export type Rule<T> = (cursor: StatementCursor) => T;

/** What a rule has made of a statement; `node` is absent where there is a mistake. */
export interface Reading<T> {
  readonly node: T | undefined;
  readonly mistake: Mistake | undefined;
  /** What is wrong inside texts and lists. */
  readonly problems: readonly StatementProblem[];
}

/** Reads all of `tokens`, which come from `source`, by `rule`. */
export function readTokens<T>(tokens: readonly Token[], source: string, rule: Rule<T>): Reading<T> {
  const excess = tooDeep(tokens);
  if (excess !== undefined) {
    const { start, end } = excess;
    return { node: undefined, mistake: undefined, problems: [{ start, end, problem: "too-deep" }] };
  }
  const cursor = cursorOver(tokens, source);
  const node = rule(cursor);
  if (cursor.at < tokens.length) fail(cursor, undefined);
  const { mistake, problems } = cursor;
  return { node: mistake === undefined ? node : undefined, mistake, problems };
}

/** The first bracket, `not` or `:` beyond the depth that is read: a statement nests by nothing else. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  if (tokens.length <= limits.nesting) return undefined;
  let brackets = 0;
  let prefixes = 0;
  return tokens.find((token) => {
    if (token.image === "not" || token.image === ":") prefixes++;
    else if (opensBracket(token) || isOpenBrace(token)) brackets++;
    else if (token.type === "]" || token.type === ")" || isCloseBrace(token)) brackets--;
    return prefixes > limits.nesting || brackets > limits.nesting;
  });
}

/** A setting's parts; `value` is absent where the braces of a map follow. */
export interface SettingParts {
  readonly path: readonly (NameNode | TextNode)[];
  readonly operator: SettingNode["operator"];
  readonly value: ValueNode | undefined;
}

export function setting(cursor: StatementCursor): SettingParts {
  const path = keyPath(cursor);
  const operator = assignment(cursor);
  return { path, operator, value: startsValue(peek(cursor)) ? value(cursor) : undefined };
}

/** `require = …` of a policy. */
export function settingWithCondition(cursor: StatementCursor): SettingParts {
  const path = keyPath(cursor);
  const operator = assignment(cursor);
  return { path, operator, value: conditions(cursor) };
}

/** The parts of a constant; `value` is absent where the braces of a map follow. */
export interface LetParts {
  readonly name: NameNode;
  readonly value: ValueNode | undefined;
}

export function letStatement(cursor: StatementCursor): LetParts {
  const { name } = letHead(cursor);
  return { name, value: value(cursor) };
}

/** `let name =`, before the braces of a map. */
export function letHead(cursor: StatementCursor): LetParts {
  expectName(cursor);
  const name = nameOf(expectName(cursor));
  expect(cursor, "=", "`=`");
  return { name, value: undefined };
}

/** The words of a declaration's header, in order, and what follows them. */
export interface HeaderParts {
  readonly words: readonly NameNode[];
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
}

export function header(cursor: StatementCursor): HeaderParts {
  const words: NameNode[] = [];
  if (!isWord(peek(cursor))) fail(cursor, "Something else");
  while (isWord(peek(cursor)) && (words.length < 2 || peek(cursor).image !== "extends"))
    words.push(nameOf(take(cursor)));
  const family = familyRange(cursor);
  if (!isWord(peek(cursor))) return { words, family, parent: undefined };
  take(cursor);
  return { words, family, parent: path(cursor) };
}

export interface BlockHeadParts {
  readonly path: readonly (NameNode | TextNode)[];
  readonly labels: readonly ValueNode[];
  readonly family: FamilyRange | undefined;
}

export function blockHead(cursor: StatementCursor): BlockHeadParts {
  const path = keyPath(cursor);
  const labels: ValueNode[] = [];
  while (startsLabel(peek(cursor))) labels.push(label(cursor));
  return { path, labels, family: familyRange(cursor) };
}

/** `[1..6]` after a name, if it is there. */
function familyRange(cursor: StatementCursor): FamilyRange | undefined {
  const { start } = peek(cursor);
  if (!takeIf(cursor, "[")) return undefined;
  const first = expect(cursor, "number", "A number");
  const last = takeIf(cursor, "..") ? expect(cursor, "number", "A number") : first;
  const { end } = expect(cursor, "]", "`]`");
  return { start, end, first: Number(first.image), last: Number(last.image) };
}
