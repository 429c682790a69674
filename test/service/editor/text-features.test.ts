// Laws of what is told of one text: edits make what they promise, ranges lie in each other, tokens don't overlap, and every prefix
// of a program is as good as the whole.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { format } from "../../../compiler/format/format.ts";
import { changedLines } from "../../../compiler/service/editor/changed-lines.ts";
import { type DocumentSymbol, documentSymbols } from "../../../compiler/service/editor/document-symbols.ts";
import { foldingRanges } from "../../../compiler/service/editor/folding-ranges.ts";
import { formatEdits } from "../../../compiler/service/editor/format-edits.ts";
import { selectionRanges } from "../../../compiler/service/editor/selection-ranges.ts";
import { packageTokens, semanticTokens } from "../../../compiler/service/editor/semantic-tokens.ts";
import { parse } from "../../../compiler/syntax/parse.ts";
import type { SyntaxTree } from "../../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../../compiler/text/source-file.ts";
import { fc } from "../../support/properties.ts";

const example = readFileSync(new URL("../../../examples/data8/course/course.hub", import.meta.url), "utf8");
const treeOf = (text: string): SyntaxTree => parse(createSourceFile("a.hub", text), () => {});
const prefixes = Array.from({ length: 60 }, (_, n) => example.slice(0, Math.floor((example.length * (n + 1)) / 60)));

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

describe("changed lines", () => {
  const text = fc.array(fc.constantFrom("a\n", "b\n", "c\n", "\n"), { maxLength: 30 }).map((lines) => lines.join(""));

  test("make the one text out of the other", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = linesOf(before);
        for (const change of [...changedLines(before, after)].reverse())
          lines.splice(change.from, change.to - change.from, ...change.lines);
        expect(lines.join("")).toBe(after);
      }),
    );
  });

  test("are few", () => {
    const before = Array.from({ length: 100 }, (_, n) => `${n}\n`);
    const after = before.filter((_, n) => n !== 50).map((line, n) => (n === 10 ? "ten\n" : line));
    expect(changedLines(before.join(""), after.join(""))).toEqual([
      { from: 10, to: 11, lines: ["ten\n"] },
      { from: 50, to: 51, lines: [] },
    ]);
    expect(changedLines("same\n", "same\n")).toEqual([]);
    expect(changedLines("a", "a\n")).toEqual([{ from: 0, to: 1, lines: ["a\n"] }]);
  });
});

test("the edits of a format are the format", () => {
  for (const text of [...prefixes, example.replaceAll(" = ", "="), example.replaceAll("\n  ", "\n\n")]) {
    const file = createSourceFile("a.hub", text);
    const edits = formatEdits(file);
    const done = [...edits]
      .reverse()
      .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
    expect(done).toBe(format(file).text);
  }
});

test("selections grow, and the last is the file", () => {
  for (const text of prefixes) {
    const tree = treeOf(text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const ranges = selectionRanges(tree, offset);
      expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
      ranges.forEach(({ start, end }, n) => {
        const next = ranges[n + 1];
        expect(start <= offset && offset <= end).toBe(true);
        if (next) expect(next.start <= start && next.end >= end && next.end - next.start > end - start).toBe(true);
      });
    }
  }
});

test("tokens are in order, within a line, and the same in parts as in the whole", () => {
  for (const text of prefixes) {
    const tree = treeOf(text);
    const tokens = semanticTokens(tree);
    tokens.forEach(({ start, end }, n) => {
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
      expect(start).toBeGreaterThanOrEqual(tokens[n - 1]?.end ?? 0);
    });
    const middle = Math.floor(text.length / 2);
    const part = semanticTokens(tree, { start: middle, end: middle + 100 });
    expect(part).toEqual(tokens.filter(({ start, end }) => end >= middle && start <= middle + 100));
  }
});

test("folds have two lines at least, each first line once; symbols lie in each other", () => {
  for (const text of prefixes) {
    const tree = treeOf(text);
    const folds = foldingRanges(tree);
    expect(new Set(folds.map(({ firstLine }) => firstLine)).size).toBe(folds.length);
    for (const { firstLine, lastLine } of folds) expect(lastLine).toBeGreaterThan(firstLine);
    const inside = ({ range, selection, children }: DocumentSymbol): void => {
      expect(selection.start >= range.start && selection.end <= range.end).toBe(true);
      for (const child of children) {
        expect(child.range.start >= range.start && child.range.end <= range.end).toBe(true);
        inside(child);
      }
    };
    for (const symbol of documentSymbols(tree)) inside(symbol);
  }
});

test.each([
  ["numpy>=1.26", ["numpy"]],
  ["numpy >=1.26,<2", ["numpy"]],
  ["conda-forge::jq=1.6", ["conda-forge::jq"]],
  ["git curl", ["git", "curl"]],
  ["git+https://github.com/a/b@c", []],
  ["uvicorn[standard]==0.3 ; python_version < '3.9'", ["uvicorn"]],
  ["- numpy", ["numpy"]],
])("the packages of `%s`", (line, names) => {
  const tokens = packageTokens(line);
  expect(tokens.filter(({ type }) => type === "namespace").map(({ start, end }) => line.slice(start, end))).toEqual(
    names,
  );
});
