// A plan in a few words, for a line in an editor.

import { readableMoney } from "../plan/fact-words.ts";
import type { PoolFacts } from "../plan/node-changes.ts";
import type { Plan, Snapshot } from "../plan/plan.ts";
import { countWords } from "../text/and-list.ts";

/** `changes 2 hubs, restarts 1, +40 USD a month; 1 change is refused`; `changes nothing that is deployed`. */
export function planSummary({ changes, releases }: Plan, before: Snapshot, after: Snapshot): string {
  const refused = changes.filter(({ weight }) => weight === "error").length;
  const hubs = (list: Plan["releases"]) => new Set(list.map(({ hub }) => hub)).size;
  const restarts = hubs(releases.filter((release) => release.restarts));
  const parts = [
    releases.length === 0 ? "changes nothing that is deployed" : `changes ${countWords(hubs(releases), "hub")}`,
    ...(restarts === 0 ? [] : [`restarts ${restarts}`]),
    ...moneyWords(before.pools, after.pools),
  ];
  const end = refused === 0 ? "" : `; ${countWords(refused, "change")} ${refused === 1 ? "is" : "are"} refused`;
  return `${parts.join(", ")}${end}`;
}

/** What all hubs together cost more or less, in each currency. */
function moneyWords(before: readonly PoolFacts[] = [], after: readonly PoolFacts[] = []): readonly string[] {
  const totals = new Map<string, number>();
  const add = (pools: readonly PoolFacts[], sign: number) => {
    for (const { month } of pools)
      if (month !== undefined) totals.set(month.currency, (totals.get(month.currency) ?? 0) + sign * month.amount);
  };
  add(before, -1);
  add(after, 1);
  return [...totals].flatMap(([currency, amount]) =>
    Math.round(amount) === 0 ? [] : [`${amount < 0 ? "-" : "+"}${readableMoney(Math.abs(amount))} ${currency} a month`],
  );
}
