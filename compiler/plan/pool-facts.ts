// What the stages that people use need of their pools, and what that costs.

import { isForPeople } from "../capacity/pool-load.ts";
import { releaseNeeds } from "../capacity/release-needs.ts";
import type { Model } from "../model/model.ts";
import type { PoolFacts } from "./node-changes.ts";

export function poolFacts(model: Model): readonly PoolFacts[] {
  const needsOf = releaseNeeds(model);
  return model.releases
    .filter((release) => isForPeople(release, model))
    .map((release): PoolFacts => {
      const { pools, cost } = needsOf(release);
      return {
        hub: release.hub,
        stage: release.stage,
        pools: pools.flatMap(({ pool, nodesAtPeak }) =>
          nodesAtPeak === undefined ? [] : [{ name: pool.name, nodes: nodesAtPeak }],
        ),
        month: cost && { amount: cost.month, currency: cost.currency },
        budget: release.budget && {
          amount: release.budget.month.value,
          currency: release.budget.currency.value,
        },
      };
    });
}
