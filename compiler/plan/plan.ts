// What a change of a program does: to people, to their work, and to what runs. Two programs are compared as they come out; texts of
// `.hub` files are not.

import type { ReadYaml } from "../text/yaml-document.ts";
import { compareFacts } from "./compare-facts.ts";
import { unwrittenWords, VOCABULARY } from "./fact-vocabulary.ts";
import type { ProgramFacts } from "./facts.ts";
import { kindClusterChanges } from "./kind-clusters.ts";
import { nodeChanges, type PoolFacts } from "./node-changes.ts";
import { packageChanges } from "./package-changes.ts";
import { peopleChanges } from "./people-changes.ts";
import { runningChanges } from "./running-changes.ts";

/** `work` is what would be lost or left behind, `people` who gets what, `running` what stops, starts, is pulled and is paid. */
export type PlanSection = "work" | "people" | "running";

/** `error`: refused. `warning`: somebody loses something, or far more is open than was. `note`: all else. */
export type PlanWeight = "error" | "warning" | "note";

/** One thing that changes, as a sentence. */
export interface PlanChange {
  readonly section: PlanSection;
  readonly weight: PlanWeight;
  /** What kind of change it is, the same for every program: `admin-gained`. */
  readonly code: string;
  readonly hubs: readonly string[];
  /** Of one stage only, where it is given. */
  readonly stages: readonly string[];
  readonly text: string;
  /** Sentences that say more; they may be folded. */
  readonly details: readonly string[];
}

/** A stage of a hub whose values or objects differ, and that a deployment therefore changes. */
export interface DeployedRelease {
  readonly hub: string;
  readonly stage: string;
  readonly how: "new" | "changed" | "gone";
  /** The hub's pod starts anew; servers of people go on. */
  readonly restarts: boolean;
}

/** A program as it comes out. */
export interface Snapshot {
  readonly facts: ProgramFacts;
  /** Values and objects, by the paths of their files. */
  readonly texts: ReadonlyMap<string, string>;
  /** Undefined where the program is not at hand, and only its outputs are. */
  readonly pools: readonly PoolFacts[] | undefined;
}

/** What of an earlier build is not known, so that no change of it is told. */
export interface Uncompared {
  /** An older hubc wrote it. */
  readonly older: boolean;
  /** In plain words: `ingress of hubs`. */
  readonly what: readonly string[];
}

export interface Plan {
  /** The most serious first. */
  readonly changes: readonly PlanChange[];
  readonly releases: readonly DeployedRelease[];
  /** Undefined where all is compared. */
  readonly uncompared: Uncompared | undefined;
}

/** What of two programs differs. `work` is what was found to be refused or left behind, which only the texts tell. */
export function planOf(
  before: Snapshot,
  after: Snapshot,
  { readYaml, work }: { readonly readYaml: ReadYaml; readonly work: readonly PlanChange[] },
): Plan {
  const compared = compareFacts(before.facts, after.facts);
  const running = runningChanges(before, after, readYaml);
  const changes = [
    ...work,
    ...kindClusterChanges(before.facts, after.facts),
    ...peopleChanges(compared, [before.facts, after.facts]),
    ...running.changes,
    ...packageChanges(compared),
    ...nodeChanges(before.pools, after.pools),
  ];
  return {
    changes: inOrder(alikeInStages(changes)),
    releases: running.releases,
    uncompared: uncomparedOf(before, after),
  };
}

function uncomparedOf({ facts, pools }: Snapshot, after: Snapshot): Uncompared | undefined {
  const nodes = pools === undefined && (after.pools ?? []).some(({ pools, month }) => pools.length > 0 || month);
  const what = [...(nodes ? ["nodes and their cost"] : []), ...unwrittenWords(facts, after.facts)];
  return what.length === 0 ? undefined : { older: (facts.vocabulary ?? VOCABULARY) < VOCABULARY, what };
}

/** The same sentence of several stages of a hub is said once, with what more is said of each. */
function alikeInStages(changes: readonly PlanChange[]): readonly PlanChange[] {
  const found = new Map<string, PlanChange>();
  for (const change of changes) {
    const { stages: _, details, ...rest } = change;
    const key = JSON.stringify([rest, ofStages.has(rest.code) ? [] : details]);
    const other = found.get(key);
    found.set(key, other === undefined ? change : together(other, change));
  }
  return [...found.values()];
}

/** Changes whose details name the stage that they are of. */
const ofStages = new Set(["image-pulled"]);

function together(one: PlanChange, other: PlanChange): PlanChange {
  const both = (key: "stages" | "details") => [...new Set([...one[key], ...other[key]])];
  return { ...one, stages: both("stages"), details: both("details") };
}

const weights: readonly PlanWeight[] = ["error", "warning", "note"];

function inOrder(changes: readonly PlanChange[]): readonly PlanChange[] {
  return changes.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}
