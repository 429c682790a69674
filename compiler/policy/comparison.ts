// Comparisons of a setting with a value of its type, or with another setting.

import { type Item, type Target, type Unknown, unknown, type ValueType } from "../schema/value-type.ts";
import { rangeOf } from "../schema/values/compounds.ts";
import { text } from "../schema/values/scalars.ts";
import type { Comparator, Condition, PathNode, ValueNode } from "../syntax/tree.ts";
import { oneForm } from "../text/one-form.ts";
import { comparedAs, type Found, itemsOfMeaning } from "./meaning.ts";
import { bindOperand, type ConditionContext, literalSide, type Operand, operandPath } from "./operand.ts";
import { readPattern } from "./pattern.ts";
import { badPattern, noSetting, notComparable } from "./policy-diagnostics.ts";
import { causeOf, type Judge, judged, notKnown, plainValue } from "./verdict.ts";

/** A path into the declaration, and where it stands. */
interface Side {
  readonly operand: Operand;
  readonly node: PathNode;
}

/** Reads a comparison. One side at least is a setting; the other is read by its type. */
export function bindComparison(
  condition: Condition & { readonly kind: "comparison" },
  context: ConditionContext,
): Judge | Unknown {
  const { left, right, operator } = condition;
  if (left.kind === "unreadable" || right.kind === "unreadable") return unknown;
  const leftPath = operandPath(left, context);
  if (leftPath) {
    const operand = bindOperand(leftPath, context);
    return operand === unknown ? unknown : settingFirst({ operand, node: leftPath }, operator, right, context);
  }
  const rightPath = operandPath(right, context);
  if (rightPath) {
    const operand = bindOperand(rightPath, context);
    return operand === unknown ? unknown : settingSecond({ operand, node: rightPath }, operator, left, context);
  }
  if (left.kind !== "path") return context.reader.say(noSetting, {}, left);
  bindOperand(left, context); // says which of its names there is not
  return unknown;
}

/** `memory.to <= 8GiB`, `title matches "…"`, `peak <= students`. */
function settingFirst(side: Side, operator: Comparator, right: ValueNode, context: ConditionContext): Judge | Unknown {
  const type = typeOf(side, context);
  if (type === unknown) return unknown;
  if (operator === "matches") return bindMatch(side, type, right, context);
  if (operator === "in") return bindMembership(side, type, right, context);
  if (!hasOrder(operator, type, side, context)) return unknown;
  const other = otherSide(right, type, context);
  return other === unknown
    ? unknown
    : pairJudge({ left: side.operand, right: other, anchor: side.operand }, (a, b) => holds(operator, a, b, type));
}

/** `8GiB >= memory.to`, `"ada" in members`. */
function settingSecond(side: Side, operator: Comparator, left: ValueNode, context: ConditionContext): Judge | Unknown {
  if (operator === "matches") return context.reader.say(noSetting, {}, left);
  if (operator === "in") {
    const held = heldType(side, context);
    const member = held === unknown ? unknown : literalSide(left, held, context.reader);
    if (held === unknown || member === unknown) return unknown;
    return pairJudge({ left: member, right: side.operand, anchor: side.operand, asks: "member" }, (a, b) =>
      isIn(a, b, held),
    );
  }
  const type = typeOf(side, context);
  if (type === unknown || !hasOrder(operator, type, side, context)) return unknown;
  const other = literalSide(left, type, context.reader);
  return other === unknown
    ? unknown
    : pairJudge({ left: other, right: side.operand, anchor: side.operand }, (a, b) => holds(operator, a, b, type));
}

function typeOf({ operand, node }: Side, { reader }: ConditionContext): ValueType<unknown> | Unknown {
  const type = comparedAs(operand.meaning);
  if (type !== undefined) return type;
  const { written } = operand;
  const why =
    operand.meaning.kind === "list" || operand.meaning.kind === "package"
      ? `it holds several things; write \`all one in ${written}: …\` or \`any one in ${written}: …\``
      : `it is a block; name a setting in it, \`${written}.…\`, or write \`present(${written})\``;
  return reader.say(notComparable, { what: `\`${written}\``, why }, node);
}

function hasOrder(operator: Comparator, type: ValueType<unknown>, side: Side, { reader }: ConditionContext): boolean {
  if (operator === "==" || operator === "!=" || type.order) return true;
  const { written } = side.operand;
  const why =
    type.shape.kind === "range"
      ? `a range is neither below nor above a value; write \`${written}.from\` or \`${written}.to\``
      : `${type.name} has no order; compare it by \`==\`, \`!=\` or \`in\``;
  const fixes = type.shape.kind === "range" ? [reader.fix(`Write \`${written}.to\``, side.node, `${written}.to`)] : [];
  reader.say(notComparable, { what: `\`${written}\``, why }, side.node, { fixes });
  return false;
}

/** The right side: a setting of the same type, or a value of that type. A bare word is a choice or a name where one is expected. */
function otherSide(node: ValueNode, type: ValueType<unknown>, context: ConditionContext): Operand | Unknown {
  const wordsOnly = type.shape.kind === "choice" || type.shape.kind === "reference";
  const path = operandPath(node, context, wordsOnly ? "variables" : undefined);
  if (path === undefined) return literalSide(node, type, context.reader);
  const operand = bindOperand(path, context);
  if (operand === unknown) return unknown;
  const other = comparedAs(operand.meaning);
  if (other?.name === type.name) return operand;
  const why = `it is ${other?.name ?? "no single value"}, and what it is compared with is ${type.name}`;
  return context.reader.say(notComparable, { what: `\`${operand.written}\``, why }, node);
}

function bindMatch(side: Side, type: ValueType<unknown>, right: ValueNode, context: ConditionContext): Judge | Unknown {
  const { reader } = context;
  if (!isTextual(type)) {
    const why = `only texts match a pattern, and it is ${type.name}`;
    return reader.say(notComparable, { what: `\`${side.operand.written}\``, why }, side.node);
  }
  const source = text.read(right, reader);
  if (source === unknown) return unknown;
  const pattern = readPattern(source);
  if ("problem" in pattern) return reader.say(badPattern, { problem: pattern.problem }, right);
  return (scope) =>
    judged(side.operand, side.operand.find(scope), (value) => typeof value === "string" && pattern.accepts(value));
}

function isTextual(type: ValueType<unknown>): boolean {
  const { kind } = type.shape;
  return !type.order &&
    kind !== "list" &&
    kind !== "range" &&
    kind !== "reference" &&
    kind !== "map" &&
    kind !== "record"
    ? type.name !== "truth" && type.name !== "secret"
    : false;
}

/** `image in [a, b]`, `memory.to in 1GiB .. 8GiB`, `owner in members`. */
function bindMembership(
  side: Side,
  type: ValueType<unknown>,
  right: ValueNode,
  context: ConditionContext,
): Judge | Unknown {
  const { operand } = side;
  if (right.kind === "list") {
    const items = right.items.map((item) => otherSide(item, type, context));
    const sound = items.flatMap((item) => (item === unknown ? [] : [item]));
    if (sound.length < items.length) return unknown;
    return (scope) => {
      const members = sound.map((item) => item.find(scope));
      if (members.some((one) => one.kind === "unknown")) return notKnown;
      return judged(operand, operand.find(scope), (value) => members.some((one) => same(value, plainValue(one))));
    };
  }
  if (right.kind === "range" && hasOrder("<=", type, side, context)) {
    const order = type.order?.bind(type);
    const range = literalSide(right, rangeOf(type, order), context.reader);
    return range === unknown
      ? unknown
      : pairJudge({ left: operand, right: range, anchor: operand }, (a, b) => isIn(a, b, type));
  }
  if (right.kind === "range") return unknown;
  const path = operandPath(right, context);
  if (path === undefined) {
    const why = "after `in` comes a list `[…]`, a range `a .. b`, or a setting that holds one";
    return context.reader.say(notComparable, { what: "This", why }, right);
  }
  const holder = bindOperand(path, context);
  if (holder === unknown) return unknown;
  const held = heldType({ operand: holder, node: path }, context);
  if (held === unknown) return unknown;
  if (held.name !== type.name) {
    const why = `it holds ${held.name}, and \`${operand.written}\` is ${type.name}`;
    return context.reader.say(notComparable, { what: `\`${holder.written}\``, why }, right);
  }
  return pairJudge({ left: operand, right: holder, anchor: operand, asks: "member" }, (a, b) => isIn(a, b, type));
}

/** The type of what a list or a range holds. */
function heldType({ operand, node }: Side, { reader }: ConditionContext): ValueType<unknown> | Unknown {
  const type = comparedAs(operand.meaning);
  const item = type?.shape.kind === "range" ? type.of : comparedAs(itemsOfMeaning(operand.meaning) ?? operand.meaning);
  if (item !== undefined && (type?.shape.kind === "range" || itemsOfMeaning(operand.meaning))) return item;
  return reader.say(
    notComparable,
    { what: `\`${operand.written}\``, why: "it holds neither a list nor a range" },
    node,
  );
}

interface Pair {
  readonly left: Operand;
  readonly right: Operand;
  /** The side that is shown where the condition decides. */
  readonly anchor: Operand;
  /** Is the left one of those that the right holds? */
  readonly asks?: "member";
}

function isOpen(found: Found): boolean {
  return found.kind === "value" && found.open === true;
}

/** What is not set makes it false, and is shown instead. */
function pairJudge({ left, right, anchor, asks }: Pair, holds: (a: unknown, b: unknown) => boolean): Judge {
  return (scope) => {
    const [first, second] = [left.find(scope), right.find(scope)];
    if (first.kind === "unknown" || second.kind === "unknown") return notKnown;
    if (first.kind === "unset") return { holds: false, causes: [causeOf(left, first)] };
    if (second.kind === "unset") return { holds: false, causes: [causeOf(right, second)] };
    const causes = [causeOf(anchor, anchor === left ? first : second)];
    const result = holds(plainValue(first), plainValue(second));
    // What may hold more holds what it surely holds, and is like nothing.
    if (isOpen(first) || (isOpen(second) && !(result && asks === "member"))) return notKnown;
    return { holds: result, causes };
  };
}

function holds(operator: Comparator, a: unknown, b: unknown, type: ValueType<unknown>): boolean {
  if (operator === "==") return same(a, b);
  if (operator === "!=") return !same(a, b);
  const difference = type.order === undefined ? Number.NaN : type.order(a) - type.order(b);
  if (operator === "<") return difference < 0;
  if (operator === "<=") return difference <= 0;
  return operator === ">" ? difference > 0 : difference >= 0;
}

function isIn(member: unknown, holder: unknown, type: ValueType<unknown>): boolean {
  if (Array.isArray(holder)) {
    const items: readonly Item<unknown>[] = holder; // lists hold items
    return items.some((item) => same(member, item.value));
  }
  const { from, to } = holder as { readonly from: unknown; readonly to: unknown }; // what holds and is no list is a range
  if (type.order === undefined) return false;
  return type.order(from) <= type.order(member) && type.order(member) <= type.order(to);
}

/** Equality of values, wherever they are written. */
function same(a: unknown, b: unknown): boolean {
  return key(a) === key(b);
}

function key(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as readonly Item<unknown>[]).map((item) => key(item.value)).join(",")}]`; // lists hold items
  if (typeof value === "string") return JSON.stringify(oneForm(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  if ("standard" in value) {
    const { kind, name, standard, part } = value as Target; // only targets are standard or not
    return JSON.stringify([kind, name, standard, part]);
  }
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}:${key(one)}`)
    .sort()
    .join(",")}}`;
}
