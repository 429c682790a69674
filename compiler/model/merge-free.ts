// Values of the chart merged onto inherited ones: a path replaces what lies at it and below, lists are added to and removed from.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { cannotCombine, nothingToRemove } from "../schema/schema-diagnostics.ts";
import { type Unknown, unknown } from "../schema/value-type.ts";
import { type ChartData, chartData } from "../schema/values/chart-data.ts";
import { oneForm } from "../text/one-form.ts";
import { spanOf } from "../text/span.ts";
import type { OwnSetting } from "./block.ts";
import { type ChartLeaf, isAtOrBelow } from "./chart-leaf.ts";
import { noSteps, type Sourced, type Step, stepsOf } from "./sourced.ts";

type Held = Map<string, Sourced<unknown> | Unknown>;

/** Lays the settings of a free block over what is `held`, and changes that. */
export function mergeFree(held: Held, own: ReadonlyMap<string, OwnSetting>, by: string, report: Report): void {
  const earlier = new Map<string, readonly Step[]>();
  for (const { operator, value } of own.values()) {
    const leaf = leafOf(value);
    if (operator === "=" || operator === "none") clear(held, leaf, earlier);
  }
  for (const [key, setting] of own) {
    const leaf = leafOf(setting.value);
    const before = held.get(key);
    if (setting.operator === "=")
      held.set(key, { value: leaf, span: leaf.data.span, how: "set", by, earlier: earlier.get(key) ?? noSteps });
    else if (setting.operator !== "none") {
      const value = combined(before, setting, report);
      const steps = before === undefined || before === unknown ? noSteps : stepsOf(before);
      held.set(key, value === unknown ? unknown : { value, span: setting.span, how: setting.how, by, earlier: steps });
    }
  }
}

function leafOf(value: unknown): ChartLeaf {
  return value as ChartLeaf; // free blocks hold nothing else
}

/** Takes away what a path replaces: all at it and below, and a value above it, which was no map. */
function clear(held: Held, { path, replaces }: ChartLeaf, earlier: Map<string, readonly Step[]>): void {
  for (const [key, value] of held) {
    if (value === unknown) continue;
    const other = leafOf(value.value).path;
    const isGone = (replaces !== undefined && isAtOrBelow(other, replaces)) || isAtOrBelow(path, other);
    if (!isGone) continue;
    earlier.set(key, stepsOf(value));
    held.delete(key);
  }
}

function combined(
  before: Sourced<unknown> | Unknown | undefined,
  setting: OwnSetting,
  report: Report,
): ChartLeaf | Unknown {
  const leaf = leafOf(setting.value);
  if (before === unknown || leaf.data.kind !== "list") return unknown;
  const held = before === undefined ? undefined : leafOf(before.value);
  if (held !== undefined && held.data.kind !== "list") {
    report(
      diagnose(
        cannotCombine,
        { name: setting.setting.key, operator: setting.operator },
        { span: spanOf(setting.span.file, setting) },
      ),
    );
    return unknown;
  }
  const inherited = held?.data.kind === "list" ? held.data.items : [];
  const items =
    setting.operator === "+="
      ? [...inherited, ...leaf.data.items]
      : without(inherited, leaf.data.items, setting, report);
  const leavesOpen = leaf.leavesOpen ?? held?.leavesOpen;
  return { ...leaf, data: { ...leaf.data, items }, ...(leavesOpen && { leavesOpen }) };
}

function without(
  items: readonly ChartData[],
  removed: readonly ChartData[],
  setting: OwnSetting,
  report: Report,
): readonly ChartData[] {
  let rest = items;
  for (const gone of removed) {
    const item = oneForm(chartData.print(gone));
    const left = rest.filter((data) => oneForm(chartData.print(data)) !== item);
    if (left.length === rest.length)
      report(diagnose(nothingToRemove, { item, name: setting.setting.key }, { span: gone.span }));
    rest = left;
  }
  return rest;
}
