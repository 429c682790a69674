import { expect, test } from "vitest";
import { renderGithub } from "../../compiler/diagnostics/render-github.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

test("a command a finding, escaped so that no text of a program begins another", () => {
  const file = createSourceFile("a,b:c.hub", "one\ntwo\n");
  const text = renderGithub([
    {
      code: "a/b",
      severity: "info",
      message: "50 % of it\n::error::gotcha",
      span: { file, start: 4, end: 7 },
      related: [{ span: { file, start: 0, end: 3 }, message: "here" }],
      fixes: [{ title: "Do it", edits: [], applies: "always" }],
    },
  ]);
  expect(text).toBe(
    "::notice file=a%2Cb%3Ac.hub,line=2,endLine=2,col=1,endColumn=3,title=a/b::50 %25 of it%0A::error::gotcha%0Aa,b:c.hub:1: here%0Afix: Do it\n",
  );
});

test("a finding of several lines has no end column, an empty one its own, and a secret is masked", () => {
  const file = createSourceFile("a.hub", 'x = "hunter22"\nyy\n');
  const base = { severity: "error", related: [], fixes: [] } as const;
  const text = renderGithub([
    { ...base, code: "secret/literal", message: "hunter22", span: { file, start: 4, end: 14 } },
    { ...base, code: "a/b", message: "m", span: { file, start: 0, end: 16 } },
    { ...base, code: "a/c", message: "m", span: { file, start: 15, end: 15 } },
  ]);
  expect(text.split("\n")).toEqual([
    "::error file=a.hub,line=1,endLine=1,col=5,endColumn=14,title=secret/literal::•••",
    "::error file=a.hub,line=1,endLine=2,col=1,title=a/b::m",
    "::error file=a.hub,line=2,endLine=2,col=1,endColumn=1,title=a/c::m",
    "",
  ]);
});
