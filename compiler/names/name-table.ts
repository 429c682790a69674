// Where each name of a project is declared, as a place in the list of all that is declared. So the table follows from the headers
// alone: while somebody writes inside of bodies it stays as it is, whatever becomes of the declarations themselves.

import type { TreeNames } from "./tree-names.ts";

export interface NameTable {
  /** Places of what a name stands for: of one, of all members of a family, or none. */
  places(kind: string, name: string): readonly number[];
  /** Names of a kind, each once, in order of declaration. */
  names(kind: string): readonly string[];
  /** The place of a constant. */
  constant(name: string): number | undefined;
  /** What has the name of something before it, in order of declaration. */
  readonly duplicates: readonly Duplicate[];
  /** The same for constants. */
  readonly duplicateConstants: readonly Duplicate[];
  /** May a declaration whose header could not be read be the one of this kind and name? */
  mayBeUnreadable(kind: string, name: string): boolean;
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

/** Places of two of the same name. */
export interface Duplicate {
  readonly at: number;
  readonly first: number;
}

type Places = Map<string, Map<string, readonly number[]>>;

/** The table of what some files declare, in their order. */
export function nameTable(files: readonly TreeNames[]): NameTable {
  const places: Places = new Map();
  const duplicates: Duplicate[] = [];
  const names = new Map<string, string[]>();
  let next = 0;
  for (const { declared } of files) {
    for (const one of declared) {
      addDeclared(one, next, { places, duplicates, names });
      next += one.members.length;
    }
  }
  const unreadableKinds = new Set(files.flatMap(({ unreadable }) => [...unreadable.kinds]));
  const unreadableNames = new Set(files.flatMap(({ unreadable }) => [...unreadable.names]));
  return {
    places: (kind, name) => places.get(kind)?.get(name) ?? [],
    names: (kind) => names.get(kind) ?? [],
    ...constantPlaces(files),
    duplicates,
    mayBeUnreadable: (kind, name) => unreadableKinds.has(kind) || unreadableNames.has(name),
    incomplete: files.some(({ unreadable }) => unreadable.incomplete),
  };
}

interface Found {
  readonly places: Places;
  readonly duplicates: Duplicate[];
  readonly names: Map<string, string[]>;
}

function addDeclared({ kind, name, members }: TreeNames["declared"][number], at: number, found: Found): void {
  const ofKind = entryOf(found.places, kind, () => new Map<string, readonly number[]>());
  const names = entryOf(found.names, kind, (): string[] => []);
  const fresh = members.flatMap((member, i) => {
    const first = ofKind.get(member.name)?.[0];
    if (first !== undefined) {
      found.duplicates.push({ at: at + i, first });
      return [];
    }
    ofKind.set(member.name, [at + i]);
    names.push(member.name);
    return [at + i];
  });
  // A family is declared under its own name, too.
  if (members[0]?.family !== undefined && !ofKind.has(name)) ofKind.set(name, fresh);
}

function constantPlaces(files: readonly TreeNames[]): Pick<NameTable, "constant" | "duplicateConstants"> {
  const places = new Map<string, number>();
  const duplicateConstants: Duplicate[] = [];
  for (const [at, node] of files.flatMap(({ lets }) => lets).entries()) {
    const first = places.get(node.name.text);
    if (first === undefined) places.set(node.name.text, at);
    else duplicateConstants.push({ at, first });
  }
  return { constant: (name) => places.get(name), duplicateConstants };
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
