// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { LetNode, PathNode, SyntaxTree } from "../syntax/tree.ts";
import { limits } from "../text/limits.ts";
import { type Span, spanOf } from "../text/span.ts";
import { type ExcessiveConstants, excessiveConstants } from "./constant-extents.ts";
import { duplicateName, extendsCycle, extendsTooDeep, extendsVariant, familyNeedsNumber } from "./names-diagnostics.ts";
import { type Declared, type Named, nameSpan, namesIn, type TreeNames } from "./tree-names.ts";
import { type KnownNames, nameIn, reportUnknown } from "./unknown-name.ts";

/** One declared thing with what it extends. */
export interface Declaration extends Omit<Named, "parent"> {
  /** `unknown` where the parent has an error, which has been reported. */
  readonly parent: Declaration | "unknown" | undefined;
}

export interface Program extends KnownNames {
  /** The project's own declarations, by file. */
  readonly files: readonly (readonly Declaration[])[];
  readonly declarations: readonly Declaration[];
  /** Those of the standard library by file, where a file of the project names it. */
  readonly standardFiles: readonly (readonly Declaration[])[];
  /** All constants by name, in order: of several of one name the first. */
  readonly constants: ReadonlyMap<string, LetNode>;
  /** Names of those that come to too much, which has been reported. */
  readonly excessive: ExcessiveConstants;
  /** Declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly Declaration[];
  /** The same, without their parents. */
  named(kind: string, name: string, standard: boolean): readonly Named[];
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

/** Binds the trees of a project. Those of the standard library are asked for where a file names it, or to say which names there are. */
export function bind(project: readonly SyntaxTree[], standard: () => readonly SyntaxTree[], report: Report): Program {
  const ofProject = tableOf(project, false, report);
  const parents: Parents = new Map();
  let library: NameTable | undefined;
  const loadLibrary = (): NameTable => {
    if (library !== undefined) return library;
    library = tableOf(standard(), true, report);
    findParents(childrenIn(library), names, parents);
    return library;
  };
  const table = (isStandard: boolean) => (isStandard ? loadLibrary() : ofProject);
  const names: Names = {
    find: (kind, name, isStandard) => table(isStandard).find(kind, name),
    names: (kind, isStandard) => table(isStandard).names(kind),
    mayBeUnreadable: ofProject.mayBeUnreadable,
    report,
  };
  const children = childrenIn(ofProject);
  findParents(children, names, parents);
  breakCycles(children, parents, report);
  breakLongChains(children, parents, report);
  const declare = declarer(parents);
  const files = ofProject.files.map((file) => file.map(declare));
  // Whatever the word is there for: by the text alone, so that it is the same for a file that is not read again.
  const namesLibrary = project.some(({ file }) => file.text.includes("std"));
  const diagnostics: Diagnostic[] = [];
  const excessive = excessiveConstants([...ofProject.constants.values()], diagnostics);
  diagnostics.forEach(report);
  return {
    files,
    declarations: files.flat(),
    standardFiles: namesLibrary ? loadLibrary().files.map((file) => file.map(declare)) : [],
    constants: ofProject.constants,
    excessive,
    find: (kind, name, isStandard) => names.find(kind, name, isStandard).map(declare),
    named: names.find,
    names: names.names,
    mayBeUnreadable: ofProject.mayBeUnreadable,
    incomplete: ofProject.incomplete,
  };
}

function tableOf(trees: readonly SyntaxTree[], standard: boolean, report: Report): NameTable {
  return nameTable(
    trees.map((tree) => namesIn(tree, standard, report)),
    report,
  );
}

function childrenIn({ files }: NameTable): readonly Named[] {
  return files.flatMap((file) => file.filter(({ node }) => node.parent !== undefined));
}

/** What is declared with its parents, each one object. */
function declarer(parents: Parents): (named: Named) => Declaration {
  const declared = new Map<Named, Declaration>();
  const declare = (named: Named): Declaration => {
    const found = parents.get(named);
    if (found === undefined) return named;
    const before = declared.get(named);
    if (before !== undefined) return before;
    const declaration = { ...named, parent: found === "unknown" ? found : declare(found) };
    declared.set(named, declaration);
    return declaration;
  };
  return declare;
}

// What each name of some files stands for.

interface NameTable {
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
function nameTable(files: readonly TreeNames[], report: Report): NameTable {
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

/** The parents of those that extend something; `unknown` where that has an error, which has been reported. */
type Parents = Map<Named, Named | "unknown">;

/** The names of a program, and where to report what is wrong with a use of one. */
interface Names extends KnownNames {
  find(kind: string, name: string, standard: boolean): readonly Named[];
  readonly report: Report;
}

/** Adds the parents of `children` to `parents`. */
function findParents(children: readonly Named[], names: Names, parents: Parents): void {
  for (const child of children) {
    const path = child.node.parent;
    if (path !== undefined) parents.set(child, findParent(child, path, names));
  }
}

/** Reports each circle of parents, and makes the parents of those on it unknown. */
function breakCycles(children: readonly Named[], parents: Parents, report: Report): void {
  const done = new Set<Named>();
  for (const child of children) {
    const passed = new Set<Named>();
    let at: Named | "unknown" | undefined = child;
    while (at !== undefined && at !== "unknown" && !done.has(at) && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && at !== "unknown" && passed.has(at)) {
      const way = [...passed];
      const circle = way.slice(way.indexOf(at));
      const names = [...circle, circle[0]].map((one) => one?.name ?? "");
      const span = spanOf(child.node.file, child.node.parent ?? child.node.header);
      report(diagnose(extendsCycle, { names }, { span }));
      for (const one of circle) parents.set(one, "unknown");
    }
    for (const one of passed) done.add(one);
  }
}

/** Makes the parents of those unknown that stand too deep in a row of parents; the first of each row is reported. */
function breakLongChains(children: readonly Named[], parents: Parents, report: Report): void {
  const depths = new Map<Named, number>();
  const parentOf = (one: Named) => {
    const parent = parents.get(one);
    return parent === "unknown" ? undefined : parent;
  };
  for (const child of children) {
    const row: Named[] = [];
    for (let at: Named | undefined = child; at !== undefined && !depths.has(at); at = parentOf(at)) row.push(at);
    for (const one of row.reverse()) {
      const parent = parentOf(one);
      const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
      depths.set(one, depth);
      if (depth <= limits.parents) continue;
      parents.set(one, "unknown");
      if (depth > limits.parents + 1) continue;
      const span = spanOf(one.node.file, one.node.parent ?? one.node.header);
      report(diagnose(extendsTooDeep, { name: one.name, limit: limits.parents }, { span }));
    }
  }
}

function findParent(child: Named, path: PathNode, names: Names): Named | "unknown" {
  const { report } = names;
  const span = spanOf(child.node.file, path);
  const written = nameIn(path);
  const found = written === undefined ? [] : names.find(child.kind, written.name, written.standard);
  const [parent] = found;
  if (parent === undefined) {
    reportUnknown({ path, kind: child.kind, span, except: child.name }, names, report);
    return "unknown";
  }
  if (found.length > 1) {
    report(diagnose(familyNeedsNumber, { name: path.names[0]?.text ?? "" }, { span }));
    return "unknown";
  }
  if (parent.variant !== child.variant) {
    report(
      diagnose(
        extendsVariant,
        { child: child.variant ?? "", parent: parent.variant ?? "", kind: child.kind },
        { span },
      ),
    );
    return "unknown";
  }
  return parent;
}
