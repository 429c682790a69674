// Programs of the repository, and their check on the day that the tests are for.

import { readdirSync, readFileSync } from "node:fs";
import { check } from "../../compiler/check.ts";
import type { Examined } from "../../compiler/examine.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

/** The texts of a program's files, by path. */
export type ProgramTexts = ReadonlyMap<string, string>;

/** The .hub files of a folder and of those below it. */
export function readProgram(folder: string): ProgramTexts {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".hub"))
    .sort();
  if (names.length === 0) throw new Error(`${folder} holds no .hub file`);
  return new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
}

/** A program of one file, or of several where lines `# file PATH` begin them. */
export function programOf(text: string): ProgramTexts {
  const parts = text.split(/^# file (\S+\.(?:hub|yaml))\n/m);
  if (parts.length === 1) return new Map([["p.hub", text]]);
  const paths = parts.filter((_, i) => i % 2 === 1);
  return new Map(paths.map((path, i) => [path, parts[2 * i + 2] ?? ""]));
}

export interface CheckWith {
  readonly on?: string;
  readonly assets?: ReadonlyMap<string, string>;
}

/** Checks a program as it is on 2026-10-05, unless another day is given. */
export function checkProgram(texts: ProgramTexts, { on = "2026-10-05", assets = new Map() }: CheckWith = {}): Examined {
  const day = checkedDate(on);
  if (day === undefined) throw new Error(`${on} is no day`);
  const files = [...texts].map(([path, text]) => createSourceFile(path, text));
  return check({ files, assets, readYaml, readTemplate }, { on: day });
}

/** The codes of a program's errors, in order of place. */
export function errorCodes(texts: ProgramTexts, options: CheckWith = {}): string[] {
  const errors = checkProgram(texts, options).diagnostics.filter(({ severity }) => severity === "error");
  return errors.map(({ code }) => code);
}
