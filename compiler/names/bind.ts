// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { LetNode, SyntaxTree } from "../syntax/tree.ts";
import { spanOf } from "../text/span.ts";
import { duplicateName } from "./names-diagnostics.ts";
import { breakCycles, findParents, type Names, type Parents } from "./parents.ts";
import { type Declared, type Named, nameSpan, ownNames, standardNames, type TreeNames } from "./tree-names.ts";
import type { KnownNames } from "./unknown-name.ts";

/** One declared thing. As long as it and its parent are written as they are, it is the same object. */
export interface Declaration extends Omit<Named, "parent"> {
  /** `unknown` where the parent has an error, which has been reported. */
  readonly parent: Declaration | "unknown" | undefined;
}

export interface Program extends KnownNames {
  /** The project's own declarations. */
  readonly declarations: readonly Declaration[];
  /** Those of the standard library, once something has named one of them. */
  standardDeclarations(): readonly Declaration[];
  readonly lets: ReadonlyMap<string, LetNode>;
  /** Declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly Declaration[];
  /** The same, without their parents. */
  named(kind: string, name: string, standard: boolean): readonly Named[];
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

/** Declared things by kind, then by name: an own one as it is written, one of the standard library behind `std.`. */
type NameTable = Map<string, Map<string, readonly Named[]>>;

/**
 * Binds the trees of a project. Those of the standard library are asked for when the first name of it is looked up.
 */
export function bind(project: readonly SyntaxTree[], standard: () => readonly SyntaxTree[], report: Report): Program {
  const table: NameTable = new Map();
  const { added: own, children } = addNames(project.map(ownNames), table, report);
  let library: readonly Named[] | undefined;
  const loadLibrary = (): readonly Named[] => {
    if (library !== undefined) return library;
    const inLibrary = addNames(standard().map(standardNames), table, report);
    library = inLibrary.added;
    findParents(inLibrary.children, names, parents);
    return library;
  };
  const known = new Map<string, string[]>();
  const unreadableKinds = new Set(project.flatMap((tree) => [...tree.unreadableKinds]));
  const unreadableNames = new Set(
    project.flatMap((tree) => [...tree.unreadableNames, ...ownNames(tree).wordsWithoutVariant]),
  );
  const names: Names = {
    find: (kind, name, isStandard) => {
      if (isStandard) loadLibrary();
      return table.get(kind)?.get(nameFor(name, isStandard)) ?? [];
    },
    names: (kind, isStandard) => {
      const key = nameFor(kind, isStandard);
      const all = isStandard ? loadLibrary() : own;
      const found = known.get(key) ?? all.filter((one) => one.kind === kind).map((one) => one.name);
      known.set(key, found);
      return found;
    },
    mayBeUnreadable: (kind, name) => unreadableKinds.has(kind) || unreadableNames.has(name),
    report,
  };
  const parents: Parents = new Map();
  findParents(children, names, parents);
  breakCycles(children, parents, report);
  const declare = declarer(parents);
  return {
    declarations: own.map(declare),
    standardDeclarations: () => (library ?? []).map(declare),
    lets: collectLets(project, report),
    find: (kind, name, isStandard) => names.find(kind, name, isStandard).map(declare),
    named: names.find,
    names: names.names,
    mayBeUnreadable: names.mayBeUnreadable,
    incomplete: project.some((tree) => tree.incomplete),
  };
}

function nameFor(name: string, standard: boolean): string {
  return standard ? `std.${name}` : name;
}

interface Added {
  /** What is the first of its name, in order. */
  readonly added: readonly Named[];
  /** Those of them that extend another. */
  readonly children: readonly Named[];
}

/** Adds what trees declare to the table. */
function addNames(trees: readonly TreeNames[], table: NameTable, report: Report): Added {
  const added: Named[] = [];
  const children: Named[] = [];
  for (const { declared, found } of trees) {
    found.forEach(report);
    for (const one of declared) {
      const fresh = addDeclared(one, table, report);
      for (const named of fresh) added.push(named);
      if (one.isChild) children.push(...fresh);
    }
  }
  return { added, children };
}

function addDeclared({ kind, name, members }: Declared, table: NameTable, report: Report): readonly Named[] {
  const ofKind = table.get(kind) ?? new Map<string, readonly Named[]>();
  if (ofKind.size === 0) table.set(kind, ofKind);
  const [first, second] = members;
  // Most are alone: their list is put into the table as it is.
  if (first !== undefined && first.family === undefined && second === undefined) {
    const before = ofKind.get(nameFor(name, first.standard))?.[0];
    if (before === undefined) ofKind.set(nameFor(name, first.standard), members);
    else reportDuplicate(first, before, report);
    return before === undefined ? members : [];
  }
  const fresh = members.filter((member) => {
    const key = nameFor(member.name, member.standard);
    const before = ofKind.get(key)?.[0];
    if (before === undefined) ofKind.set(key, [member]);
    else reportDuplicate(member, before, report);
    return before === undefined;
  });
  const family = nameFor(name, first?.standard ?? false);
  if (first?.family !== undefined && !ofKind.has(family)) ofKind.set(family, fresh);
  return fresh;
}

function reportDuplicate({ kind, name, node }: Named, first: Named, report: Report): void {
  const related = [{ span: nameSpan(first.node), message: "The first one is here." }];
  report(diagnose(duplicateName, { kind, name }, { span: nameSpan(node), related }));
}

function collectLets(trees: readonly SyntaxTree[], report: Report): Map<string, LetNode> {
  const lets = new Map<string, LetNode>();
  for (const node of trees.flatMap((tree) => tree.lets)) {
    const first = lets.get(node.name.text);
    if (first === undefined) {
      lets.set(node.name.text, node);
      continue;
    }
    const related = [{ span: spanOf(first.file, first.name), message: "The first one is here." }];
    report(
      diagnose(
        duplicateName,
        { kind: "constant", name: node.name.text },
        { span: spanOf(node.file, node.name), related },
      ),
    );
  }
  return lets;
}

/** Declared things with their parents. One whose parent is the same object as before is the same object, too. */
function declarer(parents: Parents): (named: Named) => Declaration {
  const declare = (named: Named): Declaration => {
    const found = parents.get(named);
    if (found === undefined) return named;
    const parent = found === "unknown" ? found : declare(found);
    const before = latest.get(named);
    if (before?.parent === parent) return before;
    const declaration = { ...named, parent };
    latest.set(named, declaration);
    return declaration;
  };
  return declare;
}

const latest = new WeakMap<Named, Declaration>();
