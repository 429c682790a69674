import { expect, test } from "vitest";
import { type Diagnostic, replaceFix } from "../../compiler/diagnostics/diagnostic.ts";
import { ansiPalette } from "../../compiler/diagnostics/palette.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { countDiagnostics, summaryText } from "../../compiler/diagnostics/summary.ts";
import { createSourceFile, type SourceFile } from "../../compiler/text/source-file.ts";
import type { Span } from "../../compiler/text/span.ts";

const course = createSourceFile(
  "course.hub",
  'course data8 {\n  title = "Data"\n  image = data9\n  open {\n    a = "1"\n    b = "2"\n  }\n}\n',
);
const image = createSourceFile("images/data8.hub", "image data8 {\n}\n");

function at(file: SourceFile, text: string): Span {
  const start = file.text.indexOf(text);
  if (start < 0) throw new Error(`${file.path} does not hold ${text}`);
  return { file, start, end: start + text.length };
}

function diagnostic(span: Span, more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: "a/b", severity: "error", message: "Wrong.", span, related: [], fixes: [], ...more };
}

test("a diagnostic with another place and a fix", () => {
  const span = at(course, "data9");
  const text = renderText([
    diagnostic(span, {
      code: "names/unknown-image",
      message: "There is no image `data9`.",
      related: [{ span: at(image, "image data8"), message: "this one is declared" }],
      fixes: [{ title: "Write data8", edits: [{ span, text: "data8" }], applies: "always" }],
    }),
  ]);
  expect(text).toBe(`error[names/unknown-image]: There is no image \`data9\`.
 --> course.hub:3:11
  |
3 |   image = data9
  |           ^^^^^
 ::: images/data8.hub:1:1
  |
1 | image data8 {
  | ----------- this one is declared
  = fix: Write data8
  |
3 |   image = data8
`);
});

test("of many other places the first five are shown, and how many there are besides", () => {
  const span = at(course, "data9");
  const places = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ span: at(image, "image data8"), message: `place ${n}` }));
  const text = renderText([diagnostic(span, { related: places(8) })]);
  expect(text.match(/place \d/g)).toEqual(["place 0", "place 1", "place 2", "place 3", "place 4"]);
  expect(text).toContain(" ::: and 3 more places\n");
  expect(renderText([diagnostic(span, { related: places(6) })])).toContain("::: and 1 more place\n");
  expect(renderText([diagnostic(span, { related: places(5) })])).not.toContain("more place");
});

test("a stretch over several lines shows its first and last", () => {
  expect(renderText([diagnostic(at(course, 'open {\n    a = "1"\n    b = "2"\n  }'))])).toBe(`error[a/b]: Wrong.
 --> course.hub:4:3
  |
4 |   open {
  |   ^^^^^^ from here
  ⋮
7 |   }
  |   ^ to here
`);
});

test("a stretch that takes its line end along stays on its line", () => {
  expect(renderText([diagnostic(at(image, "image data8 {\n"))])).toContain("1 | image data8 {\n  | ^^^^^^^^^^^^^\n");
});

test("line numbers of one message share a margin", () => {
  const long = createSourceFile("long.hub", `${"\n".repeat(99)}x = 1\n`);
  const text = renderText([
    diagnostic({ file: image, start: 0, end: 5 }, { related: [{ span: at(long, "x"), message: "here" }] }),
  ]);
  expect(text).toContain("  1 | image data8 {\n    | ^^^^^\n   ::: long.hub:100:1\n    |\n100 | x = 1\n    | - here\n");
});

test("tabs, wide letters and emoji do not shift the marks", () => {
  const file = createSourceFile("wide.hub", '\ttitle = "数据 👩‍🎓" + bad\n');
  const lines = renderText([diagnostic(at(file, "bad"))]).split("\n");
  expect(lines[3]).toBe('1 |     title = "数据 👩‍🎓" + bad');
  expect(lines[4]).toBe(`  | ${" ".repeat(4 + 9 + 4 + 1 + 2 + 1 + 3)}^^^`);
});

test("an empty stretch at the very end has one mark", () => {
  const file = createSourceFile("open.hub", "course a {");
  const span = { file, start: file.text.length, end: file.text.length };
  expect(renderText([diagnostic(span)])).toContain("1 | course a {\n  |           ^\n");
  expect(renderText([diagnostic({ file: createSourceFile("empty.hub", ""), start: 0, end: 0 })])).toContain(
    "1 |\n  | ^\n",
  );
});

test("of a very long line the part around the marks is shown", () => {
  const file = createSourceFile("long.hub", `x = "${"a".repeat(5000)}" wrong ${"b".repeat(5000)}`);
  const lines = renderText([diagnostic(at(file, "wrong"))]).split("\n");
  const shown = lines[3] ?? "";
  expect(shown.length).toBeLessThan(160);
  expect(shown).toMatch(/^1 \| …a+" wrong b+…$/);
  expect((lines[4] ?? "").indexOf("^^^^^")).toBe(shown.indexOf("wrong"));
});

test("control characters in a source or a message can't act on the terminal", () => {
  const file = createSourceFile("evil.hub", "x = \u001B[2Jy\n");
  const text = renderText([diagnostic(at(file, "y"), { message: "Not \u001B]0;z\u0007 this." })]);
  expect(text).not.toContain("\u001B");
  expect(text).toContain("x = \\u{1b}[2Jy");
});

test("a secret is masked in every frame, message and fix of the report", () => {
  const secret = "9f8e7d6c5b4a39281706f5e4";
  const file = createSourceFile("hub.hub", `hub x {\n  client-secret = "${secret}" extra\n}\n`);
  const literal = at(file, `"${secret}"`);
  const text = renderText([
    diagnostic(literal, {
      code: "secret/literal",
      message: `${secret} is a literal.`,
      fixes: [{ title: "Refer to it", edits: [{ span: at(file, "extra"), text: "" }], applies: "always" }],
    }),
    diagnostic(at(file, "extra")),
  ]);
  expect(text).not.toContain(secret.slice(4, 12));
  expect(text).toContain('2 |   client-secret = "•••" extra\n  |                   ^^^^^\n');
  expect(text).toContain('2 |   client-secret = "•••" extra\n  |                         ^^^^^\n');
});

test("a private key over several lines is masked line by line", () => {
  const file = createSourceFile(
    "key.hub",
    'python { "a" = """\n-----BEGIN KEY-----\nMIIEabc\n-----END KEY-----\n""" }\n',
  );
  const span = at(file, '"""\n-----BEGIN KEY-----\nMIIEabc\n-----END KEY-----\n"""');
  const text = renderText([diagnostic(span, { code: "secret/literal" }), diagnostic(at(file, "MIIEabc"))]);
  expect(text).not.toContain("MIIE");
  expect(text).toContain("3 | •••\n  | ^^^\n");
});

test("a fix that joins, adds or removes lines shows what is left", () => {
  const added = replaceFix("Add it", { file: image, start: 13, end: 13 }, '\n  base = "x"');
  const removed = replaceFix("Remove it", { file: image, start: 0, end: 15 }, "");
  const text = renderText([diagnostic(at(image, "data8"), { fixes: [added, removed] })]);
  expect(text).toContain('  = fix: Add it\n  |\n1 | image data8 {\n2 |   base = "x"\n');
  expect(text.endsWith("  = fix: Remove it\n")).toBe(true);
});

test("paths are shown as the reader finds them, and colours are those of the palette", () => {
  const text = renderText([diagnostic(at(image, "image"))], {
    palette: ansiPalette,
    pathOf: (file) => `../${file.path}`,
  });
  expect(text).toContain("\u001B[1;31merror[a/b]\u001B[0m\u001B[1m: Wrong.\u001B[0m");
  expect(text).toContain(" ../images/data8.hub:1:1");
});

test("an empty line stands between two, and the summary counts", () => {
  const all = [diagnostic(at(image, "image")), diagnostic(at(image, "data8"), { severity: "warning" })];
  expect(renderText(all)).toContain("^^^^^\n\nwarning[a/b]");
  expect(renderText([])).toBe("");
  expect(summaryText(countDiagnostics([...all, ...all.slice(0, 1)]))).toBe("2 errors, 1 warning");
  expect(summaryText(countDiagnostics([]))).toBe("no problems");
});
