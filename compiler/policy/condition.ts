// Conditions, read once by the vocabulary and then asked of many declarations. What is not known makes neither true nor false.

import { type Unknown, unknown } from "../schema/value-type.ts";
import type { Condition, ConditionNode, PathNode, ValueNode } from "../syntax/tree.ts";
import { bindComparison } from "./comparison.ts";
import { comparedAs, type Found, itemsOfMeaning } from "./meaning.ts";
import { bindOperand, type ConditionContext, type Operand } from "./operand.ts";
import { noSetting, notComparable } from "./policy-diagnostics.ts";
import { causeOf, type Judge, judged, listItems, notKnown, type Verdict } from "./verdict.ts";

/** Reads a condition; what is wrong with it is reported, and it then judges nothing. */
export function bindCondition(node: ConditionNode, context: ConditionContext): Judge | Unknown {
  const { condition } = node;
  switch (condition.kind) {
    case "not": {
      const inner = bindCondition(condition.operand, context);
      return inner === unknown ? unknown : (scope) => opposite(inner(scope));
    }
    case "and":
    case "or":
      return bindSeveral(condition, context);
    case "all":
    case "any":
      return bindQuantified(condition, context);
    case "present": {
      const operand = bindOperand(condition.path, context);
      return operand === unknown ? unknown : (scope) => presence(operand, operand.find(scope));
    }
    case "truth":
      return bindTruth(condition.value, context);
    case "comparison":
      return bindComparison(condition, context);
  }
}

function opposite({ holds, causes }: Verdict): Verdict {
  return { holds: holds === "unknown" ? holds : !holds, causes };
}

/** `deciding` is the verdict of one part that decides the whole: `false` for `and` and `all`, `true` for `or` and `any`. */
function together(verdicts: readonly Verdict[], deciding: boolean): Verdict {
  const decided = verdicts.find(({ holds }) => holds === deciding);
  if (decided) return decided;
  if (verdicts.some(({ holds }) => holds === "unknown")) return notKnown;
  return { holds: !deciding, causes: verdicts.flatMap(({ causes }) => causes) };
}

function bindSeveral(condition: Condition & { readonly kind: "and" | "or" }, context: ConditionContext) {
  const over = new Map([
    ...(context.over ?? []),
    ...condition.operands.flatMap(variableOf).map((name) => [name, condition.kind] as const),
  ]);
  const parts = condition.operands.map((operand) => bindCondition(operand, { ...context, over }));
  const sound = parts.flatMap((part) => (part === unknown ? [] : [part]));
  if (sound.length < parts.length) return unknown;
  const judge: Judge = (scope) =>
    together(
      sound.map((part) => part(scope)),
      condition.kind === "or",
    );
  return judge;
}

function variableOf({ condition }: ConditionNode): readonly string[] {
  return condition.kind === "all" || condition.kind === "any" ? [condition.variable.text] : [];
}

function bindQuantified(
  condition: Condition & { readonly kind: "all" | "any" },
  context: ConditionContext,
): Judge | Unknown {
  const { list, variable, operand, kind } = condition;
  const { reader } = context;
  if (list.kind !== "path") return list.kind === "unreadable" ? unknown : reader.say(noSetting, {}, list);
  const held = bindOperand(list, context);
  if (held === unknown) return unknown;
  const item = itemsOfMeaning(held.meaning);
  if (item === undefined)
    return reader.say(notComparable, { what: `\`${held.written}\``, why: "it holds no list of things" }, list);
  const inner = bindCondition(operand, { ...context, variables: new Map(context.variables).set(variable.text, item) });
  if (inner === unknown) return unknown;
  return (scope) => {
    const found = held.find(scope);
    if (found.kind === "unknown") return notKnown;
    const items = listItems(found);
    const mayHoldMore = found.kind === "value" && found.open === true;
    const verdicts = items.map((one) =>
      inner({ ...scope, variables: new Map(scope.variables).set(variable.text, one) }),
    );
    const verdict = together(verdicts, kind === "any");
    if (mayHoldMore && verdict.holds !== (kind === "any")) return notKnown;
    if (items.length > 0 && !(kind === "any" && verdict.holds === false)) return verdict;
    const words = `\`${held.written}\` holds ${items.length === 0 ? "nothing" : `${items.length}, of which none is so`}`;
    const causes = [{ ...causeOf(held, found), words }];
    return { holds: items.length === 0 ? kind === "all" : verdict.holds, causes };
  };
}

function presence(operand: Operand, found: Found): Verdict {
  if (found.kind === "unknown") return notKnown;
  const holds =
    found.kind === "block" ||
    (found.kind === "value" && !found.isDefault) ||
    (found.kind === "items" && found.items.length > 0);
  const cause = causeOf(operand, found);
  return {
    holds,
    causes: [{ ...cause, words: `\`${operand.written}\` is ${holds ? "set" : "not set"}` }],
  };
}

function bindTruth(node: ValueNode, context: ConditionContext): Judge | Unknown {
  const { reader } = context;
  if (node.kind === "unreadable") return unknown;
  if (node.kind !== "path" || isTruthWord(node)) return reader.say(noSetting, {}, node);
  const operand = bindOperand(node, context);
  if (operand === unknown) return unknown;
  if (comparedAs(operand.meaning)?.name !== "truth") {
    const why = "it is not a truth, so it needs a comparison, such as `==`, `<=` or `in`";
    return reader.say(notComparable, { what: `\`${operand.written}\``, why }, node);
  }
  return (scope) => judged(operand, operand.find(scope), (value) => value === true);
}

function isTruthWord({ names }: PathNode): boolean {
  return names.length === 1 && (names[0]?.text === "true" || names[0]?.text === "false");
}

export function conditionsIn(value: unknown): ConditionNode[] {
  const node = value as ValueNode | undefined; // what the type of `require` gives
  if (node?.kind === "list") return node.items.flatMap(conditionsIn);
  return node?.kind === "condition" ? [node] : [];
}
