import { expect, test } from "vitest";
import { type Diagnostic, defineDiagnostic, diagnose } from "../../compiler/diagnostics/diagnostic.ts";
import { reportedOnce } from "../../compiler/diagnostics/reported-once.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { findings, smallProgram } from "../support/small-program.ts";

const define = (code: string) =>
  defineDiagnostic<{ words: string }>({
    code,
    title: "",
    why: "",
    message: ({ words }) => words,
  });
const [one, other] = [define("a/one"), define("a/other")];
const files = [createSourceFile("a.hub", "abc"), createSourceFile("b.hub", "abc")] as const;
const at = (file: 0 | 1, start: number) => ({ span: { file: files[file], start, end: start + 1 } });

const all = [
  diagnose(one, { words: "first" }, at(0, 0)),
  diagnose(one, { words: "first" }, at(0, 0)),
  diagnose(one, { words: "worded otherwise" }, at(0, 0)),
  diagnose(other, { words: "first" }, at(0, 0)),
  diagnose(one, { words: "first" }, at(0, 1)),
  diagnose(one, { words: "first" }, at(1, 0)),
];

function reported(options?: { readonly several: boolean }): Diagnostic[] {
  const found: Diagnostic[] = [];
  all.forEach(reportedOnce((diagnostic) => found.push(diagnostic), options));
  return found;
}

test("of one code at one place the first is reported", () => {
  expect(reported()).toEqual([all[0], all[3], all[4], all[5]]);
});

test("what may be wrong in several ways at one place is reported in each", () => {
  expect(reported({ several: true })).toEqual([all[0], all[2], all[3], all[4], all[5]]);
});

test("what three stages share is reported once, and what one of them says by itself beside it", () => {
  const stage = (name: string, more: string) => `  stage ${name} { domain = "${name}.example.edu" ${more} }\n`;
  const hub = `  cull { idle = 0min }\n${stage("trial", "")}${stage("develop", "cull { idle = 0min }")}  stage prod { }\n`;
  const found = findings(smallProgram({ hub })).filter((code) => code === "hub/no-time");
  expect(found).toHaveLength(2);
});
