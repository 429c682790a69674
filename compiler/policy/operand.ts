// The sides of a condition: paths that lead into the declaration, bound to how they are found in it.

import type { Block } from "../model/block.ts";
import { type Unknown, unknown, type ValueReader, type ValueType } from "../schema/value-type.ts";
import type { PathNode, ValueNode } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { type Found, type Meaning, namesIn, type Step, stepInto } from "./meaning.ts";
import { notReadable, severalBlocks, unknownInCondition, variableOver } from "./policy-diagnostics.ts";

/** The declaration that is judged, and what stands for the variables of `all` and `any`. */
export interface Scope {
  readonly declaration: Block;
  readonly variables: ReadonlyMap<string, Found>;
}

/** What a condition is read with. */
export interface ConditionContext {
  readonly reader: ValueReader;
  /** The kind that is governed, as people write it. */
  readonly kind: string;
  readonly declaration: Meaning;
  readonly variables: ReadonlyMap<string, Meaning>;
  /** Variables of conditions that this one is joined to, and by which word. */
  readonly over?: ReadonlyMap<string, "and" | "or">;
}

/** A path into the declaration. */
export interface Operand {
  readonly meaning: Meaning;
  readonly find: (scope: Scope) => Found;
  /** As written. */
  readonly written: string;
}

/** A path that begins with a variable, or with a name of the declaration. A constant of the same name stands behind both. */
export function operandPath(node: ValueNode, context: ConditionContext, only?: "variables"): PathNode | undefined {
  if (node.kind !== "path" || node.index !== undefined) return undefined;
  const first = node.names[0]?.text ?? "";
  if (context.variables.has(first)) return node;
  const step = stepInto(context.declaration, first, false);
  const isKnown = !("problem" in step) || step.problem === "unreadable";
  return isKnown && only === undefined ? node : undefined;
}

/** Follows a path; what is wrong with it is reported. */
export function bindOperand(node: PathNode, context: ConditionContext): Operand | Unknown {
  const [first, ...rest] = node.names;
  const variable = first && context.variables.get(first.text);
  const names = variable === undefined ? node.names : rest;
  let meaning: Meaning = variable ?? context.declaration;
  let holder = variable === undefined || first === undefined ? `\`${context.kind}\`` : `\`${first.text}\``;
  const steps: Step[] = [];
  for (const [i, name] of names.entries()) {
    const step = stepInto(meaning, name.text, i + 1 < names.length);
    if ("problem" in step) {
      if (step.problem === "unreadable")
        return context.reader.say(notReadable, { name: name.text, why: step.why }, name);
      if (step.problem === "several") {
        const path = names.slice(0, i).map(({ text }) => text);
        const more = names.slice(i).map(({ text }) => `.${text}`);
        return context.reader.say(severalBlocks, { name: path.join("."), rest: more.join("") }, node);
      }
      return sayUnknown(name, { of: holder, holder: meaning, isFirst: i === 0 && variable === undefined }, context);
    }
    steps.push(step);
    meaning = step.meaning;
    holder = `\`${name.text}\``;
  }
  const written = node.names.map(({ text }) => text).join(".");
  const start = first?.text ?? "";
  const find = (scope: Scope): Found => {
    const root: Found =
      variable === undefined
        ? { kind: "block", block: scope.declaration }
        : (scope.variables.get(start) ?? { kind: "unknown" });
    return steps.reduce((found, step) => step.find(found), root);
  };
  return { meaning, find, written };
}

interface UnknownIn {
  /** In words. */
  readonly of: string;
  readonly holder: Meaning;
  readonly isFirst: boolean;
}

function sayUnknown(
  name: PathNode["names"][number],
  { of, holder, isFirst }: UnknownIn,
  { reader, over }: ConditionContext,
): Unknown {
  const joined = isFirst ? over?.get(name.text) : undefined;
  if (joined !== undefined) return reader.say(variableOver, { name: name.text, joined }, name);
  const names = namesIn(holder);
  const inner = innerPath(holder, name.text);
  const suggestion = inner ?? closest(name.text, names);
  const kind = inner === undefined ? "fix" : "offer";
  const fixes = suggestion === undefined ? [] : [reader[kind](`Write \`${suggestion}\``, name, suggestion)];
  return reader.say(unknownInCondition, { name: name.text, of, suggestion, names }, name, { fixes });
}

/** The path of a name that the only block of several has: `server.memory` for `memory`. */
function innerPath(holder: Meaning, name: string): string | undefined {
  const inner = namesIn(holder).filter((block) => {
    const step = stepInto(holder, block, true);
    return !("problem" in step) && step.meaning.kind === "block" && namesIn(step.meaning).includes(name);
  });
  return inner.length === 1 ? `${inner[0]}.${name}` : undefined;
}

/** A side of a comparison that stands there as a value, read by the type of the other side. */
export function literalSide(node: ValueNode, type: ValueType<unknown>, reader: ValueReader): Operand | Unknown {
  const value = type.read(node, reader);
  if (value === unknown) return unknown;
  const span = { file: reader.file, start: node.start, end: node.end };
  const written = reader.file.text.slice(node.start, node.end);
  return {
    meaning: { kind: "value", type },
    find: () => ({ kind: "value", value, span, isDefault: false }),
    written,
  };
}
