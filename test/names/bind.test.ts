import { expect, test } from "vitest";
import { createMemory } from "../../compiler/diagnostics/memory.ts";
import { bind } from "../../compiler/names/bind.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const treeOf = (text: string) => parse(createSourceFile("p.hub", text), () => {});
const other = treeOf('let domain = "example.edu"\ngroup ta { members = ["ada"] }\n');

/** A file before an edit and after it, beside another; which of the two versions are the same objects. */
function versions(before: string, after: string) {
  const memory = createMemory();
  const bound = (text: string) => bind([treeOf(text), other], () => [], { report: () => {}, memory });
  const [first, second] = [bound(before), bound(after)];
  return {
    names: first.versions.names === second.versions.names,
    constants: first.versions.constants === second.versions.constants,
    otherFile: first.files[1] === second.files[1],
  };
}

test.each([
  ["a value", "group g { members = [] }\n", 'group g { members = ["ada"] }\n'],
  ["a comment above", "group g { }\n", "# here\ngroup g { }\n"],
])("%s changes no names", (_what, before, after) => {
  expect(versions(before, after)).toEqual({ names: true, constants: true, otherFile: true });
});

test("a constant's value changes constants, and no names", () => {
  expect(versions("let n = 1\n", "let n = 2\n")).toEqual({ names: true, constants: false, otherFile: true });
});

test.each([
  ["a name", "group g { }\n", "group h { }\n"],
  ["a kind", "group g { }\n", "machine g { }\n"],
  ["an abstract declaration", "group g { }\n", "abstract group g { }\n"],
  ["a family's length", "group g[1..2] { }\n", "group g[1..3] { }\n"],
  ["a constant's name", "let n = 1\n", "let m = 1\n"],
  ["a header that can't be read", "group g { }\n", "group g { }\ncourse [\n"],
  ["the order of two", "group g { }\ngroup h { }\n", "group h { }\ngroup g { }\n"],
])("%s changes names", (_what, before, after) => {
  expect(versions(before, after)).toEqual({ names: false, constants: false, otherFile: true });
});

test("a declaration of a name that is taken takes it away from the file below", () => {
  expect(versions("group g { }\n", "group ta { }\n")).toEqual({ names: false, constants: false, otherFile: false });
});
