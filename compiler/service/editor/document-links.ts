// Addresses and files that a file of the program names.

import type { Examined } from "../../examine.ts";
import type { BodyItem, Range, ValueNode } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { type Span, spanOf } from "../../text/span.ts";
import { plainText } from "./body-schema.ts";
import { conditionValues } from "./condition-meaning.ts";
import { treeOf } from "./file-trees.ts";

export interface DocumentLink {
  /** Without the quotes. */
  readonly span: Span;
  /** A URL, or the path of a file of the project from its root. */
  readonly target: { readonly url: string } | { readonly path: string };
  readonly tooltip: string;
}

/** The links of a file, in order of place. */
export function documentLinks(known: Pick<Examined, "trees">, file: SourceFile): readonly DocumentLink[] {
  const { declarations, lets } = treeOf(known, file);
  const links = [
    ...declarations.flatMap(({ body }) => inBody(body, file)),
    ...lets.flatMap(({ value }) => inValue(value, file)),
  ];
  return links.sort((a, b) => a.span.start - b.span.start);
}

function inBody(body: readonly BodyItem[], file: SourceFile): readonly DocumentLink[] {
  return body.flatMap((item) => {
    if (item.kind === "block") return inBody(item.body, file);
    return item.kind === "setting" ? inValue(item.value, file) : inLine(item, file);
  });
}

function inValue(value: ValueNode, file: SourceFile): readonly DocumentLink[] {
  switch (value.kind) {
    case "text": {
      const text = value.long ? undefined : plainText(value);
      return text !== undefined && isAddress(text) ? [urlLink(text, inner(value), file)] : [];
    }
    case "list":
      return value.items.flatMap((item) => inValue(item, file));
    case "map":
      return inBody(value.entries, file);
    case "condition":
      return conditionValues(value.condition).flatMap((value) => inValue(value, file));
    case "call": {
      const path = value.name.text === "file" && value.argument.kind === "text" ? plainText(value.argument) : undefined;
      if (path === undefined) return [];
      return [{ span: spanOf(file, inner(value.argument)), target: { path }, tooltip: `Open ${path}` }];
    }
    default:
      return [];
  }
}

/** Between the quotes. */
function inner({ start, end }: Range): Range {
  return { start: start + 1, end: end - 1 };
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\S*$/.test(text);
}

/** `git+https://github.com/…@ref` */
function inLine(line: Range & { readonly text: string }, file: SourceFile): readonly DocumentLink[] {
  return [...line.text.matchAll(/https?:\/\/[^\s"'<>]+/g)].map((match) => {
    const start = line.start + match.index;
    const url = match[0].replace(/(?:@[^/@]+)?(?:#.*)?$/, "");
    return urlLink(url, { start, end: start + url.length }, file);
  });
}

function urlLink(url: string, range: Range, file: SourceFile): DocumentLink {
  return { span: spanOf(file, range), target: { url }, tooltip: `Open ${url}` };
}
