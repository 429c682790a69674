// The outline of a file: what an editor shows beside the text and in the path above it.

import type { Examined } from "../../examine.ts";
import type { BlockNode, BodyItem, DeclarationNode, LetNode, Range, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { type Declared, namesOf } from "./name-sites.ts";
import { extentOf } from "./place-at.ts";

export type SymbolKind = "declaration" | "constant" | "block" | "setting";

/** A thing that has a place in the outline. Ranges are offsets into the file. */
export interface DocumentSymbol {
  readonly name: string;
  /** What stands beside the name: the kind of a declaration, with its variant. Empty where there is nothing to say. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Range;
  /** The part that names it; lies in `range`. */
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

/** What the file declares, in the order of the file, with the blocks and settings inside. */
export function documentSymbols({ declarations, lets }: SyntaxTree): readonly DocumentSymbol[] {
  return [...declarations.map(declarationSymbol), ...lets.map(letSymbol)].sort((a, b) => a.range.start - b.range.start);
}

function declarationSymbol(node: DeclarationNode): DocumentSymbol {
  const { abstract, keyword, variant, name, family } = node;
  const numbers = family === undefined ? "" : `[${family.first}..${family.last}]`;
  const words = [abstract ? "abstract" : "", keyword.text, variant?.text ?? ""].filter((word) => word !== "");
  return {
    name: name === undefined ? keyword.text : `${name.text}${numbers}`,
    detail: words.join(" "),
    kind: "declaration",
    range: extentOf(node),
    selection: rangeOf(name ?? keyword),
    children: bodySymbols(node.body, node.file.text),
  };
}

function letSymbol(node: LetNode): DocumentSymbol {
  return {
    name: node.name.text,
    detail: "let",
    kind: "constant",
    range: rangeOf(node),
    selection: rangeOf(node.name),
    children: mapSymbols(node.value, node.file.text),
  };
}

function bodySymbols(body: readonly BodyItem[], text: string): DocumentSymbol[] {
  return body.flatMap((item): DocumentSymbol[] => {
    if (item.kind === "package-line") return [];
    if (item.kind === "block") return [blockSymbol(item, text)];
    const [first] = item.path;
    const last = item.path.at(-1);
    if (first === undefined || last === undefined) return [];
    const selection = { start: first.start, end: last.end };
    return [
      {
        name: text.slice(selection.start, selection.end),
        detail: "",
        kind: "setting",
        range: rangeOf(item),
        selection,
        children: mapSymbols(item.value, text),
      },
    ];
  });
}

function blockSymbol(node: BlockNode, text: string): DocumentSymbol {
  const header = text.slice(node.header.start, node.header.end).replace(/\s+/g, " ").trim();
  return {
    name: header === "" ? node.name.text : header,
    detail: "",
    kind: "block",
    range: extentOf(node),
    selection: within(node.header, node) ? rangeOf(node.header) : rangeOf(node.name),
    children: bodySymbols(node.body, text),
  };
}

function mapSymbols(value: ValueNode, text: string): DocumentSymbol[] {
  return value.kind === "map" ? bodySymbols(value.entries, text) : [];
}

function within(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end > inner.start;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** Declarations, constants and labelled blocks of the whole program, by the letters of their names. */
interface WorkspaceSymbol {
  readonly name: string;
  /** `course`, `image`, `let`, or the name of a block: `pool`, `content`. */
  readonly kind: string;
  /** The declaration around a block: `provider berkeley`. */
  readonly container: string | undefined;
  readonly span: Span;
}

const most = 500;

/** What holds the letters of `query` in order, names that begin with it first; at most five hundred. */
export function workspaceSymbols({ trees }: Pick<Examined, "trees">, query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found = trees.flatMap((tree) =>
    namesOf(tree).declared.filter(({ name }) => holdsLetters(name.toLowerCase(), wanted)),
  );
  const begins = ({ name }: Declared) => name.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))].slice(0, most).map(symbolOf);
}

function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    const next = name.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}

function symbolOf({ name, kind, file, nameRange, declaration, path }: Declared): WorkspaceSymbol {
  const container =
    path.length > 0 && declaration ? `${declaration.keyword.text} ${declaration.name?.text ?? ""}` : undefined;
  return { name, kind, container, span: spanOf(file, nameRange) };
}
