// What an editor can fold: bodies, lists and texts over several lines, and runs of comments.

import type { BlockNode, BodyItem, DeclarationNode, Range, SyntaxTree, ValueNode } from "../../syntax/tree.ts";
import { lineIndexAt, type SourceFile } from "../../text/source-file.ts";

import { extentOf } from "./place-at.ts";

/** Lines count from 0; the last line is hidden too, so that it is the one before a closing sign. */
export interface FoldingRange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: "comment" | "region";
}

/** The ranges in order of their first line; of those that begin on one line the longest, since editors fold one there. */
export function foldingRanges(tree: SyntaxTree): readonly FoldingRange[] {
  const closed: Range[] = [];
  const open: Range[] = [];
  for (const node of tree.declarations) {
    add(node, closed, open);
    addBody(node.body, closed, open);
  }
  for (const node of tree.lets) addValue(node.value, closed, open);
  const { file } = tree;
  const found = [
    ...closed.map((range) => linesOf(file, range, 1)),
    ...open.map((range) => linesOf(file, range, 0)),
    ...commentRuns(tree),
  ];
  const longest = new Map<number, FoldingRange>();
  for (const range of found) {
    const other = longest.get(range.firstLine);
    if (range.lastLine > range.firstLine && (other === undefined || other.lastLine < range.lastLine)) {
      longest.set(range.firstLine, range);
    }
  }
  return [...longest.values()].sort((a, b) => a.firstLine - b.firstLine);
}

/** What is not closed yet has no last line to keep. */
function add(node: DeclarationNode | BlockNode, closed: Range[], open: Range[]): void {
  const extent = extentOf(node);
  (extent.end === node.end ? closed : open).push(extent);
}

function addBody(body: readonly BodyItem[], closed: Range[], open: Range[]): void {
  for (const item of body) {
    if (item.kind === "block") {
      add(item, closed, open);
      addBody(item.body, closed, open);
    } else if (item.kind === "setting") addValue(item.value, closed, open);
  }
}

function addValue(value: ValueNode, closed: Range[], open: Range[]): void {
  if (value.kind === "text") open.push(value);
  else if (value.kind === "list") {
    closed.push(value);
    for (const item of value.items) addValue(item, closed, open);
  } else if (value.kind === "map") {
    closed.push(value);
    addBody(value.entries, closed, open);
  }
}

/** The lines of a range but the last `kept`, which stay visible. */
function linesOf(file: SourceFile, { start, end }: Range, kept: number): FoldingRange {
  const last = lineIndexAt(file, Math.max(start, end - 1)) - kept;
  return { firstLine: lineIndexAt(file, start), lastLine: last, kind: "region" };
}

function commentRuns({ file, comments }: SyntaxTree): FoldingRange[] {
  const runs: { firstLine: number; lastLine: number; kind: "comment" }[] = [];
  for (const { start } of comments) {
    const line = lineIndexAt(file, start);
    if (file.text.slice(file.lineStarts[line] ?? 0, start).trim() !== "") continue;
    const run = runs.at(-1);
    if (run !== undefined && run.lastLine === line - 1) run.lastLine = line;
    else runs.push({ firstLine: line, lastLine: line, kind: "comment" });
  }
  return runs;
}
