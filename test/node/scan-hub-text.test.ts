import { expect, test } from "vitest";
import { declaresProject, fileReferences, outSetting } from "../../compiler/node/scan-hub-text.ts";

test("a project is a declaration, not a word in a comment, a text or a setting", () => {
  expect(declaresProject("# c\nproject data-8 {\n}\n")).toBe(true);
  expect(declaresProject("project a\n{")).toBe(true);
  expect(declaresProject("# project a {\n")).toBe(false);
  expect(declaresProject('x = """\nproject a {\n"""\n')).toBe(false);
  expect(declaresProject('provider gke g {\n  project = "p"\n}\n')).toBe(false);
  expect(declaresProject("project\n")).toBe(false);
});

test("the output folder is the project's own setting", () => {
  expect(outSetting('project a {\n  # out = "no"\n  out = "build/hub"\n}\n')).toBe("build/hub");
  expect(outSetting("project a { }\n")).toBeUndefined();
  expect(outSetting('hub h { out = "x" }\n')).toBeUndefined();
});

test("files are found with their places, outside comments and texts", () => {
  const text = 'a = file("x.md") # file("no")\nb = "file(\\"no\\")"\nc = [file( "d/y \\"z\\".txt" ), profile("q")]\n';
  expect(fileReferences(text).map(({ path, start, end }) => [path, text.slice(start, end)])).toEqual([
    ["x.md", 'file("x.md")'],
    ['d/y "z".txt', 'file( "d/y \\"z\\".txt" )'],
  ]);
});
