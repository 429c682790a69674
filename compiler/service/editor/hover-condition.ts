// What there is to tell of a name in a condition: a setting of the kind that a policy governs, or a fact of an expectation.

import { type BlockSchema, schemaOf } from "../../schema/block.ts";
import { facts } from "../../schema/blocks/facts.ts";
import { kindSchema } from "../../schema/vocabulary.ts";
import { kindsWithConditions } from "../../syntax/tokens.ts";
import type { DeclarationNode, NameNode, PathNode, Range, ValueNode } from "../../syntax/tree.ts";
import { typeWords } from "../type-words.ts";
import { conditionValues } from "./condition-meaning.ts";
import { holds, type TreePlace } from "./place-at.ts";

interface Told {
  readonly range: Range;
  readonly markdown: string;
}

/** The bodies that a name may stand for, one for each variant. */
type Schemas = readonly BlockSchema[];

interface Scope {
  readonly root: Schemas;
  readonly variables: ReadonlyMap<string, Schemas>;
}

/** The hover of a name in `require`; nothing where it names nothing. */
export function conditionHover({ declaration, item }: TreePlace, offset: number): Told | undefined {
  if (declaration === undefined || !kindsWithConditions.has(declaration.keyword.text)) return undefined;
  if (item?.kind !== "setting" || item.path[0]?.kind !== "name" || item.path[0].text !== "require") return undefined;
  return inValue(item.value, { root: schemasOf(declaration), variables: new Map() }, offset);
}

function schemasOf({ keyword, variant }: DeclarationNode): Schemas {
  if (keyword.text === "expect") return [facts];
  const entry = kindSchema(variant?.text ?? "");
  return entry?.schema ? [entry.schema] : Object.values(entry?.variants ?? {});
}

function inValue(value: ValueNode, scope: Scope, offset: number): Told | undefined {
  if (!holds(value, offset)) return undefined;
  if (value.kind === "path") return ofPath(value, scope, offset);
  if (value.kind === "list") return first(value.items, scope, offset);
  if (value.kind !== "condition") return undefined;
  const { condition } = value;
  if (condition.kind !== "all" && condition.kind !== "any") return first(conditionValues(condition), scope, offset);
  const { list, variable, operand } = condition;
  const items = list.kind === "path" ? along(list.names, scope)?.inner : undefined;
  const inner = { ...scope, variables: new Map(scope.variables).set(variable.text, items ?? []) };
  return inValue(list, scope, offset) ?? inValue(operand, inner, offset);
}

function first(values: readonly ValueNode[], scope: Scope, offset: number): Told | undefined {
  for (const value of values) {
    const told = inValue(value, scope, offset);
    if (told !== undefined) return told;
  }
  return undefined;
}

function ofPath({ names }: PathNode, scope: Scope, offset: number): Told | undefined {
  const at = names.findIndex((name) => holds(name, offset));
  const name = names[at];
  const found = name && along(names.slice(0, at + 1), scope);
  if (name === undefined || found === undefined) return undefined;
  const path = names.slice(0, at + 1).map(({ text }) => text);
  return { range: name, markdown: [`**${path.join(".")}**`, found.doc, ...found.takes].join("\n\n") };
}

interface Found {
  readonly doc: string;
  readonly takes: readonly string[];
  /** What a further name is looked for in. */
  readonly inner: Schemas;
}

/** What the names lead to; the ends of a range are told as the range. */
function along(names: readonly NameNode[], { root, variables }: Scope): Found | undefined {
  const [start] = names;
  const variable = start && variables.get(start.text);
  const rest = variable === undefined ? names : names.slice(1);
  let found: Found | undefined;
  let around = variable ?? root;
  for (const { text } of rest) {
    const isEnd = found !== undefined && found.inner.length === 0 && (text === "from" || text === "to");
    const next = isEnd ? found : stepInto(around, text);
    if (next === undefined) return undefined;
    found = next;
    around = next.inner;
  }
  return found;
}

function stepInto(schemas: Schemas, name: string): Found | undefined {
  for (const schema of schemas) {
    const setting = Object.hasOwn(schema.settings, name) ? schema.settings[name] : schema.anySetting;
    if (setting !== undefined)
      return { doc: setting.doc, takes: [`- Takes: ${typeWords(setting.type, (word) => `\`${word}\``)}`], inner: [] };
    const use = Object.hasOwn(schema.blocks, name) ? schema.blocks[name] : undefined;
    if (use === undefined) continue;
    const inner = use.variants
      ? Object.values(use.variants)
      : [schemaOf(use, undefined)].flatMap((blockSchema) => blockSchema ?? []);
    return { doc: use.doc, takes: [], inner };
  }
  return undefined;
}
