// Selected settings and blocks of a declaration, moved to an abstract parent that it then extends, so that others can too.

import type { Examined } from "../../examine.ts";
import { kindsWithConditions } from "../../syntax/tokens.ts";
import type { BodyItem, DeclarationNode, Range } from "../../syntax/tree.ts";
import { lineIndexAt, lineText, type SourceFile } from "../../text/source-file.ts";
import { spanOf } from "../../text/span.ts";
import type { CodeAction } from "./code-actions.ts";
import { isStandardFile, treeOf } from "./file-trees.ts";
import { holds } from "./place-at.ts";
import { programNames } from "./program-names.ts";

/** The change for a selection that covers whole items of one body; nothing for another, and where there is no selection. */
export function extractParent(known: Examined, file: SourceFile, range: Range): CodeAction | undefined {
  if (range.start === range.end || isStandardFile(file)) return undefined;
  const declaration = treeOf(known, file).declarations.find(
    (node) => holds(node, range.start) && holds(node, range.end),
  );
  if (declaration?.name === undefined || declaration.broken || !mayHaveParent(declaration)) return undefined;
  const { header, name } = declaration;
  if (range.start < header.end) return undefined;
  const items = declaration.body.filter((item) => item.start < range.end && range.start < item.end);
  const lines = items.map((item) => wholeLines(item, file));
  const sound = lines.filter((range) => range !== undefined);
  if (
    items.length === 0 ||
    sound.length < lines.length ||
    sound.some((range, i) => (sound[i - 1]?.end ?? 0) > range.start)
  )
    return undefined;
  const names = programNames(known, file);
  const parent = freeName(`${name.text}-base`, (one) => names.find(declaration.keyword.text, one, false) !== undefined);
  return {
    title: `Extract to \`abstract ${declaration.keyword.text} ${parent}\``,
    kind: "refactor.extract",
    edits: [
      {
        span: spanOf(file, pointBefore(declaration, file)),
        text: parentText(declaration, parent, { file, lines: sound }),
      },
      extendsEdit(declaration, parent, file),
      ...sound.map((range) => ({ span: spanOf(file, range), text: "" })),
    ],
    diagnostics: [],
    preferred: false,
  };
}

/** The members of a family differ by their number, and a project has no parent. */
function mayHaveParent({ keyword, family, abstract }: DeclarationNode): boolean {
  return keyword.text !== "project" && !kindsWithConditions.has(keyword.text) && family === undefined && !abstract;
}

/** The lines of an item with the comments above it; nothing where it shares a line with something else. */
function wholeLines(item: BodyItem, file: SourceFile): Range | undefined {
  const [first, last] = [lineIndexAt(file, item.start), lineIndexAt(file, item.end)];
  const [lineStart, after] = [file.lineStarts[first] ?? 0, lineText(file, last)];
  const before = file.text.slice(lineStart, item.start);
  const rest = after.slice(item.end - (file.lineStarts[last] ?? 0));
  const end = file.lineStarts[last + 1];
  if (before.trim() !== "" || !/^\s*(?:#.*)?$/.test(rest) || end === undefined) return undefined;
  let top = first;
  while (top > 0 && /^\s*#/.test(lineText(file, top - 1))) top--;
  return { start: file.lineStarts[top] ?? lineStart, end };
}

/** Above the declaration and its comments. */
function pointBefore(declaration: DeclarationNode, file: SourceFile): Range {
  let line = lineIndexAt(file, declaration.start);
  while (line > 0 && lineText(file, line - 1).startsWith("#")) line--;
  const at = file.lineStarts[line] ?? declaration.start;
  return { start: at, end: at };
}

function parentText(
  { keyword, variant, parent }: DeclarationNode,
  name: string,
  { file, lines }: { readonly file: SourceFile; readonly lines: readonly Range[] },
): string {
  const text = (range: Range) => file.text.slice(range.start, range.end);
  const head = ["abstract", keyword.text, ...(variant ? [variant.text] : []), name];
  const from = parent ? ["extends", text(parent)] : [];
  return `${[...head, ...from].join(" ")} {\n${lines.map(text).join("")}}\n\n`;
}

function extendsEdit({ parent, name, header }: DeclarationNode, text: string, file: SourceFile) {
  if (parent) return { span: spanOf(file, parent), text };
  const at = name?.end ?? header.end;
  return { span: spanOf(file, { start: at, end: at }), text: ` extends ${text}` };
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  let [free, number] = [name, 2];
  while (isTaken(free)) free = `${name}-${number++}`;
  return free;
}
