// What a change does, from two programs that were compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { entryOf } from "../model/entry.ts";
import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { isCompared } from "../plan/cluster-objects.ts";
import { type Plan, type PlanChange, planOf, type Snapshot } from "../plan/plan.ts";
import { poolFacts } from "../plan/pool-facts.ts";
import { programFacts } from "../plan/program-facts.ts";
import { refusedChanges } from "../plan/refused-changes.ts";
import { signInOf } from "../targets/check-sign-in.ts";
import type { ReadYaml } from "../text/yaml-document.ts";

/** A program without errors, as it comes out. */
export interface BuiltProgram {
  readonly model: Model;
  readonly files: readonly OutputFile[];
}

/** Without a program there is nothing: all of the other is new. */
export function snapshotOf(built: BuiltProgram | undefined): Snapshot {
  if (built === undefined) return { facts: { subjects: [] }, texts: new Map(), pools: [] };
  return {
    facts: programFacts(built.model, (release) => entryOf(signInOf(release))),
    texts: new Map(built.files.filter(({ path }) => isCompared(path)).map(({ path, text }) => [path, text])),
    pools: poolFacts(built.model),
  };
}

export interface Planned {
  readonly plan: Plan;
  /** What of the change is refused, at its place in the program; said in the plan too. */
  readonly refused: readonly Diagnostic[];
}

/** `settle` leaves out what the program allows. */
export function planned(
  before: Snapshot,
  after: BuiltProgram,
  {
    readYaml,
    settle,
  }: { readonly readYaml: ReadYaml; readonly settle: (found: readonly Diagnostic[]) => readonly Diagnostic[] },
): Planned {
  const refused = settle(refusedChanges(before.texts, after.files, readYaml));
  const work = refused.map((diagnostic) => refusal(diagnostic));
  return { plan: planOf(before, snapshotOf(after), { readYaml, work }), refused };
}

function refusal({ code, message, severity, related }: Diagnostic): PlanChange {
  const weight = severity === "error" ? "error" : severity === "warning" ? "warning" : "note";
  return {
    section: "work",
    weight,
    code,
    hubs: [],
    stages: [],
    text: message,
    details: related.map((one) => one.message),
  };
}
