// Facts in a manifest that an older hubc wrote: what it did not write, or wrote in other words, is no change of a program. And the number by which that is known
// rises with every change of the words.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareFacts, type SubjectChange } from "../../compiler/plan/compare-facts.ts";
import { isWritten, VOCABULARY } from "../../compiler/plan/fact-vocabulary.ts";
import type { ProgramFacts, Subject } from "../../compiler/plan/facts.ts";
import { factsOf } from "../../compiler/targets/program-facts.ts";
import { builtProgram, programBefore } from "../support/plan-changes.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = new URL("../fixtures/plans/vocabulary/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
/** As a hubc of the first vocabulary, which had no number yet, wrote it for the program of the catalogue of changes. */
const first = JSON.parse(read("campus-1.json")) as { readonly facts: readonly Subject[] }; // a file of this repository

describe("what changes in the words of facts raises VOCABULARY", () => {
  const file = new URL("facts.json", folder);
  const known: Held | undefined = existsSync(file) ? JSON.parse(read("facts.json")) : undefined;
  const program = read("facts.hub");
  const held: Held = { vocabulary: VOCABULARY, program, subjects: factsNow(program) };

  test("a program that did not change has the facts that the number before had, but for those that are said to be others", () => {
    const changes = known === undefined ? [] : compareFacts(known, { subjects: factsNow(known.program) });
    expect(
      changes.flatMap(changedKeys),
      "raise VOCABULARY in compiler/plan/fact-vocabulary.ts, say there what is written otherwise since, and run this again with UPDATE_GOLDENS=1",
    ).toEqual([]);
    if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(file, printed(held));
  });

  test("the facts of this number are written down", () => {
    expect(read("facts.json"), "UPDATE_GOLDENS=1 writes it").toBe(printed(held));
  });
});

test("a fact that says otherwise since is compared with the same words alone", () => {
  const facts = (vocabulary: number | undefined, value: string): ProgramFacts => ({
    vocabulary,
    subjects: [
      { kind: "hub", name: "h", hubs: ["h"], stage: "prod", facts: { ingress: [value], address: value, homes: value } },
    ],
  });
  const keys = (vocabulary: number | undefined) =>
    compareFacts(facts(vocabulary, "one"), facts(undefined, "two")).flatMap(changedKeys);
  expect(keys(1)).toEqual(["hub address"]);
  expect(keys(2)).toEqual(["hub ingress", "hub address"]);
  expect(isWritten("image", "conda as solved", VOCABULARY)).toBe(false);
});

describe("a folder of an older hubc", () => {
  /** A build of the program, whose manifest says what an older hubc said. */
  async function built(text: string, manifest: (now: Record<string, unknown>) => object): Promise<string> {
    const cwd = temporaryFolder({ "campus.hub": programBefore });
    expect((await runCli(["build", "--on", "2026-10-05"], { cwd })).code).toBe(0);
    const path = join(cwd, "out/hubc-manifest.json");
    writeFileSync(path, JSON.stringify(manifest(JSON.parse(readFileSync(path, "utf8")))));
    writeFileSync(join(cwd, "campus.hub"), text);
    return cwd;
  }
  const older = ({ vocabulary: _, ...now }: Record<string, unknown>) => ({ ...now, ...first });
  const plan = (cwd: string, format = "text") =>
    runCli(["plan", "--against", "out", "--on", "2026-10-05", "--format", format], { cwd });

  test("lacks facts and has others: nothing is called new, and it is said what is not compared", async () => {
    const { code, stdout } = await plan(await built(programBefore, older));
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^Nothing changes against what a build wrote to out, for 2026-10-05\. An older hubc built it\. What it did not write down is not compared: nodes and their cost; of hubs: mounts, .*user-scheduler.*; of courses: exams, .*; of profiles: any repository and sizes\. $/,
    );
  });

  test("is compared in all that it says", async () => {
    const cwd = await built(programBefore.replace('["oski"]', '["bear"]').replace("idle = 1h", "idle = 2h"), older);
    const { changes, uncompared } = JSON.parse((await plan(cwd, "json")).stdout);
    expect(changes.map(({ code }: { readonly code: string }) => code)).toEqual([
      "hub-admins-gained",
      "hub-admins-lost",
      "hub-restarts",
    ]);
    expect(uncompared.older).toBe(true);
    expect(uncompared.what.join()).toContain("idle servers stop after");
    expect((await plan(cwd, "markdown")).stdout).toContain("An older hubc built it.");
  });

  test("of the same words lacks no more than nodes", async () => {
    const { stdout } = await plan(await built(programBefore.replace("idle = 1h", "idle = 2h"), (now) => now));
    expect(stdout).toContain("Not compared, since it is not written there: nodes and their cost.");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Idle servers stop after 2 hours instead of 1 hour.");
  });

  test("of words that are newer is not compared", async () => {
    const cwd = await built(programBefore, (now) => ({ ...now, vocabulary: VOCABULARY + 1 }));
    const { code, stderr } = await plan(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain("out was built by a newer hubc");
  });
});

function changedKeys(change: SubjectChange): readonly string[] {
  if (change.kind !== "changed") return [`${change.kind} ${subjectOf(change).kind} ${subjectOf(change).name}`];
  return change.changes.map(({ key }) => `${change.after.kind} ${key}`);
}

function subjectOf(change: SubjectChange): Subject {
  return change.kind === "removed" ? change.before : change.after;
}

/** The facts of a program by the number of their words. */
interface Held extends ProgramFacts {
  readonly vocabulary: number;
  readonly program: string;
}

function factsNow(text: string): readonly Subject[] {
  return factsOf(builtProgram(text).model).subjects;
}

/** A subject a line. */
function printed({ vocabulary, program, subjects }: Held): string {
  const lines = subjects.map((one) => JSON.stringify(one)).join(",\n");
  return `{\n"vocabulary": ${vocabulary},\n"program": ${JSON.stringify(program)},\n"subjects": [\n${lines}\n]\n}\n`;
}
