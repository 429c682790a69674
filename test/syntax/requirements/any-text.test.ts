import { describe, expect, test } from "vitest";
import { parseCondaRequirement } from "../../../compiler/syntax/requirements/conda-match-spec.ts";
import { parseCranPackages } from "../../../compiler/syntax/requirements/cran-package.ts";
import { parseDebianPackages } from "../../../compiler/syntax/requirements/debian-package.ts";
import { parsePipRequirement } from "../../../compiler/syntax/requirements/pep508.ts";
import type { ParsedRequirement } from "../../../compiler/syntax/requirements/requirement.ts";
import { fc } from "../../support/properties.ts";

const readers: readonly (readonly [string, (line: string) => readonly ParsedRequirement[]])[] = [
  ["conda", (line) => [parseCondaRequirement(line)]],
  ["pip", (line) => [parsePipRequirement(line)]],
  ["apt", parseDebianPackages],
  ["cran", parseCranPackages],
];

const pieces = [
  ..."abz019-_.=<>!~^$*|,;:@/#&?+()[]'\"\\ \t#é",
  ...[
    "numpy",
    "1.2",
    "==",
    "::",
    "git+",
    "https://",
    "file:",
    "h.example/o/r",
    ".whl",
    ".conda",
    "#egg=",
    "version=",
    " and ",
    "not in",
  ],
  ...["python_version", "-r", "--hash=", "install.packages(", "apt-get install ", "\u{1F40D}", "\u2028"],
];

/** Beginnings after which the same piece comes thousands of times: what makes careless patterns slow. */
const beginnings = [
  "",
  "a",
  "numpy ",
  "numpy==1",
  "numpy[",
  "numpy[a=",
  "numpy; ",
  "numpy ^",
  "git+https://h/o",
  "https://h/o/",
  "x @ https://h/",
  "a::",
  "library(",
];
const repeated = [
  "a",
  "1",
  ".",
  "-",
  "/",
  " ",
  "=",
  ",",
  "(",
  "((",
  "*",
  "a-1.",
  "a/",
  "1.",
  "a,",
  "a=",
  "-1",
  "::",
  "//",
  "#",
  "@",
  "&",
  ";a",
  "'",
  "[",
  "|1",
  "_",
  "\t",
];

describe.each(readers)("the reader of %s lines", (_, read) => {
  test("takes any text without throwing, and points into it", () => {
    const line = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(line, (text) => {
        for (const result of read(text.trim())) checkPlaces(text.trim(), result);
      }),
      { numRuns: 4000 },
    );
  });

  test("is done soon with long texts", () => {
    const slow: string[] = [];
    for (const beginning of beginnings) {
      for (const piece of repeated) {
        // Of this process, so that a busy machine does not fail it.
        const start = process.cpuUsage();
        read(`${beginning}${piece.repeat(Math.ceil(8000 / piece.length))}\u0001`.trim());
        if (process.cpuUsage(start).user > 10_000_000) slow.push(`${beginning}${piece}…`);
      }
    }
    expect(slow).toEqual([]);
  });
});

function checkPlaces(line: string, result: ParsedRequirement): void {
  if ("error" in result) {
    const { message, start, end } = result.error;
    expect(message).toMatch(/[.?)`]$/);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(line.length);
    expect(start).toBeLessThanOrEqual(end);
    return;
  }
  const { nameStart, nameEnd, written, text } = result.requirement;
  expect(line.slice(nameStart, nameEnd)).toBe(written);
  expect(written).not.toBe("");
  expect(text).not.toMatch(/[\r\n]/);
}
