// Clusters of kind, which nothing changes once they are made: another node or port means another cluster.

import { andList } from "../text/and-list.ts";
import { listOf } from "./compare-facts.ts";
import { isWritten } from "./fact-vocabulary.ts";
import type { ProgramFacts } from "./facts.ts";
import { nodesOfPool, placeKey } from "./hub-facts.ts";
import type { PlanChange } from "./plan.ts";

interface KindCluster {
  /** `hub (stage)`: each has ports of its own. */
  readonly releases: ReadonlySet<string>;
  readonly hubs: readonly string[];
  /** Their names and nodes. */
  readonly nodes: string;
}

/** Clusters that have to be deleted and made anew, since the program asks for nodes or ports that they do not have. */
export function kindClusterChanges(before: ProgramFacts, after: ProgramFacts): readonly PlanChange[] {
  const earlier = clustersOf(before);
  return [...clustersOf(after)].flatMap(([name, is]) => {
    const was = earlier.get(name);
    if (was === undefined) return [];
    const hasPools = isWritten("hub", "pools", before.vocabulary);
    const asked = [
      ...(hasPools && was.nodes !== is.nodes ? ["other nodes"] : []),
      ...([...is.releases].some((release) => !was.releases.has(release)) ? ["ports for what is new"] : []),
    ];
    if (asked.length === 0) return [];
    return [
      {
        section: "work",
        weight: "warning",
        code: "cluster-anew",
        hubs: is.hubs,
        stages: [],
        text: `The cluster ${name} of kind needs ${andList(asked)}, and kind changes no cluster that is there: it has to be deleted and made anew. What lies on its own volumes is lost then.`,
        details: [],
      },
    ];
  });
}

function clustersOf({ subjects }: ProgramFacts): ReadonlyMap<string, KindCluster> {
  const found = new Map<string, KindCluster>();
  for (const { kind, name: hub, stage, facts } of subjects) {
    const [, name] = /^kind (.+)$/.exec(kind === "hub" ? String(facts[placeKey("the cluster")]) : "") ?? [];
    if (name === undefined) continue;
    const { releases = [], hubs = [] } = found.get(name) ?? {};
    found.set(name, {
      releases: new Set([...releases, `${hub} (${stage})`]),
      hubs: [...new Set([...hubs, hub])],
      nodes: listOf(facts["pools"]).map(nodesOfPool).sort().join("; "),
    });
  }
  return found;
}
