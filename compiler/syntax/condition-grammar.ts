// The grammar of what policies require.

import { expect, expectName, fail, peek, type StatementCursor, take, takeIf } from "./statement-cursor.ts";
import { isWord } from "./token-shapes.ts";
import type { Token } from "./tokens.ts";
import type { Comparator, Condition, ConditionNode, ValueNode } from "./tree.ts";
import { nameOf, primary, startsValue, value } from "./value-grammar.ts";

/** A condition, or a list of them. */
export function conditions(cursor: StatementCursor): ValueNode {
  const token = peek(cursor);
  if (token.type === "[") return conditionList(cursor);
  if (startsCondition(token)) return condition(cursor);
  const { start, end } = fail(cursor, "A condition");
  return { kind: "unreadable", start, end };
}

function conditionList(cursor: StatementCursor): ValueNode {
  const { start } = take(cursor);
  const items: ValueNode[] = [];
  while (startsCondition(peek(cursor))) {
    items.push(condition(cursor));
    takeIf(cursor, ",");
  }
  const { end } = expect(cursor, "]", "`]`");
  return { kind: "list", start, end, items: items.slice() };
}

function startsCondition(token: Token): boolean {
  return token.type === "(" || startsValue(token);
}

function condition(cursor: StatementCursor): ConditionNode {
  return joined("or", cursor, conjunction);
}

function conjunction(cursor: StatementCursor): ConditionNode {
  return joined("and", cursor, term);
}

function joined(
  kind: "and" | "or",
  cursor: StatementCursor,
  operand: (cursor: StatementCursor) => ConditionNode,
): ConditionNode {
  const first = operand(cursor);
  if (!isWordOf(peek(cursor), kind)) return first;
  const operands = [first];
  while (isWordOf(peek(cursor), kind)) {
    take(cursor);
    operands.push(operand(cursor));
  }
  const end = operands.at(-1)?.end ?? first.end;
  return { kind: "condition", start: first.start, end, condition: { kind, operands: operands.slice() } };
}

function isWordOf(token: Token, word: string): boolean {
  return isWord(token) && token.image === word;
}

function term(cursor: StatementCursor): ConditionNode {
  const token = peek(cursor);
  if (isWordOf(token, "not")) return negation(cursor);
  if (isQuantifier(cursor)) return quantified(cursor);
  if (token.type === "(") return enclosed(cursor);
  if (!startsValue(token)) fail(cursor, "A condition");
  return comparison(cursor);
}

function enclosed(cursor: StatementCursor): ConditionNode {
  take(cursor);
  const inner = condition(cursor);
  expect(cursor, ")", "`)`");
  return inner;
}

function negation(cursor: StatementCursor): ConditionNode {
  const { start } = take(cursor);
  const operand = term(cursor);
  return { kind: "condition", start, end: operand.end, condition: { kind: "not", operand } };
}

/** `all x in …` or `any x in …` */
function isQuantifier(cursor: StatementCursor): boolean {
  const first = peek(cursor);
  if (!isWordOf(first, "all") && !isWordOf(first, "any")) return false;
  return peek(cursor, 1).type === "name" && peek(cursor, 2).image === "in";
}

function quantified(cursor: StatementCursor): ConditionNode {
  const word = take(cursor);
  const variable = nameOf(expectName(cursor));
  expectName(cursor);
  const list = primary(cursor);
  expect(cursor, ":", "`:`");
  const operand = term(cursor);
  const kind = word.image === "any" ? "any" : "all";
  return {
    kind: "condition",
    start: word.start,
    end: operand.end,
    condition: { kind, variable, list, operand },
  };
}

function comparison(cursor: StatementCursor): ConditionNode {
  const left = value(cursor);
  if (!startsComparator(peek(cursor))) {
    return { kind: "condition", start: left.start, end: left.end, condition: truthOf(left) };
  }
  const operator = comparator(cursor);
  const right = value(cursor);
  return {
    kind: "condition",
    start: left.start,
    end: right.end,
    condition: { kind: "comparison", operator, left, right },
  };
}

/** `present(path)`, or a value that is true or false. */
function truthOf(value: ValueNode): Condition {
  if (value.kind === "call" && value.name.text === "present" && value.argument.kind === "path") {
    return { kind: "present", path: value.argument };
  }
  return { kind: "truth", value };
}

/** Any word but `and` and `or` after a value is taken for a comparison, if only for a wrong one. */
function startsComparator(token: Token): boolean {
  if (isWord(token)) return token.image !== "and" && token.image !== "or";
  return signOf(token) !== undefined;
}

function comparator(cursor: StatementCursor): Comparator {
  const token = peek(cursor);
  const word = isWordOf(token, "in") ? "in" : isWordOf(token, "matches") ? "matches" : undefined;
  const found = signOf(token) ?? word;
  if (found === undefined) {
    fail(cursor, "Something else");
    return "==";
  }
  take(cursor);
  return found;
}

function signOf({ type }: Token): Comparator | undefined {
  switch (type) {
    case "==":
    case "!=":
    case "<=":
    case ">=":
    case "<":
    case ">":
      return type;
    default:
      return undefined;
  }
}
