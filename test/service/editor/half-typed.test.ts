// A file that is being typed: every feature answers on every prefix of real programs, and on old knowledge of a new text.

import { describe, expect, it } from "vitest";
import type { Examined } from "../../../compiler/examine.ts";
import { editorFeatures } from "../../../compiler/service/editor/editor-features.ts";
import type { Range } from "../../../compiler/syntax/tree.ts";
import { createSourceFile, type SourceFile } from "../../../compiler/text/source-file.ts";
import { programFrom } from "../../support/editor-program.ts";
import { readProgram } from "../../support/programs.ts";
import { fc } from "../../support/properties.ts";

const folder = new URL("../../fixtures/programs/", import.meta.url).pathname;
const programs = ["data8", "stat159", "campus", "sign-ins", "team-workspaces", "amazon"].map((name) =>
  [...readProgram(`${folder}${name}`).values()].join("\n"),
);
const emoji = programs.map((text) => text.replaceAll(/"([^"\n]*)"/g, '"🎓$1"'));

/** Asks everything at a place, and holds every answer to lie in its file. */
function askEverything(known: Examined, file: SourceFile, offset: number): void {
  const lies = (range: Range, of: SourceFile = file) => {
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeLessThanOrEqual(of.text.length);
    expect(range.start).toBeLessThanOrEqual(range.end);
  };
  const { items } = editorFeatures.completions(known, file, offset);
  for (const { replace } of items) {
    lies(replace);
    expect(replace.start <= offset && offset <= replace.end).toBe(true);
  }
  const hover = editorFeatures.hover(known, file, offset);
  if (hover) lies(hover.span);
  for (const { name, whole } of editorFeatures.definitions(known, file, offset)) {
    lies(name, name.file);
    lies(whole, whole.file);
  }
  for (const { span } of editorFeatures.references(known, file, offset)) lies(span, span.file);
  for (const { span } of editorFeatures.highlights(known, file, offset)) lies(span);
  editorFeatures.prepareRename(known, file, offset);
  editorFeatures.rename(known, { file, offset }, "renamed");
  for (const { after } of editorFeatures.inlayHints(known, file, { start: 0, end: file.text.length })) lies(after);
  for (const lens of editorFeatures.codeLenses(known, file)) lies(lens.span);
  for (const { span } of editorFeatures.documentLinks(known, file)) lies(span);
  editorFeatures.compiled(known, file, offset);
  for (const { edits } of editorFeatures.codeActions(known, file, { start: Math.max(0, offset - 40), end: offset })) {
    for (const { span } of edits) lies(span, span.file);
  }
  for (const { span } of editorFeatures.fixAll(known, file)) lies(span);
}

describe("a half-typed file", () => {
  it("is answered at the end of any prefix", () => {
    const prefix = fc
      .constantFrom(...programs, ...emoji)
      .chain((text) => fc.nat(text.length).map((end) => text.slice(0, end)));
    fc.assert(
      fc.property(prefix, (text) => {
        const known = programFrom([text]);
        const [file] = known.sources.files;
        if (file) askEverything(known, file, text.length);
      }),
      { numRuns: 60 },
    );
  });

  it("is answered anywhere in a program with a piece cut out, from what was known before", () => {
    const before = programs.map((text) => programFrom([text]));
    const cut = fc.nat(programs.length - 1).chain((i) => {
      const length = programs[i]?.length ?? 0;
      return fc.tuple(fc.constant(i), fc.nat(length), fc.nat(30), fc.nat(length));
    });
    fc.assert(
      fc.property(cut, ([i, from, length, at]) => {
        const [known, text = ""] = [before[i], programs[i]];
        const next = text.slice(0, from) + text.slice(from + length);
        const file = createSourceFile("0.hub", next);
        if (known) askEverything(known, file, Math.min(at, next.length));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    "",
    "\n",
    "{",
    "}",
    "course",
    "course {",
    "let",
    "let x =",
    'course a { title = "',
    'course a { title = """',
    "course a { term = 2026-",
    "image a { conda {",
    "image a { conda { numpy",
    "# hubc: allow",
    "policy course p { require = ",
    "policy course p { require = memory.",
    "group t[1..",
    "hub h { stage",
    "course a extends a { memory = 1GiB }\n",
    "course a extends b { }\ncourse b extends a { content x { } }\n",
    "\u0000course a {",
    "\ud83c",
  ])("that reads %j", (text) => {
    const known = programFrom([text]);
    const [file] = known.sources.files;
    for (let offset = 0; file && offset <= text.length; offset++) askEverything(known, file, offset);
  });
});
