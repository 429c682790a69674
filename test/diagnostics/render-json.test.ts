import { expect, test } from "vitest";
import { renderJson } from "../../compiler/diagnostics/render-json.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

test("places are lines and UTF-16 columns from 1", () => {
  const file = createSourceFile("a.hub", 'x = "👩" y\nz\n');
  const span = { file, start: 9, end: 12 };
  const json = renderJson(
    [
      {
        code: "a/b",
        severity: "warning",
        message: "m",
        span,
        related: [{ span: { file, start: 0, end: 1 }, message: "r" }],
        fixes: [{ title: "f", edits: [{ span, text: "t" }], applies: "always" }],
      },
    ],
    { build: { out: "out" } },
  );
  const place = { file: "a.hub", span: { start: { line: 1, column: 10 }, end: { line: 2, column: 2 } } };
  expect(JSON.parse(json)).toEqual({
    version: 1,
    diagnostics: [
      {
        code: "a/b",
        severity: "warning",
        message: "m",
        ...place,
        related: [
          { message: "r", file: "a.hub", span: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } },
        ],
        fixes: [{ title: "f", edits: [{ ...place, text: "t" }], applies: "always" }],
      },
    ],
    summary: { errors: 0, warnings: 1, infos: 0 },
    build: { out: "out" },
  });
});

test("secrets are masked in messages and edits", () => {
  const file = createSourceFile("a.hub", 'x = "hunter22"\n');
  const span = { file, start: 4, end: 14 };
  const edits = [{ span, text: 'secret("a") # was hunter22' }];
  const json = renderJson([
    {
      code: "secret/literal",
      severity: "error",
      message: "hunter22!",
      span,
      related: [],
      fixes: [{ title: "hunter22", edits, applies: "always" }],
    },
  ]);
  expect(json).not.toContain("hunter22");
  expect(json).toContain("•••!");
});
