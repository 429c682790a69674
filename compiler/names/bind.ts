// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { LetNode, PathNode, SyntaxTree } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { type Span, spanOf } from "../text/span.ts";
import { duplicateName, extendsCycle, extendsVariant, familyNeedsNumber, unknownNames } from "./names-diagnostics.ts";
import { type Named, nameSpan, readNames } from "./tree-names.ts";

/** One declared thing, with the parent that it extends. */
export interface Declaration extends Named {
  readonly standard: boolean;
  /** `unknown` where the parent has an error, which has been reported. */
  readonly parent: Declaration | "unknown" | undefined;
}

export interface Program {
  /** The project's own declarations. */
  readonly declarations: readonly Declaration[];
  /** Those of the standard library, once something has named one of them. */
  standardDeclarations(): readonly Declaration[];
  readonly lets: ReadonlyMap<string, LetNode>;
  /** Declarations that a name stands for: one, all members of a family, or none. */
  find(kind: string, name: string, standard: boolean): readonly Declaration[];
  names(kind: string, standard: boolean): readonly string[];
  /** May a declaration whose header could not be read be the one of this kind and name? Then nothing is said of the name. */
  mayBeUnreadable(kind: string, name: string): boolean;
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

interface Draft extends Omit<Declaration, "parent"> {
  parent: Declaration | "unknown" | undefined;
}

/** Declarations by kind, then by name: an own one as it is written, one of the standard library behind `std.`. */
type NameTable = Map<string, Map<string, readonly Draft[]>>;

/**
 * Binds the trees of a project. Those of the standard library are asked for when the first name of it is looked up.
 */
export function bind(project: readonly SyntaxTree[], standard: () => readonly SyntaxTree[], report: Report): Program {
  const table: NameTable = new Map();
  const drafts = project.flatMap((tree) => declare(tree, false, table, report));
  let library: readonly Draft[] | undefined;
  const loadLibrary = (): readonly Draft[] => {
    if (library !== undefined) return library;
    library = standard().flatMap((tree) => declare(tree, true, table, report));
    for (const draft of library) draft.parent = findParent(draft, program, report);
    return library;
  };
  const known = new Map<string, string[]>();
  const unreadableKinds = new Set(project.flatMap((tree) => [...tree.unreadableKinds]));
  const unreadableNames = new Set(
    project.flatMap((tree) => [...tree.unreadableNames, ...readNames(tree).wordsWithoutVariant]),
  );
  const program: Program = {
    declarations: drafts,
    standardDeclarations: () => library ?? [],
    lets: collectLets(project, report),
    find: (kind, name, isStandard) => {
      if (isStandard) loadLibrary();
      return table.get(kind)?.get(nameFor(name, isStandard)) ?? [];
    },
    names: (kind, isStandard) => {
      const key = nameFor(kind, isStandard);
      const all = isStandard ? loadLibrary() : drafts;
      const names = known.get(key) ?? all.filter((one) => one.kind === kind).map((one) => one.name);
      known.set(key, names);
      return names;
    },
    mayBeUnreadable: (kind, name) => unreadableKinds.has(kind) || unreadableNames.has(name),
    incomplete: project.some((tree) => tree.incomplete),
  };
  for (const draft of drafts) draft.parent = findParent(draft, program, report);
  breakCycles(drafts, report);
  return program;
}

function nameFor(name: string, standard: boolean): string {
  return standard ? `std.${name}` : name;
}

function declare(tree: SyntaxTree, standard: boolean, table: NameTable, report: Report): Draft[] {
  const { declared, found } = readNames(tree);
  found.forEach(report);
  const drafts: Draft[] = [];
  for (const { kind, name, members } of declared) {
    const ofKind = table.get(kind) ?? new Map<string, readonly Draft[]>();
    if (ofKind.size === 0) table.set(kind, ofKind);
    const fresh: Draft[] = [];
    for (const member of members) {
      const draft: Draft = { ...member, standard, parent: undefined };
      const key = nameFor(draft.name, standard);
      const first = ofKind.get(key)?.[0];
      if (first !== undefined) reportDuplicate(draft, first, report);
      else {
        ofKind.set(key, [draft]);
        fresh.push(draft);
      }
    }
    if (!ofKind.has(nameFor(name, standard))) ofKind.set(nameFor(name, standard), fresh);
    drafts.push(...fresh);
  }
  return drafts;
}

function reportDuplicate({ kind, name, node }: Draft, first: Draft, report: Report): void {
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

function findParent(child: Draft, program: Program, report: Report): Declaration | "unknown" | undefined {
  const path = child.node.parent;
  if (path === undefined) return undefined;
  const span = spanOf(child.node.file, path);
  const found = lookUp(path, child.kind, program);
  const parent = found?.[0];
  if (found === undefined || parent === undefined) {
    reportUnknown({ path, kind: child.kind, span, except: child.name }, program, report);
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

/** What a path `name`, `std.name` or `name[2]` stands for. */
export function lookUp(path: PathNode, kind: string, program: Program): readonly Declaration[] | undefined {
  const written = nameIn(path);
  const found = written === undefined ? [] : program.find(kind, written.name, written.standard);
  return found.length > 0 ? found : undefined;
}

/** The name that a path `name`, `std.name` or `name[2]` is; none where it has more parts. */
export function nameIn(path: PathNode): { readonly name: string; readonly standard: boolean } | undefined {
  const standard = path.names[0]?.text === "std" && path.names.length > 1;
  const names = standard ? path.names.slice(1) : path.names;
  const name = names[0]?.text;
  if (name === undefined || names.length > 1) return undefined;
  return { name: path.index === undefined ? name : `${name}-${path.index}`, standard };
}

/** A use of a name: where it stands and what kind of declaration it is to be. */
export interface NameUse {
  readonly path: PathNode;
  readonly kind: string;
  readonly span: Span;
  /** A name that is never suggested: that of the declaration itself. */
  readonly except?: string;
}

/** Reports a name that stands for nothing, unless a declaration that could not be read may be the one. */
export function reportUnknown(
  { path, kind, span, except }: NameUse,
  program: Pick<Program, "names" | "mayBeUnreadable">,
  report: Report,
): void {
  if (path.names.some(({ text }) => program.mayBeUnreadable(kind, text))) return;
  const standard = path.names[0]?.text === "std" && path.names.length > 1;
  const written = span.file.text.slice(span.start, span.end);
  const own = program.names(kind, false).filter((name) => name !== except);
  const library = program.names(kind, true).map((name) => `std.${name}`);
  const suggestion =
    closest(written, standard ? library : [...own, ...library]) ?? library.find((name) => name === `std.${written}`);
  const definition = unknownNames[kind];
  if (definition === undefined) return;
  const fixes =
    suggestion === undefined ? [] : [{ title: `Write \`${suggestion}\``, edits: [{ span, text: suggestion }] }];
  report(diagnose(definition, { name: written, suggestion, known: standard ? library : own }, { span, fixes }));
}

function breakCycles(drafts: readonly Draft[], report: Report): void {
  const done = new Set<Declaration>();
  for (const draft of drafts) {
    const way: Draft[] = [];
    let at: Declaration | "unknown" | undefined = draft;
    while (at !== undefined && at !== "unknown" && !done.has(at) && !way.includes(at as Draft)) {
      way.push(at as Draft); // every declaration here is one of the drafts
      at = at.parent;
    }
    if (at !== undefined && at !== "unknown" && way.includes(at as Draft)) {
      const circle = way.slice(way.indexOf(at as Draft));
      const names = [...circle, circle[0]].map((one) => one?.name ?? "");
      const span = spanOf(draft.node.file, draft.node.parent ?? draft.node.header);
      report(diagnose(extendsCycle, { names }, { span }));
      for (const one of circle) one.parent = "unknown";
    }
    for (const one of way) done.add(one);
  }
}
