// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import type { LetNode, SyntaxTree } from "../syntax/tree.ts";
import { type Span, spanOf } from "../text/span.ts";
import { type ExcessiveConstants, excessiveConstants } from "./constant-extents.ts";
import { type Duplicate, type NameTable, nameTable } from "./name-table.ts";
import { duplicateName } from "./names-diagnostics.ts";
import { breakCycles, breakLongChains, findParents, type Names, type Parents } from "./parents.ts";
import { type Named, nameSpan, ownNames, standardNames, type TreeNames } from "./tree-names.ts";
import type { KnownNames } from "./unknown-name.ts";

/** One declared thing. As long as it and its parent are written as they are, it is the same object. */
export interface Declaration extends Omit<Named, "parent"> {
  /** `unknown` where the parent has an error, which has been reported. */
  readonly parent: Declaration | "unknown" | undefined;
}

/** What a file declares; the same list for as long as all in it are the same objects. */
export type DeclaredInFile = readonly Declaration[];

export interface Program extends KnownNames {
  /** The project's own declarations, by file. */
  readonly files: readonly DeclaredInFile[];
  readonly declarations: readonly Declaration[];
  /** Those of the standard library by file, once something has named one of them. */
  standardFiles(): readonly DeclaredInFile[];
  standardDeclarations(): readonly Declaration[];
  /** All constants, in order: of several of one name the first. */
  readonly constants: readonly LetNode[];
  /** Those that come to too much, which has been reported. */
  readonly excessive: ExcessiveConstants;
  /** All constants by name. */
  readonly lets: ReadonlyMap<string, LetNode>;
  constant(name: string): LetNode | undefined;
  /** Declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly Declaration[];
  /** The same, without their parents. */
  named(kind: string, name: string, standard: boolean): readonly Named[];
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
  /** The same objects as before for as long as the names of a project, and its constants, are as they were. */
  readonly versions: { readonly names: object; readonly constants: object };
}

/** Where to report, and what is known from before. */
export interface BindingContext {
  readonly report: Report;
  readonly memory: Memory;
}

/** Binds the trees of a project. Those of the standard library are asked for when the first name of it is looked up. */
export function bind(
  project: readonly SyntaxTree[],
  standard: () => readonly SyntaxTree[],
  { report, memory }: BindingContext,
): Program {
  const own = ownScope(project, { report, memory });
  const { table } = own;
  const parents: Parents = new Map();
  let library: Scope | undefined;
  const loadLibrary = (): Scope => {
    if (library !== undefined) return library;
    const files = standard().map((tree) => reported(standardNames(tree), report));
    const about = { about: standard, step: "table of names", report };
    library = scopeOf(
      files,
      memory.recall(about, () => nameTable(files)),
    );
    reportDuplicates(library, report);
    findParents(library.children, names, parents);
    return library;
  };
  const scope = (isStandard: boolean) => (isStandard ? loadLibrary() : own);
  const names: Names = {
    find: (kind, name, isStandard) => {
      const { table, named } = scope(isStandard);
      return table.places(kind, name).flatMap((place) => named[place] ?? []);
    },
    names: (kind, isStandard) => scope(isStandard).table.names(kind),
    mayBeUnreadable: table.mayBeUnreadable,
    report,
  };
  findParents(own.children, names, parents);
  breakCycles(own.children, parents, report);
  breakLongChains(own.children, parents, report);
  const declare = declarer(parents);
  const files = declaredByFile(own, declare, memory);
  const standardFiles = () => (library === undefined ? [] : declaredByFile(library, declare, memory));
  // Another list as soon as a constant is another, or any name, which may be that of a constant that can't be read.
  const { lets } = own;
  const constants = memory.recall({ about: table, step: "constants", inputs: lets, report }, () => firstConstants(own));
  const excessive = memory.recall({ about: constants, step: "excessive constants", report }, (found) =>
    excessiveIn(constants, found),
  );
  return {
    files,
    get declarations() {
      return files.flat();
    },
    standardFiles,
    standardDeclarations: () => standardFiles().flat(),
    constants,
    excessive,
    get lets() {
      return new Map(constants.map((node) => [node.name.text, node]));
    },
    constant: (name) => lets[table.constant(name) ?? -1],
    find: (kind, name, isStandard) => names.find(kind, name, isStandard).map(declare),
    named: names.find,
    names: names.names,
    mayBeUnreadable: table.mayBeUnreadable,
    incomplete: table.incomplete,
    // What a constant of the same file comes to may follow from those of other files.
    versions: { names: excessive.size === 0 ? table : excessive, constants },
  };
}

/** What some files declare: all of it in order, which is what the places of the table count. */
interface Scope {
  readonly files: readonly TreeNames[];
  readonly named: readonly Named[];
  readonly children: readonly Named[];
  readonly lets: readonly LetNode[];
  readonly table: NameTable;
}

function scopeOf(files: readonly TreeNames[], table: NameTable): Scope {
  const named: Named[] = [];
  const children: Named[] = [];
  const lets: LetNode[] = [];
  for (const file of files) {
    for (const one of file.named) named.push(one);
    for (const one of file.children) children.push(one);
    for (const one of file.lets) lets.push(one);
  }
  if (table.duplicates.length === 0) return { files, named, children, lets, table };
  const again = new Set(table.duplicates.map(({ at }) => named[at]));
  return { files, named, children: children.filter((one) => !again.has(one)), lets, table };
}

function ownScope(project: readonly SyntaxTree[], { report, memory }: BindingContext): Scope {
  const files = memory.recallEach({ each: project, step: "names", report }, (found, tree) =>
    reported(ownNames(tree), found),
  );
  const headings = memory.sameList(
    "headings",
    files.map(({ headings }) => headings),
  );
  const table = memory.recall({ about: headings, step: "table of names", report }, () => nameTable(files));
  const scope = scopeOf(files, table);
  reportDuplicates(scope, report);
  return scope;
}

function reported(names: TreeNames, report: Report): TreeNames {
  names.found.forEach(report);
  return names;
}

function reportDuplicates({ named, lets, table }: Scope, report: Report): void {
  const duplicate = (name: { kind: string; name: string }, span: Span, first: Span) => {
    const related = [{ span: first, message: "The first one is here." }];
    report(diagnose(duplicateName, name, { span, related }));
  };
  for (const [one, first] of pairs(table.duplicates, named))
    duplicate({ kind: one.kind, name: one.name }, nameSpan(one.node), nameSpan(first.node));
  for (const [one, first] of pairs(table.duplicateConstants, lets)) {
    const name = { kind: "constant", name: one.name.text };
    duplicate(name, spanOf(one.file, one.name), spanOf(first.file, first.name));
  }
}

function pairs<T>(duplicates: readonly Duplicate[], all: readonly T[]): (readonly [one: T, first: T])[] {
  return duplicates.flatMap((places) => {
    const one = all[places.at];
    const first = all[places.first];
    return one === undefined || first === undefined ? [] : [[one, first] as const];
  });
}

function firstConstants({ lets, table }: Scope): readonly LetNode[] {
  const again = new Set(table.duplicateConstants.map(({ at }) => at));
  return lets.filter((_, at) => !again.has(at));
}

const noExcess: ExcessiveConstants = new Set();

function excessiveIn(constants: readonly LetNode[], report: Report): ExcessiveConstants {
  const found: Diagnostic[] = [];
  const excessive = excessiveConstants(constants, found);
  found.forEach(report);
  return excessive.size === 0 ? noExcess : excessive;
}

/** What each file declares, but for what is declared before. Most files hold no children, and are as they are read. */
function declaredByFile(
  { files, table }: Scope,
  declare: (named: Named) => Declaration,
  memory: Memory,
): readonly DeclaredInFile[] {
  const again = new Set(table.duplicates.map(({ at }) => at));
  let next = 0;
  return files.map((file) => {
    const first = next;
    next += file.named.length;
    if (again.size === 0 && file.children.length === 0) return file.named;
    const declared = file.named.filter((_, i) => !again.has(first + i)).map(declare);
    return memory.recall({ about: file, step: "declared", inputs: declared, report: nowhere }, () => declared);
  });
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

/** What is found in the list itself has been reported. */
const nowhere: Report = () => {};
