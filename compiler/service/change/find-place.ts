// From a path such as `course.data8.memory` to where it stands in the files as they are written, for changing it there.

import { parse } from "../../syntax/parse.ts";
import type { BlockNode, BodyItem, DeclarationNode, SettingNode, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";

/** A declaration or a block of it. */
export type Holder = DeclarationNode | BlockNode;

/** Where a path leads to in a file. */
export interface FoundPlace {
  readonly file: SourceFile;
  readonly declaration: DeclarationNode;
  /** The innermost block on the way that is written down. */
  readonly holder: Holder;
  /** What the path names in it: a setting, a block, or nothing yet. */
  readonly item: SettingNode | BlockNode | undefined;
  /** The words of the path behind `holder` that are not written down; none where there is an item. */
  readonly missing: readonly string[];
}

/** The tree of a file, as far as it can be read. */
export function treeOf(file: SourceFile): SyntaxTree {
  return parse(file, () => undefined);
}

/** The words of a path: dots part them, but not within quotes or brackets. */
export function placeWords(place: string): readonly string[] {
  return [...place.matchAll(/"((?:[^"\\]|\\.)*)"|(?:\[[^\]]*\]|[^."])+/g)].map(([word, quoted]) => quoted ?? word);
}

/** The declaration that the first two words name. */
export function declarationAt(trees: readonly SyntaxTree[], kind: string, name: string): DeclarationNode | undefined {
  return trees
    .flatMap(({ declarations }) => declarations)
    .find((declaration) => declaration.keyword.text === kind && declaration.name?.text === name);
}

/** Where the words lead to; nothing where the program has no declaration of that name. */
export function findPlace(trees: readonly SyntaxTree[], words: readonly string[]): FoundPlace | undefined {
  const [kind = "", name = "", ...rest] = words;
  const declaration = declarationAt(trees, kind, name);
  return declaration && { file: declaration.file, declaration, ...walk(declaration, rest) };
}

function walk(holder: Holder, words: readonly string[]): Pick<FoundPlace, "holder" | "item" | "missing"> {
  for (const item of holder.body) {
    if (item.kind === "package-line") continue;
    const rest = wordsAfter(item, words);
    if (rest === undefined) continue;
    if (rest.length === 0) return { holder, item, missing: [] };
    if (item.kind === "block") return walk(item, rest);
  }
  return { holder, item: undefined, missing: words };
}

/** What is left of the words behind the item, if it is on their way. A label or a variant may be named or left out. */
function wordsAfter(
  item: Exclude<BodyItem, { kind: "package-line" }>,
  words: readonly string[],
): readonly string[] | undefined {
  const path = item.path.map((part) => (part.kind === "name" ? part.text : part.parts.join("")));
  if (path.some((word, i) => word !== words[i])) return undefined;
  const rest = words.slice(path.length);
  if (item.kind === "setting") return rest.length === 0 ? rest : undefined;
  const labels = item.labels.map(labelText);
  if (labels.length === 0) return rest;
  return labels.includes(rest[0]) ? rest.slice(1) : undefined;
}

function labelText(label: ValueNode): string | undefined {
  if (label.kind === "path") return label.names.map(({ text }) => text).join(".");
  return label.kind === "text" ? label.parts.join("") : undefined;
}
