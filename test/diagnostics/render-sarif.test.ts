import { expect, test } from "vitest";
import { diagnosticPages as catalogue } from "../../compiler/diagnostic-pages.ts";
import { type Diagnostic, replaceFix } from "../../compiler/diagnostics/diagnostic.ts";
import { renderSarif } from "../../compiler/diagnostics/render-sarif.ts";
import { createSourceFile, type SourceFile } from "../../compiler/text/source-file.ts";

const options = { pages: catalogue, version: "1.2.3" };

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly name?: string }[] } };
    readonly results: readonly Record<string, unknown>[];
  }[];
}

function logOf(diagnostics: readonly Diagnostic[], more: object = {}): Log["runs"][number] {
  const log: Log = JSON.parse(renderSarif(diagnostics, { ...options, ...more }));
  const run = log.runs[0];
  if (run === undefined) throw new Error("a log without a run");
  return run;
}

function found(file: SourceFile, word: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = file.text.indexOf(word);
  const span = { file, start, end: start + word.length };
  return { code: "image/unknown-package", severity: "error", message: "m", span, related: [], fixes: [], ...more };
}

test("a finding has its region, related places and fixes, in UTF-16 columns from 1, the end not included", () => {
  const file = createSourceFile("a b/ü.hub", 'x = "😀" boken\n');
  const boken = found(file, "boken");
  const fixes = [replaceFix("Write `bokeh`", boken.span, "bokeh")];
  const related = [{ span: { file, start: 0, end: 1 }, message: "set here" }];
  const [result] = logOf([{ ...boken, fixes, related }]).results;
  const artifactLocation = { uri: "a%20b/%C3%BC.hub", uriBaseId: "%SRCROOT%" };
  const region = { startLine: 1, startColumn: 10, endLine: 1, endColumn: 15 };
  expect(result).toMatchObject({
    ruleId: "image/unknown-package",
    ruleIndex: 0,
    level: "error",
    locations: [{ physicalLocation: { artifactLocation, region } }],
    relatedLocations: [{ id: 1, message: { text: "set here" } }],
    fixes: [
      {
        description: { text: "Write `bokeh`" },
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: "bokeh" } }] },
        ],
      },
    ],
  });
});

test("the rules are the codes that occur, once each, with their page", () => {
  const file = createSourceFile("a.hub", "one two");
  const { tool, results } = logOf([found(file, "one"), found(file, "two"), found(file, "one", { code: "course/x" })]);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(["course/x", "image/unknown-package"]);
  expect(tool.driver.rules[1]).toMatchObject({
    name: "ImageUnknownPackage",
    help: { markdown: expect.stringContaining("```hub\n") },
    defaultConfiguration: { level: "error" },
  });
  expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 1, 0]);
});

test("a fingerprint stays when lines move, differs by code, and counts equal lines", () => {
  const before = createSourceFile("a.hub", "  boken\n");
  const after = createSourceFile("a.hub", "\n# new\nboken\nboken\n");
  const second = { file: after, start: after.text.lastIndexOf("boken"), end: after.text.length - 1 };
  const prints = (diagnostics: readonly Diagnostic[]) =>
    logOf(diagnostics).results.map((result) => JSON.stringify(result.partialFingerprints));
  const [first] = prints([found(before, "boken")]);
  const later = prints([found(after, "boken"), found(after, "boken", { span: second })]);
  expect(later[0]).toBe(first);
  expect(later[1]).not.toBe(first);
  expect(prints([found(before, "boken", { code: "a/b" })])[0]).not.toBe(first);
});

test("a secret is masked, and a fix that would hold it is left out", () => {
  const file = createSourceFile("a.hub", 'x = "hunter22"\n');
  const secret = found(file, '"hunter22"', { code: "secret/literal", message: "hunter22 is a secret" });
  const edits = [{ span: secret.span, text: 'secret("a") # was hunter22' }];
  const text = renderSarif([{ ...secret, fixes: [{ title: "Move it", edits, applies: "always" }] }], options);
  expect(text).not.toContain("hunter22");
  expect(text).toContain("••• is a secret");
  expect(text).not.toContain("Move it");
});

test("paths are the reader's, and nothing found is a whole log with no results", () => {
  const file = createSourceFile("a.hub", "boken");
  const [result] = logOf([found(file, "boken")], { pathOf: () => "courses/a.hub" }).results;
  expect(JSON.stringify(result)).toContain('"uri":"courses/a.hub"');
  expect(logOf([]).results).toEqual([]);
});
