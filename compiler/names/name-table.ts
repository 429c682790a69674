// What each name of some files stands for.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { LetNode } from "../syntax/tree.ts";
import { type Span, spanOf } from "../text/span.ts";
import { duplicateName } from "./names-diagnostics.ts";
import { type Declared, type Named, nameSpan, type TreeNames } from "./tree-names.ts";

export interface NameTable {
  /** What is declared, by file in their order. Of several of one name the first is there. */
  readonly files: readonly (readonly Named[])[];
  /** Constants by name, in order. Of several of one name the first is there. */
  readonly constants: ReadonlyMap<string, LetNode>;
  /** What a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string): readonly Named[];
  /** Names of a kind, each once, in order of declaration. */
  names(kind: string): readonly string[];
  /** May a declaration whose header could not be read be the one of this kind and name? */
  mayBeUnreadable(kind: string, name: string): boolean;
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

/** The table of what some files declare, in their order. Reports each name that is declared again. */
export function nameTable(files: readonly TreeNames[], report: Report): NameTable {
  const byKind = new Map<string, NamesOfKind>();
  const duplicate = (name: { kind: string; name: string }, span: Span, first: Span) => {
    const related = [{ span: first, message: "The first one is here." }];
    report(diagnose(duplicateName, name, { span, related }));
  };
  const named = files.map(({ declared }) =>
    declared.flatMap((one) => {
      const ofKind = byKind.get(one.kind) ?? { found: new Map(), names: [] };
      byKind.set(one.kind, ofKind);
      return addDeclared(one, ofKind, (again, first) => duplicate(again, nameSpan(again.node), nameSpan(first.node)));
    }),
  );
  const constants = new Map<string, LetNode>();
  for (const node of files.flatMap(({ lets }) => lets)) {
    const name = node.name.text;
    const first = constants.get(name);
    if (first === undefined) constants.set(name, node);
    else duplicate({ kind: "constant", name }, spanOf(node.file, node.name), spanOf(first.file, first.name));
  }
  const unreadableKinds = new Set(files.flatMap(({ unreadable }) => [...unreadable.kinds]));
  const unreadableNames = new Set(files.flatMap(({ unreadable }) => [...unreadable.names]));
  return {
    files: named,
    constants,
    find: (kind, name) => byKind.get(kind)?.found.get(name) ?? [],
    names: (kind) => byKind.get(kind)?.names ?? [],
    mayBeUnreadable: (kind, name) => unreadableKinds.has(kind) || unreadableNames.has(name),
    incomplete: files.some(({ unreadable }) => unreadable.incomplete),
  };
}

interface NamesOfKind {
  readonly found: Map<string, readonly Named[]>;
  readonly names: string[];
}

/** Adds the members of a declaration whose names are free, and gives those. */
function addDeclared(
  { name, members }: Declared,
  { found, names }: NamesOfKind,
  duplicate: (again: Named, first: Named) => void,
): readonly Named[] {
  const fresh = members.filter((member) => {
    const first = found.get(member.name)?.[0];
    if (first !== undefined) {
      duplicate(member, first);
      return false;
    }
    found.set(member.name, [member]);
    names.push(member.name);
    return true;
  });
  // A family is declared under its own name, too.
  if (members[0]?.family !== undefined && !found.has(name)) found.set(name, fresh);
  return fresh;
}
