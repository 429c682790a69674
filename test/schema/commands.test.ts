// Commands as lists of words.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const errorsOf = (hub: string) =>
  checkProgram(programOf(smallProgram({ hub }))).diagnostics.filter(({ severity }) => severity === "error");

test.each([
  ["start { command = %s }", '"start.sh --fast"'],
  ["start { after = %s }", '["start.sh --fast"]'],
  ['service grouper { command = %s  scopes = ["list:users"] }', '["start.sh --fast"]'],
  ['container db { image = "docker.io/library/postgres:16.4"  command = %s }', '["start.sh --fast"]'],
])("`%s` is no program with blanks in its name", (block, written) => {
  const [error, ...others] = errorsOf(`  ${block.replace("%s", written)}\n`);
  expect(others).toEqual([]);
  expect(error?.code).toBe("schema/bad-text");
  expect(error?.fixes.flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual([
    '["/bin/sh", "-c", "start.sh --fast"]',
  ]);
  expect(errorsOf(`  ${block.replace("%s", '["/bin/sh", "-c", "start.sh --fast"]')}\n`)).toEqual([]);
  expect(errorsOf(`  ${block.replace("%s", '["start.sh"]')}\n`)).toEqual([]);
});

test.each(["/2026", "a//b", "..", "2026/"])("`folder = %s` of a volume is a path in it", (folder) => {
  const volume = (path: string) => `  volume data { path = "/data"  claim = "datasets"  folder = "${path}" }\n`;
  expect(errorsOf(volume(folder)).map(({ code }) => code)).toEqual(["schema/bad-text"]);
  expect(errorsOf(volume("2026/spring"))).toEqual([]);
});

test("a volume takes no folder's place from which every program is loaded", () => {
  const volume = (path: string) => `  volume data { path = "${path}"  claim = "datasets" }\n`;
  expect(errorsOf(volume("/usr/lib")).map(({ code }) => code)).toEqual(["server/system-path"]);
  expect(errorsOf(volume("/usr/lib/course"))).toEqual([]);
});
