// How large a person's server is in the end: the server's own, what the hub's own values make of it, and what the person's groups add.

import { bytesIn } from "../knowledge/byte-specification.ts";
import { chartDefault } from "../knowledge/chart-values.ts";
import { type Amounts, finalCpu, finalMemory } from "../model/final-server.ts";
import type { Group, Range, Release } from "../model/model.ts";
import type { Server } from "../model/server.ts";
import { derived, type Sourced } from "../model/sourced.ts";
import type { Known } from "./answer.ts";
import type { Membership } from "./membership.ts";

/** Of whom, on which release. */
export interface ServerOf {
  readonly release: Release;
  readonly server: Server;
  readonly isIn: Membership;
}

/** Bytes: guarantee and limit. Without a limit the end is infinite. */
export function memoryOf(of: ServerOf): Known<Range<number>> {
  return amountOf(of, "memory", finalMemory(of.release, of.server.memory?.value));
}

/** Cores. */
export function cpuOf(of: ServerOf): Known<Range<number>> {
  return amountOf(of, "cpu", finalCpu(of.release, of.server.cpu?.value));
}

function amountOf({ release, server, isIn }: ServerOf, what: "memory" | "cpu", amounts: Amounts): Known<Range<number>> {
  const said = server[what];
  const span = said?.span ?? server.span;
  if (amounts === "undecided") return { notKnown: "a piece of Python, or what a person types, decides it", span };
  if (amounts.length > 1) return { notKnown: "people choose it in the hub's own profile list", span };
  const [only] = amounts;
  const usual =
    only === undefined ? chartAmount(release, what) : { from: only.from, to: only.to ?? Number.POSITIVE_INFINITY };
  const isSaid = said !== undefined && said.value.from === usual.from && said.value.to === usual.to;
  const before: Sourced<Range<number>> = isSaid ? said : derived(usual, span, release.name);
  const raises = release.groups.flatMap((group) => {
    const by = group[what];
    return by === undefined || (by.value.from <= usual.from && by.value.to <= usual.to) ? [] : [{ group, by }];
  });
  const unsure = raises.find(({ group }) => isIn(group.name).holds === "unknown");
  if (unsure !== undefined) {
    const { because } = isIn(unsure.group.name);
    return { notKnown: `${because}, whose people get more`, span: unsure.by.span };
  }
  return raises.filter(({ group }) => isIn(group.name).holds === true).reduce(raised, before);
}

/** The largest of both, each for itself (python/hubc_hub/servers.py, hubc_raise). */
function raised(
  before: Sourced<Range<number>>,
  { group, by }: { readonly group: Group; readonly by: Sourced<Range<number>> },
): Sourced<Range<number>> {
  const from = Math.max(before.value.from, by.value.from);
  const to = Math.max(before.value.to, by.value.to);
  const isMore = from > before.value.from || to > before.value.to;
  return isMore ? derived({ from, to }, by.span, `group ${group.name}`) : before;
}

/** What the chart gives where nobody says anything. */
function chartAmount({ chart }: Release, what: "memory" | "cpu"): Range<number> {
  const [guarantee, limit] = ["guarantee", "limit"].map((part) =>
    bytesIn(chartDefault(chart, ["singleuser", what, part])),
  );
  return { from: guarantee ?? 0, to: limit ?? Number.POSITIVE_INFINITY };
}
