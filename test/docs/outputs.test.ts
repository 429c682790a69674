// The table of LANGUAGE.md of what a build writes: every output has a row, and every row an output.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allPrograms, compileProgram } from "../support/compiled-programs.ts";

const language = readFileSync(new URL("../../LANGUAGE.md", import.meta.url), "utf8");
const [, table = ""] = /^## What a build writes\n\n((?:\|.*\n)+)/m.exec(language) ?? [];
const patterns = table
  .split("\n")
  .slice(2)
  .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path));
const paths = [...new Set(allPrograms.flatMap((program) => compileProgram(program).files.map(({ path }) => path)))];

test("each output has a row: `npm test` compiles the examples and the programs of test/fixtures/programs", () => {
  expect(patterns.length).toBeGreaterThan(15);
  const without = paths.filter((path) => !patterns.some((pattern) => patternOf(pattern).test(path)));
  expect([...new Set(without.map(folded))], "add a row to LANGUAGE.md, What a build writes").toEqual([]);
});

test("each row has an output", () => {
  expect(patterns.filter((pattern) => !paths.some((path) => patternOf(pattern).test(path)))).toEqual([]);
});

/** The path with the words of the table for names: `hubs/<hub>/<stage>/dns.txt`. */
function folded(path: string): string {
  return path
    .replace(/^hubs\/[^/]+\/pages\//, "hubs/<hub>/pages/")
    .replace(/^hubs\/[^/]+\/(?!pages\/)[^/]+\//, "hubs/<hub>/<stage>/")
    .replace(/^(image|provider|course)s\/[^/]+\//, "$1s/<$1>/")
    .replace(/^(courses\/<course>\/grading)\/[^/]+\//, "$1/<assignment>/");
}

/** `<name>` is any name, `*` too, `{a,b}` one of both, and a folder all that is in it. */
function patternOf(written: string): RegExp {
  const text = written
    .replaceAll(".", "\\.")
    .replaceAll(/<[^>]+>|\*/g, "[^/]+")
    .replaceAll(/\{([^}]+)\}/g, (_, words: string) => `(?:${words.replaceAll(",", "|")})`);
  return new RegExp(`^${text}${written.endsWith("/") ? ".*" : ""}$`);
}
