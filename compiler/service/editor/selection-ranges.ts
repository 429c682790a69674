// What "expand selection" goes through: from the word at the cursor outward to the whole file.

import type { BodyItem, Range, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import { conditionValues } from "./condition-meaning.ts";

import { extentOf } from "./place-at.ts";

/** The ranges around `offset`, the innermost first, each larger than the one before; the last is the whole file. */
export function selectionRanges(tree: SyntaxTree, offset: number): readonly Range[] {
  const { file } = tree;
  const around: Range[] = [{ start: 0, end: file.text.length }];
  const add = (range: Range): boolean => {
    const inside = range.start <= offset && offset <= range.end;
    if (inside) around.push(range);
    return inside;
  };
  for (const node of tree.declarations) {
    if (!add(extentOf(node))) continue;
    for (const part of [node.header, node.keyword, node.variant, node.name, node.parent]) if (part) add(part);
    addBody(node.body, add);
    addInterior(file.text, node, add);
  }
  for (const node of tree.lets) {
    if (!add(node)) continue;
    add(node.name);
    addValue(node.value, add);
  }
  for (const comment of tree.comments) {
    add({ start: comment.start, end: comment.end });
  }
  return nested(around);
}

type Add = (range: Range) => boolean;

function addBody(body: readonly BodyItem[], add: Add): void {
  for (const item of body) {
    if (!add(extentOf(item))) continue;
    if (item.kind === "package-line") continue;
    for (const name of item.path) add(name);
    if (item.kind === "setting") addValue(item.value, add);
    else {
      add(item.header);
      for (const label of item.labels) addValue(label, add);
      addBody(item.body, add);
    }
  }
}

function addValue(value: ValueNode, add: Add): void {
  if (!add(value)) return;
  switch (value.kind) {
    case "text": {
      const quotes = value.long ? 3 : 1;
      if (value.end - value.start > 2 * quotes) add({ start: value.start + quotes, end: value.end - quotes });
      for (const part of value.parts) if (typeof part !== "string") add(part);
      return;
    }
    case "path":
      for (const name of value.names) add(name);
      return;
    case "range":
      addValue(value.from, add);
      addValue(value.to, add);
      return;
    case "list":
      for (const item of value.items) addValue(item, add);
      return;
    case "map":
      addBody(value.entries, add);
      return;
    case "call":
      add(value.name);
      addValue(value.argument, add);
      return;
    case "condition":
      for (const inner of conditionValues(value.condition)) addValue(inner, add);
      return;
    case "literal":
    case "unreadable":
      return;
  }
}

/** What stands between a declaration's braces. */
function addInterior(text: string, node: Range & { readonly header: Range }, add: Add): void {
  const open = text.indexOf("{", node.header.end);
  if (open >= 0 && open < node.end && text[node.end - 1] === "}") add({ start: open + 1, end: node.end - 1 });
}

/** The ranges from small to large, each once; one that crosses another is left out. */
function nested(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const kept: Range[] = [];
  for (const { start, end } of sorted) {
    const last = kept.at(-1);
    const isSame = last !== undefined && last.start === start && last.end === end;
    if (!isSame && (last === undefined || (start <= last.start && end >= last.end))) kept.push({ start, end });
  }
  return kept;
}
