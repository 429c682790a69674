// What the words of a declaration's header mean: `[abstract] kind [variant] name`.

import type { DiagnosticDefinition } from "../diagnostics/diagnostic.ts";
import { closest } from "../text/edit-distance.ts";
import type { HeaderParts } from "./grammar.ts";
import { badHeader, unknownKind } from "./syntax-diagnostics.ts";
import { declarationKinds } from "./tokens.ts";
import type { DeclarationNode, NameNode, Range } from "./tree.ts";

/** Kinds whose header has a variant between kind and name. */
export const kindsWithVariant: ReadonlySet<string> = new Set(["provider", "storage", "policy"]);

/** Reports; with `instead`, what should stand at the place. */
type Say = <P>(definition: DiagnosticDefinition<P>, parameters: P, at: Range, instead?: string) => void;

export type ReadHeader =
  | ({ readonly kind: "header" } & Pick<
      DeclarationNode,
      "abstract" | "keyword" | "variant" | "name" | "family" | "parent"
    >)
  | { readonly kind: "unreadable"; readonly keyword: string | undefined };

/** Sorts a header's words into their places; one message where they don't fit. */
export function readHeader(parts: HeaderParts, header: Range, say: Say): ReadHeader {
  const { abstract, kind: keyword, names } = parts;
  if (keyword.text === "abstract" && !abstract) {
    const problem = "A kind and a name are missing after `abstract`.";
    say(badHeader, { problem, form: "abstract course NAME {" }, header);
    return { kind: "unreadable", keyword: undefined };
  }
  const unknown = unknownKindOf(keyword.text);
  if (unknown !== undefined) {
    say(unknownKind, unknown, keyword, unknown.suggestion);
    return { kind: "unreadable", keyword: unknown.suggestion };
  }
  const problem = wordProblem(keyword, names);
  if (problem !== undefined) {
    say(badHeader, { problem, form: formOf(keyword.text) }, header);
    return { kind: "unreadable", keyword: keyword.text };
  }
  const hasVariant = kindsWithVariant.has(keyword.text);
  return {
    kind: "header",
    abstract,
    keyword,
    variant: hasVariant ? names[0] : undefined,
    name: hasVariant ? names[1] : names[0],
    family: parts.family,
    parent: parts.parent,
  };
}

/** What others call a kind of declaration. */
const otherKinds: ReadonlyMap<string, string> = new Map([
  ["class", "course"],
  ["environment", "image"],
  ["env", "image"],
  ["team", "group"],
  ["cluster", "provider"],
  ["volume", "storage"],
  ["jupyterhub", "hub"],
]);

/** What to say of a word that is no kind of declaration. */
export function unknownKindOf(found: string): Parameters<typeof unknownKind.message>[0] | undefined {
  if (declarationKinds.some((kind) => kind === found)) return undefined;
  const kinds = declarationKinds.map((kind) => `\`${kind}\``).join(", ");
  return { found, suggestion: otherKinds.get(found.toLowerCase()) ?? closest(found, declarationKinds), kinds };
}

function wordProblem(keyword: NameNode, names: readonly NameNode[]): string | undefined {
  const wanted = kindsWithVariant.has(keyword.text) ? 2 : 1;
  if (names.length === wanted) return undefined;
  if (names.length > wanted) return `\`${names[wanted]?.text}\` is one word too many.`;
  if (wanted === 1) return `This \`${keyword.text}\` has no name.`;
  return names.length === 0
    ? `This \`${keyword.text}\` has no variant and no name.`
    : `This \`${keyword.text}\` has a variant or a name, not both.`;
}

/** What a header of this kind looks like; with `more` between its name and its brace. */
export function formOf(kind: string, more = ""): string {
  return `${kindsWithVariant.has(kind) ? `${kind} VARIANT NAME` : `${kind} NAME`}${more} {`;
}
