// Random programs go through everything without a throw, and no output holds a character that its format forbids. A long run:
// `npm run fuzz -- --count 1000000`.

import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { forbiddenIn } from "../support/forbidden-characters.ts";
import { judgeProgram } from "./judge-program.ts";
import { randomProgram } from "./random-program.ts";
import { loadSamples } from "./sample-programs.ts";

const count = 500;
const seed = Number(process.env["FUZZ_SEED"] ?? 20261005);
const folders = ["../fixtures/programs", "../../examples"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

test(`${count} random programs`, () => {
  const samples = loadSamples(folders);
  expect(samples.programs.length).toBeGreaterThan(300);
  const faults: string[] = [];
  let built = 0;
  for (let number = 0; number < count; number++) {
    const judged = judgeProgram(randomProgram(seed, number, samples), number % 4 === 0);
    if (judged.built) built++;
    faults.push(...judged.faults.map((fault) => `program ${number} of seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(built).toBeGreaterThan(count / 40);
});

test.each([
  ["a.yaml", "a: \u007f\n"],
  ["a.md", "a\0\n"],
  ["a.py", "a\ud800\n"],
  ["a.html", "<p>\u0085</p>\n"],
  ["a.svg", "<svg>\uffff</svg>\n"],
  ["a.ics", "BEGIN:VCALENDAR\n"],
  ["a.ics", `${"a".repeat(76)}\r\n`],
])("a wrong %s is found", (path, text) => {
  expect(forbiddenIn(path, text)).toBeDefined();
});
