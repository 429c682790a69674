// What reading the values of one declaration asks of the rest of the project.

import type { BodyItem, LetNode } from "../syntax/tree.ts";
import type { Declaration, Program } from "./bind.ts";

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
function poolNames(provider: Declaration): readonly string[] | "unknown" {
  const inherited =
    provider.parent === undefined ? [] : provider.parent === "unknown" ? "unknown" : poolNames(provider.parent);
  if (inherited === "unknown" || provider.node.broken) return "unknown";
  // A pool whose header has an error may be any: a provider holds no other blocks.
  const isPool = (item: BodyItem) => item.kind !== "block" || (item.name.text === "pool" && item.labels.length === 1);
  if (!provider.node.body.every(isPool)) return "unknown";
  return [...inherited, ...provider.node.body.flatMap(namesOf)];
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
