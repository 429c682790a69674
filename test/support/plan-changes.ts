// Changes of one program, as those who review them meet them: the base, and what each change writes in it.

import { readFileSync } from "node:fs";
import { check } from "../../compiler/check.ts";
import type { Sources } from "../../compiler/examine.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { BuiltProgram } from "../../compiler/service/plan.ts";
import { deployedFiles } from "../../compiler/targets/deployed-files.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";

const folder = new URL("../fixtures/plans/", import.meta.url);

export interface ProgramChange {
  readonly name: string;
  /** What a reviewer has to see. */
  readonly title: string;
  /** `what broke: COMMIT` of a repository of hubs, or a row of what users of other tools ask for. */
  readonly source: string;
  /** Each text of the base with what stands in its place. */
  readonly edits: readonly (readonly [string, string])[];
}

export const programBefore = readFileSync(new URL("campus.hub", folder), "utf8");

export const programChanges = readChanges();

function readChanges(): readonly ProgramChange[] {
  return JSON.parse(readFileSync(new URL("changes.json", folder), "utf8")) as readonly ProgramChange[]; // a file of this repository
}

/** The base with the change made. @throws Error where the base does not hold a text of it. */
export function programAfter({ name, edits }: ProgramChange): string {
  return edits.reduce((text, [find, put]) => {
    if (!text.includes(find)) throw new Error(`${name}: the program does not hold ${JSON.stringify(find)}`);
    return text.replaceAll(find, put.replaceAll("$", "$$$$"));
  }, programBefore);
}

/** The program, compiled. @throws Error where it has errors. */
export function builtProgram(text: string, on = "2026-10-05"): BuiltProgram & { readonly sources: Sources } {
  const day = checkedDate(on);
  if (day === undefined) throw new Error(`${on} is no day`);
  const sources = { files: [createSourceFile("campus.hub", text)], assets: new Map() };
  const { model, diagnostics } = check(sources, { on: day });
  if (model === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return { model, files: deployedFiles(model, { readYaml }), sources };
}
