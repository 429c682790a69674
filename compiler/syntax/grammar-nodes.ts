// Nodes of the tree from the tokens that the grammar has read.

import type { IToken } from "chevrotain";
import { endOf } from "./lexer.ts";
import { Name } from "./tokens.ts";
import type {
  Comparator,
  Condition,
  ConditionNode,
  LiteralNode,
  NameNode,
  PathNode,
  Range,
  ValueNode,
} from "./tree.ts";
import { maximumDepth } from "./value-tokens.ts";

/** What a sign stands for, once it has been read. */
export function meaning<T>(value: T, _read: IToken): T {
  return value;
}

export function nameNode(token: IToken): NameNode {
  return { kind: "name", ...rangeOf(token), text: token.image };
}

export function pathOf(names: readonly NameNode[]): PathNode {
  return { kind: "path", start: names[0]?.start ?? 0, end: names.at(-1)?.end ?? 0, names, index: undefined };
}

export function literalNode(form: LiteralNode["form"], token: IToken): LiteralNode {
  return { kind: "literal", form, ...rangeOf(token), raw: token.image };
}

export function momentNode(date: IToken, time: IToken | undefined): LiteralNode {
  if (time === undefined) return literalNode("date", date);
  return { ...literalNode("moment", date), end: endOf(time), raw: `${date.image} ${time.image}` };
}

export function rangeOf(first: IToken, last: IToken = first): Range {
  return { start: first.startOffset, end: endOf(last) };
}

export function joined(kind: "and" | "or", operands: readonly ConditionNode[]): ConditionNode {
  const first = operands[0] as ConditionNode;
  if (operands.length === 1) return first;
  return {
    kind: "condition",
    start: first.start,
    end: operands.at(-1)?.end ?? first.end,
    condition: { kind, operands },
  };
}

export function isQuantifier(first: IToken, second: IToken, third: IToken): boolean {
  return /^(all|any)$/.test(first.image) && second.tokenType === Name && third.image === "in";
}

export function comparisonOf(
  left: ValueNode,
  right: { operator: Comparator; value: ValueNode } | undefined,
): Condition {
  if (right) return { kind: "comparison", operator: right.operator, left, right: right.value };
  if (left?.kind === "call" && left.name.text === "present" && left.argument.kind === "path") {
    return { kind: "present", path: left.argument };
  }
  return { kind: "truth", value: left };
}

/** The first `not` or `:` beyond the depth that is read: conditions nest by nothing else without brackets. */
export function excessPrefix(tokens: readonly IToken[]): IToken | undefined {
  if (tokens.length <= maximumDepth) return undefined;
  return tokens.filter((token) => token.image === "not" || token.image === ":")[maximumDepth];
}
