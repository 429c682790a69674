// What one file declares, whatever the others hold: names and families, and what is wrong with them in themselves.

import { type Diagnostic, diagnose, offerFix, type Report } from "../diagnostics/diagnostic.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { packageBlocks } from "../syntax/tokens.ts";
import type { DeclarationNode, LetNode, SyntaxTree } from "../syntax/tree.ts";
import { computedOnce } from "../text/computed-once.ts";
import { limits } from "../text/limits.ts";
import { type Span, spanOf } from "../text/span.ts";
import { familyNotAllowed, familyRange, notALabel, reservedName } from "./names-diagnostics.ts";

/** One declared thing as its header names it; each member of a family is one. */
export interface Named {
  readonly kind: string;
  readonly name: string;
  readonly variant: string | undefined;
  readonly node: DeclarationNode;
  /** The family's name and this member's number. */
  readonly family: { readonly name: string; readonly number: number } | undefined;
  readonly standard: boolean;
  /** Found only once all names are known. */
  readonly parent: undefined;
}

export interface TreeNames {
  readonly declared: readonly Declared[];
  /** The members of all that is declared, in order. */
  readonly named: readonly Named[];
  /** Those of them that extend another. */
  readonly children: readonly Named[];
  readonly lets: readonly LetNode[];
  readonly unreadable: Unreadable;
  /** All that tables of names follow from, as text: two files with the same headings differ inside of bodies only. */
  readonly headings: string;
  readonly found: readonly Diagnostic[];
}

/** What headers that could not be read may have declared. */
export interface Unreadable {
  readonly kinds: Iterable<string>;
  readonly names: Iterable<string>;
  /** Something at the top of the file could not be read at all. */
  readonly incomplete: boolean;
}

/** One declaration, or the members of one family. */
export interface Declared {
  /** Does it extend another? */
  readonly isChild: boolean;
  readonly kind: string;
  readonly name: string;
  readonly members: readonly Named[];
}

/** The names of a project's file. Where one file of many is edited, those of the others are the same objects as before. */
export const ownNames = computedOnce((tree: SyntaxTree) => readNames(tree, false));

/** The names of a file of the standard library. */
export const standardNames = computedOnce((tree: SyntaxTree) => readNames(tree, true));

function readNames(tree: SyntaxTree, standard: boolean): TreeNames {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  const declared = tree.declarations.map((node): Declared => {
    const kind = node.keyword.text;
    const name = node.name?.text ?? "";
    checkName(node, report);
    const base = { kind, variant: node.variant?.text, node, standard, parent: undefined };
    const members = familyNumbers(node, report)?.map((number) => ({
      ...base,
      name: `${name}-${number}`,
      family: { name, number },
    }));
    const isChild = node.parent !== undefined;
    return { isChild, kind, name, members: members ?? [{ ...base, name, family: undefined }] };
  });
  const { lets, unreadableKinds: kinds, unreadableNames, incomplete } = tree;
  const named = declared.flatMap(({ members }) => members);
  const children = declared.flatMap(({ isChild, members }) => (isChild ? members : []));
  const unreadable = { kinds, names: [...unreadableNames, ...wordsWithoutVariant(tree)], incomplete };
  return { declared, named, children, lets, unreadable, headings: headingsOf({ named, lets, unreadable }), found };
}

function headingsOf({ named, lets, unreadable }: Pick<TreeNames, "named" | "lets" | "unreadable">): string {
  const { kinds, names, incomplete } = unreadable;
  return [
    ...named.map(({ kind, name, family, node }) => [kind, name, family?.name, node.abstract].join(" ")),
    ...lets.map(({ name }) => `let ${name.text}`),
    ...[...kinds].map((kind) => `unreadable kind ${kind}`),
    ...[...names].map((name) => `unreadable name ${name}`),
    ...(incomplete ? ["incomplete"] : []),
  ].join("\n");
}

/** The words between kind and brace where they begin with no variant: the name may be any of them. */
function wordsWithoutVariant(tree: SyntaxTree): string[] {
  return tree.declarations.flatMap(({ keyword, variant, name }) => {
    const variants = kindSchema(keyword.text)?.variants;
    if (variants === undefined || variant === undefined || Object.hasOwn(variants, variant.text)) return [];
    return name === undefined ? [variant.text] : [variant.text, name.text];
  });
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
  const fixes = [offerFix(`Call it \`${suggestion}\``, span, suggestion)];
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
  const sound =
    Number.isInteger(first) && Number.isInteger(last) && first >= 0 && last >= first && last - first < limits.family;
  if (!sound) {
    report(diagnose(familyRange, { found: node.file.text.slice(span.start, span.end) }, { span }));
    return undefined;
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The place of a declaration's name, or of its header where it has none. */
export function nameSpan(node: DeclarationNode): Span {
  return spanOf(node.file, node.name ?? node.header);
}
