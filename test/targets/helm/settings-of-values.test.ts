// Which setting writes a key of the chart: `hubc explain KEY`, a clash and an audit name it, so it has to be known for each key that is written.

import { expect, test } from "vitest";
import { wordsForKey } from "../../../compiler/targets/helm/settings-of-values.ts";
import { allPrograms, allReleases, compileProgram } from "../../support/compiled-programs.ts";

const byHand = allPrograms.flatMap((program) =>
  compileProgram(program).model.releases.map(({ hub, stage, ownValues }): readonly [string, ReadonlySet<string>] => [
    `${program.name}/${hub}-${stage}`,
    new Set(ownValues.map(({ leaf }) => leaf.value.path.join("."))),
  ]),
);
const written = new Map(byHand);

test("each value that the vocabulary writes is led back to what says it", () => {
  const unknown = new Set<string>();
  for (const { title, values } of allReleases())
    for (const path of leafPaths(values)) {
      const key = path.join(".");
      const isByHand = path.some((_, i) => written.get(title)?.has(path.slice(0, i + 1).join(".")) === true);
      if (!isByHand && wordsForKey(key) === undefined) unknown.add(`${title}: ${key}`);
    }
  expect(
    [...unknown].sort(),
    "a line for each of them belongs into compiler/targets/helm/settings-of-values.ts, which says what setting writes it",
  ).toEqual([]);
});

function leafPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, one]) => leafPaths(one, [...path, key]));
}
