// What a path in a condition stands for: in a policy a setting of the governed kind, in an expectation a fact.

import { comparedAs, itemsOfMeaning, type Meaning, stepInto } from "../../policy/meaning.ts";
import { facts } from "../../schema/blocks/facts.ts";
import type { ValueType } from "../../schema/value-type.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import type { Condition, ValueNode } from "../../syntax/tree.ts";

/** What the conditions of a declaration of this kind, and of this variant, are about; nothing for kinds without conditions. */
export function conditionMeaning(kind: string | undefined, variant: string | undefined): Meaning | undefined {
  if (kind === "expect") return { kind: "block", schemas: [facts], variants: [] };
  const entry = kind === "policy" ? kindSchema(variant ?? "") : undefined;
  if (entry === undefined) return undefined;
  const schemas = entry.schema ? [entry.schema] : Object.values(entry.variants ?? {});
  return { kind: "block", schemas, variants: [] };
}

/** What names lead to, from the declaration; nothing where they lead nowhere. */
export function meaningAlong(start: Meaning, names: readonly string[]): Meaning | undefined {
  let meaning: Meaning | undefined = start;
  for (const [i, name] of names.entries()) {
    const step: ReturnType<typeof stepInto> | undefined = meaning && stepInto(meaning, name, i + 1 < names.length);
    meaning = step === undefined || "problem" in step ? undefined : step.meaning;
  }
  return meaning;
}

/** The type that the other side of a comparison has: that of an item, where `in` or a list is compared. */
export function typeAgainst(meaning: Meaning): ValueType<unknown> | undefined {
  const items = itemsOfMeaning(meaning);
  return (items && comparedAs(items)) ?? comparedAs(meaning);
}

/** The values and conditions directly inside, in order. */
export function conditionValues(condition: Condition): readonly ValueNode[] {
  switch (condition.kind) {
    case "not":
      return [condition.operand];
    case "and":
    case "or":
      return condition.operands;
    case "comparison":
      return [condition.left, condition.right];
    case "all":
    case "any":
      return [condition.list, condition.operand];
    case "present":
      return [condition.path];
    case "truth":
      return [condition.value];
  }
}
