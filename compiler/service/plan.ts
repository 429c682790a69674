// What a change does, from two programs that were compiled.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Model } from "../model/model.ts";
import type { OutputFile } from "../output/output-file.ts";
import { isCompared } from "../plan/cluster-objects.ts";
import { type Plan, type PlanChange, planOf, type Snapshot } from "../plan/plan.ts";
import { poolFacts } from "../plan/pool-facts.ts";
import { refusedChanges } from "../plan/refused-changes.ts";
import { withRenamedHubs } from "../plan/renamed-hubs.ts";
import type { WorkFinding } from "../plan/work-finding.ts";
import { factsOf } from "../targets/program-facts.ts";
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
    facts: factsOf(built.model),
    texts: new Map(built.files.filter(({ path }) => isCompared(path)).map(({ path, text }) => [path, text])),
    pools: poolFacts(built.model),
  };
}

export interface Planned {
  readonly plan: Plan;
  /** What of the change is refused, at its place in the program; said in the plan too. */
  readonly refused: readonly Diagnostic[];
}

export interface Planning {
  readonly readYaml: ReadYaml;
  /** Leaves out what the program allows. */
  readonly settle: (found: readonly Diagnostic[]) => readonly Diagnostic[];
}

export function planned(earlier: Snapshot, next: BuiltProgram, { readYaml, settle }: Planning): Planned {
  const before = withRenamedHubs(earlier, next.model);
  const after = snapshotOf(next);
  const { refused: found, moved } = refusedChanges(before, { ...next, facts: after.facts }, readYaml);
  const refused = settle(found);
  const allowed = found.filter(({ message }) => !refused.some((one) => one.message === message));
  const work = [...refused.map(refusal), ...allowed.map(allowance), ...moved.map(movement)];
  return { plan: planOf(before, after, { readYaml, work }), refused };
}

function refusal({ code, message, severity }: Diagnostic): PlanChange {
  const weight = severity === "info" ? "note" : severity;
  return { section: "work", weight, code, hubs: [], stages: [], text: message, details: [] };
}

function allowance({ code, message }: Diagnostic): PlanChange {
  return { section: "work", weight: "warning", code, hubs: [], stages: [], text: `Allowed: ${message}`, details: [] };
}

function movement({ hub, stage, was, is, diagnostic }: WorkFinding): PlanChange {
  const text = `The program says that work was moved from \`${was}\` to \`${is}\`.`;
  return { section: "work", weight: "warning", code: diagnostic.code, hubs: [hub], stages: [stage], text, details: [] };
}
