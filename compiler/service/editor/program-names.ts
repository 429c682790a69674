// What the names of a program stand for: found over all its trees and the standard library, put together once for each state
// of the program.

import type { Examined } from "../../examine.ts";
import type { BlockNode, BodyItem, DeclarationNode, SyntaxTree } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { blockLabel } from "./body-schema.ts";
import { isStandardFile, standardTrees, treesWith } from "./file-trees.ts";
import type { Declared, Holder, NameSite } from "./name-sites.ts";
import { namesOf } from "./name-sites.ts";

/** What a name stands for. Two sites name the same thing where the keys are the same. */
export interface NamedThing {
  readonly key: string;
  readonly declared: Declared;
  readonly standard: boolean;
}

export interface ProgramNames {
  readonly trees: readonly SyntaxTree[];
  /** What a site's name stands for. */
  resolve(site: NameSite): NamedThing | undefined;
  /** A declaration, constant (`let`) or family by its name; for the member of a family, the family. */
  find(kind: string, name: string, standard: boolean): NamedThing | undefined;
  /** Everything declared of a kind; blocks are not among it. */
  ofKind(kind: string, standard: boolean): readonly Declared[];
  /** Names of the pools of the provider that a hub names or inherits, families as they are written. */
  poolsOfHub(hub: string): readonly string[];
  /** The declaration that this one extends. */
  parentOf(node: DeclarationNode): Declared | undefined;
}

const remembered = new WeakMap<readonly SyntaxTree[], ProgramNames>();

/** The names of the program, with those of `file` as it is now. */
export function programNames(known: Pick<Examined, "trees">, file: SourceFile): ProgramNames {
  const trees = treesWith(known, file);
  const before = remembered.get(trees);
  if (before !== undefined) return before;
  const names = buildNames(trees);
  remembered.set(trees, names);
  return names;
}

interface Table {
  /** By kind and name; the first of a name wins. */
  readonly byName: ReadonlyMap<string, Declared>;
  ofKind(kind: string): readonly Declared[];
}

function buildNames(trees: readonly SyntaxTree[]): ProgramNames {
  const own = tableOf(trees);
  let library: Table | undefined;
  const table = (standard: boolean): Table => {
    if (!standard) return own;
    library ??= tableOf(standardTrees());
    return library;
  };
  const find = (kind: string, name: string, standard: boolean): NamedThing | undefined => {
    const declared = findDeclared(table(standard), kind, name);
    return declared && { key: `${standard ? "std." : ""}${kind} ${declared.name}`, declared, standard };
  };
  const names: ProgramNames = {
    trees,
    find,
    ofKind: (kind, standard) => table(standard).ofKind(kind),
    poolsOfHub: (hub) => poolsOf(providerOf({ kind: "hub", name: hub, standard: false }, find), find),
    parentOf: (node) => parentOf(node, find)?.declared,
    resolve: (site) => resolve(site, find),
  };
  return names;
}

function tableOf(trees: readonly SyntaxTree[]): Table {
  const byName = new Map<string, Declared>();
  for (const tree of trees) for (const [key, one] of namesOf(tree).byName) if (!byName.has(key)) byName.set(key, one);
  return { byName, ofKind: (kind) => [...byName.values()].filter((one) => one.kind === kind) };
}

function findDeclared({ byName }: Table, kind: string, name: string): Declared | undefined {
  const exact = byName.get(`${kind} ${name}`);
  if (exact !== undefined) return exact;
  const member = /^(.+)-(\d+)$/.exec(name);
  const family = member?.[1] === undefined ? undefined : byName.get(`${kind} ${member[1]}`);
  return family?.family && holdsNumber(family.family, Number(member?.[2])) ? family : undefined;
}

function holdsNumber({ first, last }: { readonly first: number; readonly last: number }, number: number): boolean {
  return first <= number && number <= last;
}

type Find = ProgramNames["find"];

function resolve(site: NameSite, find: Find): NamedThing | undefined {
  const { wanted, text, index } = site;
  const name = index === undefined ? text : `${text}-${index}`;
  switch (wanted.to) {
    case "declaration":
      return find(wanted.kind, name, wanted.standard) ?? find("let", text, false);
    case "constant":
      return find("let", text, false);
    case "anything":
      return find("let", text, false) ?? onlyDeclaration(name, wanted.standard, find);
    case "part":
      return part(wanted.holder, wanted.path, find);
    case "pool-of-hub": {
      const provider = providerOf(wanted.hub, find);
      return provider && part(provider, ["pool", wanted.pool], find);
    }
  }
}

const kinds = ["group", "image", "course", "hub", "provider", "storage"];

function onlyDeclaration(name: string, standard: boolean, find: Find): NamedThing | undefined {
  const found = kinds.flatMap((kind) => find(kind, name, standard) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

/** A declaration, then those that it extends, the nearest first; each once, however they are knotted. */
export function lineage(declared: Declared, names: Pick<ProgramNames, "parentOf">): readonly Declared[] {
  const line: Declared[] = [];
  let at: Declared | undefined = declared;
  while (at !== undefined && !line.includes(at)) {
    line.push(at);
    at = at.declaration && names.parentOf(at.declaration);
  }
  return line;
}

function parentOf(node: DeclarationNode, find: Find): NamedThing | undefined {
  const path = node.parent;
  const [first, second] = path?.names ?? [];
  if (path === undefined || first === undefined) return undefined;
  const standard = first.text === "std" && second !== undefined;
  const name = standard ? second.text : first.text;
  return find(node.keyword.text, path.index === undefined ? name : `${name}-${path.index}`, standard);
}

/** A labelled block: that of the farthest parent that has one of this name, since the others are merged onto it. */
function part(holder: Holder, path: readonly string[], find: Find): NamedThing | undefined {
  const start = find(holder.kind, holder.name, holder.standard);
  if (start === undefined) return undefined;
  const line = lineage(start.declared, { parentOf: (node) => parentOf(node, find)?.declared });
  const found = line.flatMap((one) => {
    const block = one.declaration && blockAt(one.declaration.body, path);
    return block ? [{ one, block }] : [];
  });
  const root = found.at(-1);
  if (root === undefined) return undefined;
  const declared = partDeclared(root.one, root.block);
  if (declared === undefined) return undefined;
  const { kind, name, file } = root.one;
  const standard = isStandardFile(file);
  // A member of a family has the family's name here, so that all members are one thing.
  const own = [...path.slice(0, -1), declared.name].join(" ");
  return { key: `${standard ? "std." : ""}${kind} ${name}: ${own}`, declared, standard };
}

const parts = new WeakMap<BlockNode, Declared>();

function partDeclared(around: Declared, block: BlockNode): Declared | undefined {
  const before = parts.get(block);
  if (before !== undefined) return before;
  const label = block.labels[0];
  const name = blockLabel(block);
  if (label === undefined || name === undefined) return undefined;
  const inset = label.kind === "text" ? 1 : 0;
  const declared: Declared = {
    kind: block.name.text,
    name,
    file: around.file,
    node: block,
    nameRange: { start: label.start + inset, end: label.end - inset },
    family: block.family,
    doc: block.doc,
    declaration: around.declaration,
    path: [block.name.text, name],
  };
  parts.set(block, declared);
  return declared;
}

/** The block that the names and labels lead to; stages and windows are looked into as well. */
function blockAt(body: readonly BodyItem[], path: readonly string[]): BlockNode | undefined {
  const [key, label] = path;
  for (const item of body) {
    if (item.kind !== "block") continue;
    if (item.name.text === key) {
      const isNamed = label !== undefined && isCalled(item, label);
      if (isNamed && path.length === 2) return item;
      const inner = blockAt(item.body, path.slice(isNamed ? 2 : 1));
      if (inner) return inner;
    } else if (item.name.text === "stage" || item.name.text === "during") {
      const inner = blockAt(item.body, path);
      if (inner) return inner;
    }
  }
  return undefined;
}

function isCalled(node: BlockNode, label: string): boolean {
  const own = blockLabel(node);
  if (own === label || own === undefined) return own === label;
  const number = label.startsWith(`${own}-`) ? Number(label.slice(own.length + 1)) : Number.NaN;
  return node.family !== undefined && holdsNumber(node.family, number);
}

/** The provider that a hub names, or that it inherits. */
function providerOf(hub: Holder, find: Find): Holder | undefined {
  const start = find("hub", hub.name, hub.standard);
  if (start === undefined) return undefined;
  for (const one of lineage(start.declared, { parentOf: (node) => parentOf(node, find)?.declared })) {
    for (const item of one.declaration?.body ?? []) {
      const isProvider = item.kind === "setting" && item.path[0]?.kind === "name" && item.path[0].text === "provider";
      const named = isProvider && item.value.kind === "path" ? item.value.names[0]?.text : undefined;
      if (named !== undefined) return { kind: "provider", name: named, standard: false };
    }
  }
  return undefined;
}

function poolsOf(provider: Holder | undefined, find: Find): readonly string[] {
  const start = provider && find(provider.kind, provider.name, provider.standard);
  if (start === undefined) return [];
  const line = lineage(start.declared, { parentOf: (node) => parentOf(node, find)?.declared });
  const pools = line.flatMap(({ declaration }) =>
    (declaration?.body ?? []).flatMap((item) =>
      item.kind === "block" && item.name.text === "pool" ? (blockLabel(item) ?? []) : [],
    ),
  );
  return [...new Set(pools)];
}
