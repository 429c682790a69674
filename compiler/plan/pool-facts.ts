// What the stages that people use need of their pools, and what that costs.

import { capacityReport } from "../capacity/capacity-report.ts";
import type { Model } from "../model/model.ts";
import type { PoolFacts } from "./node-changes.ts";

export function poolFacts(model: Model): readonly PoolFacts[] {
  return capacityReport(model).releases.flatMap(({ release, forPeople, pools, cost }): PoolFacts[] =>
    forPeople
      ? [
          {
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
          },
        ]
      : [],
  );
}
