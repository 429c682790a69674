import { expect, test } from "vitest";
import { positionAt } from "../../compiler/text/source-file.ts";
import { checkProgram, programOf } from "../support/programs.ts";

test.each([
  ["let é = 1\n", [1, 5, 1, 6]],
  ['let a = ["é😀", ?]\n', [1, 17, 1, 18]],
  ['group g { members = ["é😀"] memroy = 1 }\n', [1, 29, 1, 35]],
  ['# é😀\r\ngroup g {\r\n\tmembers = ["é😀"] memroy = 1\r\n}\r\n', [3, 20, 3, 26]],
  ['\ufeffgroup g { members = ["a"] memroy = 1 }\n', [1, 28, 1, 34]],
])("places in %j count UTF-16 units", (text, [line, column, endLine, endColumn]) => {
  const [first] = checkProgram(programOf(text)).diagnostics;
  expect(first).toBeDefined();
  if (first === undefined) return;
  const [start, end] = [positionAt(first.span.file, first.span.start), positionAt(first.span.file, first.span.end)];
  expect([start.line, start.column, end.line, end.column]).toEqual([line, column, endLine, endColumn]);
});
