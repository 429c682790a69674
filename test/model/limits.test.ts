// What goes beyond a limit is said once, in little time, and nothing of it is followed.

import { describe, expect, test } from "vitest";
import { limits } from "../../compiler/text/limits.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");
const last = 2999;
const forwards = (first: string, next: (before: string) => string) =>
  lines(last + 1, (n) => `let x${n} = ${n === 0 ? first : next(`x${n - 1}`)}`);
const backwards = (first: string, next: (before: string) => string) =>
  lines(last + 1, (n) => `let x${n} = ${n === last ? first : next(`x${n + 1}`)}`);

/** The codes of the errors, each within a minute of this process, where most take less than a second. */
function errorsOf(text: string): readonly string[] {
  const start = process.cpuUsage();
  const { diagnostics } = checkProgram(programOf(text));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(60);
  return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

describe("chains of constants are one error", () => {
  test.each([
    ["values", "announcement = x2999", forwards('"x"', (x) => x), "names/constants-too-deep"],
    ["values, the last first", "announcement = x0", backwards('"x"', (x) => x), "names/constants-too-deep"],
    ["texts", 'announcement = "${x2999}"', forwards('"x"', (x) => `"\${${x}}y"`), "names/constants-too-deep"],
    [
      "texts, the last first",
      'announcement = "${x0}"',
      backwards('"x"', (x) => `"\${${x}}y"`),
      "names/constants-too-deep",
    ],
    [
      "texts that double",
      'announcement = "${x2999}"',
      forwards('"x"', (x) => `"\${${x}}\${${x}}"`),
      "schema/too-large",
    ],
    ["lists", "values { custom.x = x2999 }", forwards('["x"]', (x) => `[${x}]`), "names/constants-too-deep"],
    ["lists that double", "values { custom.x = x2999 }", forwards('["x"]', (x) => `[${x}, ${x}]`), "schema/too-large"],
    [
      "maps that double",
      "values { custom.x = x2999 }",
      forwards("{ a = 1 }", (x) => `{ l = ${x}, r = ${x} }`),
      "schema/too-large",
    ],
    ["a circle", "announcement = x0", backwards("x0", (x) => x), "names/constants-too-deep"],
  ])("%s", (_name, hub, more, code) => {
    expect(errorsOf(smallProgram({ hub, more }))).toEqual([code]);
  });

  test("and none up to the limit", () => {
    const more = lines(limits.constantDepth + 1, (n) => `let x${n} = ${n === 0 ? '"x"' : `x${n - 1}`}`);
    expect(errorsOf(smallProgram({ hub: `announcement = x${limits.constantDepth}`, more }))).toEqual([]);
  });
});

test("a constant that is filled in again and again in one declaration is one error", () => {
  const many = Array.from({ length: limits.filledIn + 2 }, () => "x").join(", ");
  expect(errorsOf(smallProgram({ more: `let x = "ada"\ngroup all { members = [${many}] }` }))).toEqual([
    "schema/too-large",
  ]);
});

test("texts that constants make too long in one declaration are one error", () => {
  const many = Array.from({ length: 40 }, (_, n) => `"\${x}${n}"`).join(", ");
  const more = `let x = "${"a".repeat(500_000)}"\ngroup all { members = [${many}] }`;
  expect(errorsOf(smallProgram({ more }))).toEqual(["schema/too-large"]);
});

test.each([
  ["the first first", (n: number) => n],
  ["the last first", (n: number) => 4999 - n],
])("declarations that extend one another, %s, are one error", (_name, place) => {
  const more = `abstract group g0 { }\n${lines(5000, (n) => `abstract group g${place(n) + 1} extends g${place(n)} { }`)}`;
  expect(errorsOf(smallProgram({ more }))).toEqual(["names/extends-too-deep"]);
});

test("a circle of thousands is one error", () => {
  const more = lines(5000, (n) => `abstract group g${n} extends g${(n + 1) % 5000} { }`);
  expect(errorsOf(smallProgram({ more }))).toEqual(["names/extends-cycle"]);
});

test.each([
  ["packages", { image: `pip {\n${lines(20_000, (n) => `0${n.toString(36)}==1.0`)}\n}` }],
  ["values of one's own", { hub: `values {\n${lines(8000, (n) => `custom.k${n} = ${n}`)}\n}` }],
])("thousands of %s are no error, in time", (_name, program) => {
  expect(errorsOf(smallProgram(program))).toEqual([]);
});

test("thousands of values that the chart does not know are an error each, in time", () => {
  const hub = `values {\n${lines(8000, (n) => `cull.k${n} = ${n}`)}\n}`;
  expect(errorsOf(smallProgram({ hub }))).toEqual(Array.from({ length: 8000 }, () => "values/unknown-key"));
});

test.each([
  ["students", `students = ${"9".repeat(400)}`],
  ["memory", `memory = ${"9".repeat(16)}B`],
])("a number with too many digits: %s", (_name, course) => {
  expect(errorsOf(smallProgram({ course }))).toEqual(["syntax/too-many-digits"]);
});

test("an amount that no machine has", () => {
  expect(errorsOf(smallProgram({ course: `memory = ${"9".repeat(15)}TiB` }))).toEqual(["schema/out-of-bounds"]);
});

test("a number in values that would lose its last digits", () => {
  expect(errorsOf(smallProgram({ hub: "values { custom.account = 12345678901234567890 }" }))).toEqual([
    "syntax/too-many-digits",
  ]);
});

test("keys below keys without end", () => {
  const path = Array.from({ length: 40 }, () => "a").join(".");
  expect(errorsOf(smallProgram({ hub: `values { custom.${path} { ${path} = 1 } }` }))).toEqual(["syntax/too-deep"]);
});
