// What reading the values of one declaration asks of the rest of the project.

import type { BodyItem, DeclarationNode, LetNode, SyntaxTree } from "../syntax/tree.ts";
import type { Declaration, Program } from "./bind.ts";
import { namesIn } from "./tree-names.ts";

export interface Surroundings {
  /** `unknown` where one comes to too much, and where there is none and one that could not be read may be it. */
  constant(name: string): LetNode | "unknown" | undefined;
  constantNames(): readonly string[];
  /** Names of the declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly string[];
  isAbstract(kind: string, name: string, standard: boolean): boolean;
  /** Names of all declarations of a kind. */
  names(kind: string, standard: boolean): readonly string[];
  /** Pools of a provider; `unknown` where one could not be read, absent where there is no such provider. */
  pools(provider: string): readonly string[] | "unknown" | undefined;
  /** May a declaration that could not be read be the one of this kind and name? */
  mayBeUnreadable(kind: string, name: string): boolean;
  /** The text of a file that `file("…")` may name; `null` where it is there and can't be used, which is reported elsewhere. */
  asset(path: string): string | null | undefined;
  assetPaths(): readonly string[];
}

/** What surrounds every declaration of a program. */
export function surroundingsIn(program: Program, assets: ReadonlyMap<string, string | null>): Surroundings {
  return {
    constant: (name) =>
      program.excessive.has(name)
        ? "unknown"
        : (program.constants.get(name) ?? (program.mayBeUnreadable("let", name) ? "unknown" : undefined)),
    constantNames: () => [...program.constants.keys()],
    find: (kind, name, standard) => program.named(kind, name, standard).map((one) => one.name),
    isAbstract: (kind, name, standard) => program.named(kind, name, standard).some(({ node }) => node.abstract),
    names: program.names,
    pools: (provider) => {
      const [found] = program.find("provider", provider, false);
      return found && poolNames(found);
    },
    mayBeUnreadable: program.mayBeUnreadable,
    asset: (path) => assets.get(path),
    assetPaths: () => [...assets.keys()],
  };
}

/** Names of a provider's pools, those of its parents first; `unknown` where the header of one could not be read. */
function poolNames({ parent, node }: Declaration): readonly string[] | "unknown" {
  const inherited = parent === undefined ? [] : parent === "unknown" ? "unknown" : poolNames(parent);
  const own = ownPoolNames(node);
  return inherited === "unknown" || own === "unknown" ? "unknown" : [...inherited, ...own];
}

function ownPoolNames({ broken, body }: DeclarationNode): readonly string[] | "unknown" {
  // A pool whose header has an error may be any: a provider holds no other blocks.
  const isPool = (item: BodyItem) => item.kind !== "block" || (item.name.text === "pool" && item.labels.length === 1);
  return broken || !body.every(isPool) ? "unknown" : body.flatMap(namesOf);
}

/** The name of a pool, or those of a family of pools. */
function namesOf(item: BodyItem): readonly string[] {
  if (item.kind !== "block" || item.name.text !== "pool") return [];
  const label = item.labels[0];
  const name = label?.kind === "path" ? label.names[0]?.text : undefined;
  if (name === undefined) return [];
  const { family } = item;
  if (family === undefined) return [name];
  const count = Math.max(0, Math.min(500, family.last - family.first + 1));
  return Array.from({ length: count }, (_, i) => `${name}-${family.first + i}`);
}

/** What surroundings follow from. */
export interface Surrounding {
  readonly trees: readonly SyntaxTree[];
  readonly assets: ReadonlyMap<string, string | null>;
}

/** Is whatever a declaration in a file that did not change asks of its surroundings answered in both alike, but for what each constant is? */
export function surroundAlike(before: Surrounding, now: Surrounding): boolean {
  return (
    before.trees.length === now.trees.length &&
    before.trees.every((tree, i) => declareAlike(tree, now.trees[i])) &&
    before.assets.size === now.assets.size &&
    [...before.assets].every(([path, text]) => now.assets.get(path) === text)
  );
}

/** Do both declare the same? */
function declareAlike(before: SyntaxTree, now: SyntaxTree | undefined): boolean {
  if (before === now) return true;
  return now !== undefined && before.file.path === now.file.path && declaredIn(before) === declaredIn(now);
}

/** What a file declares, as far as others ask for it. */
function declaredIn(tree: SyntaxTree): string {
  const { declared, lets, unreadable } = namesIn(tree, false, () => {});
  const names = declared.flatMap(({ name, members }) =>
    members.map(({ kind, variant, name: member, node }) => {
      const parent = node.parent?.names.map(({ text }) => text);
      return [
        kind,
        variant,
        name,
        member,
        node.abstract,
        parent,
        node.parent?.index,
        kind === "provider" && ownPoolNames(node),
      ];
    }),
  );
  return JSON.stringify([
    names,
    lets.map(({ name }) => name.text),
    [...unreadable.kinds],
    [...unreadable.names],
    unreadable.incomplete,
  ]);
}
