// What one file declares, whatever the others hold: names and families, and what is wrong with them in themselves.

import { diagnose, offerFix, type Report } from "../diagnostics/diagnostic.ts";
import { kindSchema } from "../schema/vocabulary.ts";
import { type DeclarationNode, type LetNode, packageBlocks, type SyntaxTree } from "../syntax/tree.ts";
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
  readonly lets: readonly LetNode[];
  readonly unreadable: Unreadable;
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
  readonly kind: string;
  readonly name: string;
  readonly members: readonly Named[];
}

/** The names that a file declares: of the project, or of the standard library. */
export function namesIn(tree: SyntaxTree, standard: boolean, report: Report): TreeNames {
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
    return { kind, name, members: members ?? [{ ...base, name, family: undefined }] };
  });
  const { lets, unreadableKinds: kinds, unreadableNames, incomplete } = tree;
  return {
    declared,
    lets,
    unreadable: { kinds, names: [...unreadableNames, ...wordsWithoutVariant(tree)], incomplete },
  };
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
