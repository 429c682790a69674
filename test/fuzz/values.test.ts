// Hostile values files go through audit and import without a throw, and no secret of theirs is shown. A long run:
// `npm run fuzz -- --values --count 10000`.

import { expect, test } from "vitest";
import { judgeValues } from "./judge-values.ts";
import { hostileValues, loadValues } from "./random-values-file.ts";

const count = 25;
const seed = Number(process.env["FUZZ_SEED"] ?? 20261005);

test(`${count} hostile values files`, () => {
  const files = loadValues();
  expect(files.length).toBeGreaterThan(15);
  const faults: string[] = [];
  let imported = 0;
  for (let number = 0; number < count; number++) {
    const judged = judgeValues(hostileValues(seed, number, files));
    if (judged.imported) imported++;
    faults.push(...judged.faults.map((fault) => `file ${number} of seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(imported).toBeGreaterThan(2);
});

test("a secret in a comment is not written into the program, and what is missing at the end is marked within the file", () => {
  const text = "singleuser:\n  # curl -u dean:hunter2hunter2 https://example.edu/x\n  nodeSelector:\n    a: b\n";
  expect(judgeValues({ text, hidden: ["hunter2hunter2"] })).toEqual({ faults: [], imported: true });
  expect(judgeValues({ text: `${text}hub: {a: [`, hidden: [] })).toEqual({ faults: [], imported: false });
});

test("a character that nobody sees stands in the program by its code", () => {
  const text = 'singleuser:\n  storage:\n    homeMountPath: "x\\e[31m"\n  nodeSelector:\n    a: b\n';
  expect(judgeValues({ text, hidden: [] })).toEqual({ faults: [], imported: true });
});
