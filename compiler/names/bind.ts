// Syntax trees to a program: every declaration under its name, families spelt out, parents found.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { packageBlocks } from "../syntax/tokens.ts";
import type { DeclarationNode, LetNode, PathNode, SyntaxTree } from "../syntax/tree.ts";
import { closest } from "../text/edit-distance.ts";
import { type Span, spanOf } from "../text/span.ts";
import {
  duplicateName,
  extendsCycle,
  extendsVariant,
  familyNeedsNumber,
  familyNotAllowed,
  familyRange,
  notALabel,
  reservedName,
  unknownNames,
} from "./names-diagnostics.ts";

/** One declared thing; each member of a family is one. */
export interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly variant: string | undefined;
  readonly standard: boolean;
  readonly node: DeclarationNode;
  /** The family's name and this member's number. */
  readonly family: { readonly name: string; readonly number: number } | undefined;
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
  /** Kinds of which some declaration could not be read: unknown names of them are not reported. */
  readonly unreadableKinds: ReadonlySet<string>;
  /** Words of headers that could not be read: nothing is said of these names either. */
  readonly unreadableNames: ReadonlySet<string>;
  /** Something at the top of a file could not be read at all. */
  readonly incomplete: boolean;
}

interface Draft extends Omit<Declaration, "parent"> {
  parent: Declaration | "unknown" | undefined;
}

/**
 * Binds the trees of a project. Those of the standard library are asked for when the first name of it is looked up.
 */
export function bind(project: readonly SyntaxTree[], standard: () => readonly SyntaxTree[], report: Report): Program {
  const table = new Map<string, Draft[]>();
  const drafts = project.flatMap((tree) => declare(tree, false, table, report));
  let library: readonly Draft[] | undefined;
  const loadLibrary = (): readonly Draft[] => {
    if (library !== undefined) return library;
    library = standard().flatMap((tree) => declare(tree, true, table, report));
    for (const draft of library) draft.parent = findParent(draft, program, report);
    return library;
  };
  const known = new Map<string, string[]>();
  const program: Program = {
    declarations: drafts,
    standardDeclarations: () => library ?? [],
    lets: collectLets(project, report),
    find: (kind, name, isStandard) => {
      if (isStandard) loadLibrary();
      return table.get(keyOf(kind, name, isStandard)) ?? [];
    },
    names: (kind, isStandard) => {
      const key = keyOf(kind, "", isStandard);
      const all = isStandard ? loadLibrary() : drafts;
      const names = known.get(key) ?? all.filter((one) => one.kind === kind).map((one) => one.name);
      known.set(key, names);
      return names;
    },
    unreadableKinds: new Set(project.flatMap((tree) => [...tree.unreadableKinds])),
    unreadableNames: new Set(project.flatMap((tree) => [...tree.unreadableNames, ...wordsWithoutVariant(tree)])),
    incomplete: project.some((tree) => tree.incomplete),
  };
  for (const draft of drafts) draft.parent = findParent(draft, program, report);
  breakCycles(drafts, report);
  return program;
}

/** The words between kind and brace where they begin with no variant: the name may be any of them. */
function wordsWithoutVariant(tree: SyntaxTree): string[] {
  return tree.declarations.flatMap(({ keyword, variant, name }) => {
    const variants = kindSchema(keyword.text)?.variants;
    if (variants === undefined || variant === undefined || Object.hasOwn(variants, variant.text)) return [];
    return name === undefined ? [variant.text] : [variant.text, name.text];
  });
}

function keyOf(kind: string, name: string, standard: boolean): string {
  return `${standard ? "std." : ""}${kind} ${name}`;
}

function declare(tree: SyntaxTree, standard: boolean, table: Map<string, Draft[]>, report: Report): Draft[] {
  return tree.declarations.flatMap((node) => {
    const kind = node.keyword.text;
    const name = node.name?.text ?? "";
    checkName(node, report);
    const base = { kind, variant: node.variant?.text, standard, node, parent: undefined };
    const numbers = familyNumbers(node, report);
    const drafts: Draft[] =
      numbers === undefined
        ? [{ ...base, name, family: undefined }]
        : numbers.map((number) => ({ ...base, name: `${name}-${number}`, family: { name, number } }));
    const fresh = drafts.filter((draft) => addTo(table, draft, report));
    if (numbers !== undefined && !table.has(keyOf(kind, name, standard))) table.set(keyOf(kind, name, standard), fresh);
    return fresh;
  });
}

function addTo(table: Map<string, Draft[]>, draft: Draft, report: Report): boolean {
  const key = keyOf(draft.kind, draft.name, draft.standard);
  const first = table.get(key)?.[0];
  if (first === undefined) {
    table.set(key, [draft]);
    return true;
  }
  const related = [{ span: nameSpan(first.node), message: "The first one is here." }];
  report(diagnose(duplicateName, { kind: draft.kind, name: draft.name }, { span: nameSpan(draft.node), related }));
  return false;
}

function checkName(node: DeclarationNode, report: Report): void {
  if (node.name !== undefined && packageBlocks.some((word) => word === node.name?.text)) {
    report(diagnose(reservedName, { name: node.name.text }, { span: nameSpan(node) }));
  }
  const kind = kindSchema(node.keyword.text);
  if (!kind?.clusterName || node.name === undefined) return;
  const suggestion = asLabel(node.name.text);
  if (suggestion === node.name.text) return;
  const span = nameSpan(node);
  const fixes = [{ title: `Call it \`${suggestion}\``, edits: [{ span, text: suggestion }] }];
  report(diagnose(notALabel, { name: node.name.text, suggestion }, { span, fixes }));
}

/** The nearest name that a cluster takes. */
export function asLabel(name: string): string {
  return name.toLowerCase().replaceAll("_", "-").slice(0, 53).replace(/-+$/, "");
}

function familyNumbers(node: DeclarationNode, report: Report): number[] | undefined {
  const family = node.family;
  if (family === undefined) return undefined;
  const span = spanOf(node.file, family);
  if (!kindSchema(node.keyword.text)?.family) {
    report(diagnose(familyNotAllowed, { kind: node.keyword.text }, { span }));
    return undefined;
  }
  const { first, last } = family;
  const sound = Number.isInteger(first) && Number.isInteger(last) && first >= 0 && last >= first && last - first < 500;
  if (!sound) {
    report(diagnose(familyRange, { found: node.file.text.slice(span.start, span.end) }, { span }));
    return undefined;
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function nameSpan(node: DeclarationNode): Span {
  return spanOf(node.file, node.name ?? node.header);
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
  const standard = path.names[0]?.text === "std" && path.names.length > 1;
  const names = standard ? path.names.slice(1) : path.names;
  const name = names[0]?.text;
  if (name === undefined || names.length > 1) return undefined;
  const found = program.find(kind, path.index === undefined ? name : `${name}-${path.index}`, standard);
  return found.length > 0 ? found : undefined;
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
export function reportUnknown({ path, kind, span, except }: NameUse, program: Program, report: Report): void {
  if (program.unreadableKinds.has(kind) || path.names.some(({ text }) => program.unreadableNames.has(text))) return;
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
