// Whatever the text, the compiler says what is wrong with it: it does not throw, does not hang, and stops listing at a hundred
// syntax errors a file. A long run: `FUZZ_RUNS=100000 npx vitest run test/syntax/fuzz.test.ts`; another seed: FUZZ_SEED=7.

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkProgram, programOf, readProgram } from "../support/programs.ts";
import { createRandomText } from "../support/random-text.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 1500);
const seed = Number(process.env["FUZZ_SEED"] ?? 20261005);
const longest = 60_000;
const samples = ["data8", "stat159", "campus"].flatMap((name) => [
  ...readProgram(fileURLToPath(new URL(`../fixtures/programs/${name}`, import.meta.url))).values(),
]);

test(`${runs} random texts are compiled in time and without a crash`, { timeout: 900_000 + runs * 100 }, () => {
  const random = createRandomText(seed, samples);
  const times: number[] = [];
  let withErrors = 0;
  for (let run = 0; run < runs; run++) {
    const text = random.next();
    const { milliseconds, errors } = checkedText(text);
    times.push(milliseconds);
    if (errors > 0) withErrors++;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  console.log(
    `${runs} texts, seed ${seed}: ${withErrors} with errors; median ${at(0.5)} ms, 99 % ${at(0.99)} ms, most ${at(1)} ms`,
  );
  expect(withErrors).toBeGreaterThan(runs / 2);
});

const deep = 10_000;
/** Characters of the long texts: a megabyte in a long run; in a short one a quarter, so that a busy machine fails nothing. */
const long = runs > 1500 ? 1_000_000 : 250_000;

describe("extremes", () => {
  test.each([
    ["brackets", `let x = ${"[".repeat(deep)}`],
    ["closed brackets", `let x = ${"[".repeat(deep)}${"]".repeat(deep)}`],
    ["parentheses", `policy course p { require = ${"(".repeat(deep)} }`],
    ["negations", `policy course p { require = ${"not ".repeat(deep)} true }`],
    ["braces", "{".repeat(deep)],
    ["closing braces", "}".repeat(deep)],
    ["blocks", `hub h { ${"auth google { ".repeat(deep)}`],
    ["maps", `let x = ${"{ a = ".repeat(deep)}`],
    ["maps in a range", `group g { a = "x" .. ${"{ a = ".repeat(deep)}1${" }".repeat(deep)} }`],
    ["lists in a map in a range", `group g { a = "x" .. { b = ${"[".repeat(deep)}1${"]".repeat(deep)} } }`],
    ["maps in lists", `let x = ${"[{ a = ".repeat(deep)}`],
    ["errors", "let x = =\n".repeat(12_000)],
    ["errors in a block", `group g {\n${"  members = = 1\n".repeat(12_000)}}`],
    ["unexpected characters", `${"@ ? ^\n".repeat(12_000)}`],
    ["a long name", `group ${"a".repeat(long)} { }`],
    ["a long line of names", "a ".repeat(long / 2)],
    ["a long line of dots", "a.".repeat(long / 2)],
    ["a long line of settings", `group g { ${"a = 1 ".repeat(long / 6)} }`],
    ["a long line of commas", `let x = ${"1, ".repeat(long / 3)}`],
    ["a long list", `let x = [${"1, ".repeat(long / 3)}]`],
    ["a long list without commas", `let x = [${"1 ".repeat(long / 20)}]`],
    ["a long text", `let x = "${"é".repeat(long)}"`],
    ["a long text of escapes", `let x = "${"\\d".repeat(long / 20)}"`],
    ["a long text of constants", `let x = "${"${a}".repeat(long / 40)}"`],
    ["quotes", '"'.repeat(long / 10)],
    ["triple quotes", '"""\n'.repeat(2_000)],
    ["headers after triple quotes", `${'let a = """\ncourse x {\n'.repeat(1_000)}`],
    ["comments", "## doc\n".repeat(long / 70)],
    ["empty lines after words", `${"word\n\n\n".repeat(20_000)}`],
    ["unclosed package blocks", "image i {\n  conda {\n    numpy\n".repeat(5_000)],
    ["a long package line", `image i {\n  conda {\n    ${"numpy,".repeat(long / 60)}\n  }\n}`],
    ["a family", 'group g[0..499] { members = ["a-${n}"] }'],
    ["too large a family", 'group g[0..99999999999] { members = ["a"] }'],
    ["pools of a family", "provider k3s p { pool a[1..99999999] { memory = 1GiB cpu = 1 nodes = 0..1 } }"],
  ])("%s", (_name, text) => {
    checkedText(text);
  });
});

/** Checks a text as a program, within a minute and a hundred syntax errors. */
function checkedText(text: string): { readonly milliseconds: number; readonly errors: number } {
  // Of this process, so that a busy machine does not fail it.
  const start = process.cpuUsage();
  const { diagnostics } = checkProgram(programOf(text));
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const shown = JSON.stringify(text.slice(0, 300));
  expect(milliseconds, shown).toBeLessThan(longest);
  expect(diagnostics.filter(({ code }) => code.startsWith("syntax/")).length, shown).toBeLessThanOrEqual(101);
  for (const { span } of diagnostics) {
    if (span.file.path !== "p.hub") continue;
    if (!(0 <= span.start && span.start <= span.end && span.end <= text.length)) {
      expect.fail(`a span ${span.start}–${span.end} outside of ${shown}`);
    }
  }
  return { milliseconds, errors: diagnostics.filter(({ severity }) => severity === "error").length };
}
