// Nodes and money before and after.

import { isPeoplesStage } from "../capacity/pool-load.ts";
import { releaseNeeds } from "../capacity/release-needs.ts";
import type { Model } from "../model/model.ts";
import { readableMoney } from "./fact-words.ts";
import type { PlanChange } from "./plan.ts";

/** What a stage of a hub that people use needs and costs. */
export interface PoolFacts {
  readonly hub: string;
  readonly stage: string;
  readonly pools: readonly { readonly name: string; readonly nodes: number }[];
  /** A mean month of its term. */
  readonly month: { readonly amount: number; readonly currency: string } | undefined;
  readonly budget: { readonly amount: number; readonly currency: string } | undefined;
}

export function nodeChanges(
  before: readonly PoolFacts[] | undefined,
  after: readonly PoolFacts[] | undefined,
): readonly PlanChange[] {
  if (before === undefined || after === undefined) return [];
  const earlier = new Map(before.map((facts) => [`${facts.hub}/${facts.stage}`, facts]));
  return after.flatMap((is) => {
    const was = earlier.get(`${is.hub}/${is.stage}`);
    return [...nodes(was, is), ...unneeded(was, is), ...money(was, is)];
  });
}

function nodes(was: PoolFacts | undefined, is: PoolFacts): PlanChange[] {
  return is.pools.flatMap(({ name, nodes: count }): PlanChange[] => {
    const had = was?.pools.find((pool) => pool.name === name)?.nodes;
    if (had === count) return [];
    const text = `Pool ${name}: ${count} ${count === 1 ? "node" : "nodes"} at peak${had === undefined ? "" : ` instead of ${had}`}.`;
    return [running(is, { code: "nodes-at-peak", text })];
  });
}

/** Pools that nobody of the hub is on any more. */
function unneeded(was: PoolFacts | undefined, is: PoolFacts): PlanChange[] {
  return (was?.pools ?? []).flatMap(({ name, nodes: had }): PlanChange[] =>
    had === 0 || is.pools.some((pool) => pool.name === name)
      ? []
      : [running(is, { code: "nodes-at-peak", text: `Pool ${name}: no node at peak instead of ${had}.` })],
  );
}

function money(was: PoolFacts | undefined, is: PoolFacts): PlanChange[] {
  if (is.month === undefined) return [];
  const { amount, currency } = is.month;
  const over = is.budget !== undefined && is.budget.currency === currency && amount > is.budget.amount;
  const before = was?.month?.currency === currency ? was.month.amount : undefined;
  if (before !== undefined && Math.round(before) === Math.round(amount)) return [];
  const difference = before === undefined ? "" : ` instead of ${readableMoney(before)} (${signed(amount - before)})`;
  const budget = over ? ` The budget is ${readableMoney(is.budget?.amount ?? 0)} ${currency} a month.` : "";
  const text = `Nodes cost about ${readableMoney(amount)} ${currency} a month${difference}.${budget}`;
  return [running(is, { code: "cost", text, weight: over ? "warning" : "note" })];
}

function signed(amount: number): string {
  return `${amount < 0 ? "-" : "+"}${readableMoney(Math.abs(amount))}`;
}

function running(
  { hub, stage }: PoolFacts,
  { code, text, weight = "note" }: Pick<PlanChange, "code" | "text"> & Partial<PlanChange>,
): PlanChange {
  return { section: "running", weight, code, hubs: [hub], stages: [stage], text, details: [] };
}

/** What the stages that people use need of their pools, and what that costs. */
export function poolFacts(model: Model): readonly PoolFacts[] {
  const needsOf = releaseNeeds(model);
  return model.releases
    .filter((release) => isPeoplesStage(release, model))
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
