// The texts that a program has for each setting, and the paths of its secrets: what was written once is likely to be meant again.

import type { BodyItem, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import { plainText } from "./body-schema.ts";

interface TextsOfTree {
  readonly byKey: ReadonlyMap<string, ReadonlySet<string>>;
  readonly secrets: ReadonlySet<string>;
}

interface Collected {
  readonly byKey: Map<string, Set<string>>;
  readonly secrets: Set<string>;
}

const known = new WeakMap<SyntaxTree, TextsOfTree>();

/** Texts of the settings with this key, in order of their files. */
export function textsFor(key: string, trees: readonly SyntaxTree[]): readonly string[] {
  return [...new Set(trees.flatMap((tree) => [...(textsOf(tree).byKey.get(key) ?? [])]))];
}

/** Paths of the secrets that are named anywhere. */
export function secretPaths(trees: readonly SyntaxTree[]): readonly string[] {
  return [...new Set(trees.flatMap((tree) => [...textsOf(tree).secrets]))];
}

function textsOf(tree: SyntaxTree): TextsOfTree {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const collected: Collected = { byKey: new Map(), secrets: new Set() };
  for (const declaration of tree.declarations) collectBody(declaration.body, collected);
  for (const { value } of tree.lets) collectValue(undefined, value, collected);
  known.set(tree, collected);
  return collected;
}

function collectBody(body: readonly BodyItem[], collected: Collected): void {
  for (const item of body) {
    if (item.kind === "block") collectBody(item.body, collected);
    if (item.kind !== "setting") continue;
    const [first] = item.path;
    collectValue(item.path.length === 1 && first ? plainText(first) : undefined, item.value, collected);
  }
}

function collectValue(key: string | undefined, value: ValueNode, collected: Collected): void {
  if (value.kind === "list") for (const item of value.items) collectValue(key, item, collected);
  if (value.kind === "map") collectBody(value.entries, collected);
  if (value.kind === "call" && value.name.text === "secret" && value.argument.kind === "text") {
    const path = plainText(value.argument);
    if (path !== undefined) collected.secrets.add(path);
  }
  const text = value.kind === "text" && !value.long && key !== undefined ? plainText(value) : undefined;
  if (text === undefined || key === undefined || text === "") return;
  const texts = collected.byKey.get(key) ?? new Set();
  texts.add(text);
  collected.byKey.set(key, texts);
}
