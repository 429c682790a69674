// Where a value ends and braces begin: maps of `let`s, values that are missing, and blocks after a value on its line.

import { expect, it } from "vitest";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

function read(text: string) {
  const codes: string[] = [];
  const tree = parse(createSourceFile("a.hub", text), ({ code }) => codes.push(code));
  return { codes, tree };
}

it("reads a map as the value of a let", () => {
  const { codes, tree } = read("## doc\nlet m = { a = 1, b = 2 }\n");
  expect(codes).toEqual([]);
  expect(tree.lets).toMatchObject([{ name: { text: "m" }, doc: "doc", value: { kind: "map", start: 15, end: 31 } }]);
});

it("reports a setting without a value, in a block and in a map", () => {
  expect(read("group g {\n  members =\n}\n").codes).toEqual(["syntax/missing-value"]);
  expect(read("group g {\n  m = { a =\n  }\n}\n").codes).toEqual(["syntax/missing-value"]);
  expect(read("group g {\n  a = b = 1\n}\n").codes).toEqual(["syntax/missing-value"]);
});

it("reads a block after a value on its line", () => {
  const { codes, tree } = read("hub h { choose = by-group cull { } }\n");
  expect(codes).toEqual([]);
  expect(tree.declarations[0]?.body).toMatchObject([
    { kind: "setting", value: { kind: "path" } },
    { kind: "block", name: { text: "cull" } },
  ]);
});

it("says what is wrong in a header: its kind, a word that can't stand there, or quotes that open nothing", () => {
  expect(read("during 2026-10-05 { }\n").codes).toEqual(["syntax/unknown-kind"]);
  expect(read("course a extends b c { }\n").codes).toEqual(["syntax/header"]);
  expect(read("course extends b { }\n").codes).toEqual(["syntax/header"]);
  expect(read('course a" }\n { title = 1 }\n').codes[0]).toBe("syntax/unterminated-text");
});

it("says that a word in a condition compares nothing", () => {
  const policy = (condition: string) => read(`policy course p {\n  require = ${condition}\n}\n`).codes;
  expect(policy("x like y")).toEqual(["syntax/unexpected"]);
  expect(policy("[a, x like y]")).toEqual(["syntax/unexpected"]);
  expect(policy("[\n    a\n    x == y\n  ]")).toEqual([]);
});
