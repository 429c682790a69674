import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { shellScript } from "../../compiler/output/shell-script.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const file = createSourceFile("a.hub", "provider kind a { }");
const origin = { file, start: 0, end: 8 };
const inner = { file, start: 9, end: 13 };

const run = (text: string) => spawnSync("bash", ["-s"], { input: text, encoding: "utf8" });

it("runs what is not done yet, and words arrive whole", () => {
  const script = shellScript(
    "a.sh",
    {
      about: ["About\nit: $(false)"],
      steps: [
        { comment: "One.", commands: [{ words: ["printf", "%s|"], options: [{ words: ["a b", "$HOME", "it's"] }] }] },
        { comment: "Two.", commands: [{ words: ["echo", "not done"], unless: ["false"] }] },
        { comment: "Three.", commands: [{ words: ["echo", "done"], unless: ["echo", "found"] }] },
        { comment: "Four.", commands: [{ words: ["echo", "made"], unless: ["false"], notes: "four_made" }] },
        { comment: "Five.", commands: [{ words: ["echo", "there"], unless: ["true"], notes: "five_made" }] },
        { comment: "Six.", commands: [{ words: ["echo", "after four"], onlyAfter: "four_made" }] },
        { comment: "Seven.", commands: [{ words: ["echo", "after five"], onlyAfter: "five_made" }] },
      ],
    },
    origin,
  );
  expect(script.executable).toBe(true);
  expect(run(script.text)).toMatchObject({
    status: 0,
    stdout: "a b|$HOME|it's|not done\nmade\nafter four\n",
    stderr: "",
  });
});

it("stops at the first error", () => {
  const steps = [
    { comment: "a", commands: [{ words: ["false"] }] },
    { comment: "b", lines: ["echo on"] },
  ];
  expect(run(shellScript("a.sh", { about: [], steps }, origin).text)).toMatchObject({ status: 1, stdout: "" });
});

it("knows where each line came from", () => {
  const commands = [{ words: ["a"], options: [{ words: ["--b"], origin: inner }, { words: ["--c"] }] }];
  const script = shellScript("a.sh", { about: [], steps: [{ comment: "x", commands }] }, origin);
  const lines = script.text.trimEnd().split("\n");
  expect(script.origins).toHaveLength(lines.length);
  expect(script.origins[lines.indexOf("  --b \\")]).toBe(inner);
  expect(script.origins[lines.indexOf("  --c")]).toBe(origin);
});
