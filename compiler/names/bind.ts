// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { LetNode, SyntaxTree } from "../syntax/tree.ts";
import { type ExcessiveConstants, excessiveConstants } from "./constant-extents.ts";
import { type NameTable, nameTable } from "./name-table.ts";
import { breakCycles, breakLongChains, findParents, type Names, type Parents } from "./parents.ts";
import { type Named, namesIn } from "./tree-names.ts";
import type { KnownNames } from "./unknown-name.ts";

/** One declared thing with what it extends. */
export interface Declaration extends Omit<Named, "parent"> {
  /** `unknown` where the parent has an error, which has been reported. */
  readonly parent: Declaration | "unknown" | undefined;
}

export interface Program extends KnownNames {
  /** The project's own declarations, by file. */
  readonly files: readonly (readonly Declaration[])[];
  readonly declarations: readonly Declaration[];
  /** Those of the standard library by file, once something has named one of them. */
  standardFiles(): readonly (readonly Declaration[])[];
  standardDeclarations(): readonly Declaration[];
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

/** Binds the trees of a project. Those of the standard library are asked for when the first name of it is looked up. */
export function bind(project: readonly SyntaxTree[], standard: () => readonly SyntaxTree[], report: Report): Program {
  const own = tableOf(project, false, report);
  const parents: Parents = new Map();
  let library: NameTable | undefined;
  const loadLibrary = (): NameTable => {
    if (library !== undefined) return library;
    library = tableOf(standard(), true, report);
    findParents(childrenIn(library), names, parents);
    return library;
  };
  const table = (isStandard: boolean) => (isStandard ? loadLibrary() : own);
  const names: Names = {
    find: (kind, name, isStandard) => table(isStandard).find(kind, name),
    names: (kind, isStandard) => table(isStandard).names(kind),
    mayBeUnreadable: own.mayBeUnreadable,
    report,
  };
  const children = childrenIn(own);
  findParents(children, names, parents);
  breakCycles(children, parents, report);
  breakLongChains(children, parents, report);
  const declare = declarer(parents);
  const files = own.files.map((file) => file.map(declare));
  const standardFiles = () => (library === undefined ? [] : library.files.map((file) => file.map(declare)));
  const found: Diagnostic[] = [];
  const excessive = excessiveConstants([...own.constants.values()], found);
  found.forEach(report);
  return {
    files,
    declarations: files.flat(),
    standardFiles,
    standardDeclarations: () => standardFiles().flat(),
    constants: own.constants,
    excessive,
    find: (kind, name, isStandard) => names.find(kind, name, isStandard).map(declare),
    named: names.find,
    names: names.names,
    mayBeUnreadable: own.mayBeUnreadable,
    incomplete: own.incomplete,
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
