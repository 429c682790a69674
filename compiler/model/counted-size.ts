// The size that nodes are counted by: the course's, or the largest that the release's own values, traits and profiles give a server on the
// course's pool. What only the hub knows is left as the course says it.

import { bytesIn } from "../knowledge/byte-specification.ts";
import type { ChartData } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import { type Amount, finalCpu, finalMemory } from "./final-server.ts";
import type { CourseStretch, Range } from "./model.ts";
import { poolFor, poolSelectorOf } from "./provider.ts";
import type { Release } from "./release.ts";
import { derived, type Sourced } from "./sourced.ts";

export function countedSize(release: Release, stretch: CourseStretch): CourseStretch {
  if (release.ownValues.length + release.ownCode.settings.length === 0) return stretch;
  // Choices, which may look for other nodes, are among the release's own values.
  const pool = release.ownValues.length === 0 ? undefined : poolFor(release.provider, stretch);
  const labels = pool === undefined ? {} : poolSelectorOf(release.provider, pool);
  const memory = counted(release, stretch.memory, {
    final: finalMemory(release, stretch.memory?.value, labels),
    kind: "mem",
  });
  const cpu = counted(release, stretch.cpu, {
    final: finalCpu(release, stretch.cpu?.value, labels),
    kind: "cpu",
  });
  return memory === stretch.memory && cpu === stretch.cpu ? stretch : { ...stretch, memory, cpu };
}

function counted(
  release: Release,
  said: Sourced<Range<number>> | undefined,
  { final, kind }: { readonly final: ReturnType<typeof finalMemory>; readonly kind: "mem" | "cpu" },
): Sourced<Range<number>> | undefined {
  if (final === "undecided" || final.length === 0) return said;
  const largest = final.reduce((most, amount) => (amount.from > most.from ? amount : most));
  if (said !== undefined && largest.from === said.value.from) return said;
  const span = placeOf(release, kind, largest);
  // What nothing of the release's own sets is the chart's default, which is counted without being said.
  if (span === undefined) return said;
  return derived({ from: largest.from, to: largest.to ?? largest.from }, span, release.name);
}

/** Where the release's own values say so much. */
function placeOf(release: Release, kind: "mem" | "cpu", largest: Amount): Span | undefined {
  const value = kind === "mem" ? "memory" : "cpu";
  const paths = [
    `singleuser.${value}.guarantee`,
    `hub.config.KubeSpawner.${kind}_guarantee`,
    `hub.config.Spawner.${kind}_guarantee`,
    "singleuser.profileList",
  ];
  const said = release.ownValues.filter(({ leaf }) => paths.includes(leaf.value.path.join(".")));
  for (const { leaf } of said) {
    const span = placeIn(leaf.value.data, `${kind}_guarantee`, largest.from);
    if (span !== undefined) return span;
  }
  return release.ownCode.settings.find(
    ({ className, trait }) => /^(?:Kube)?Spawner$/.test(className) && trait === `${kind}_guarantee`,
  )?.span;
}

function placeIn(data: ChartData, trait: string, amount: number): Span | undefined {
  if (data.kind === "scalar") return bytesIn(data.value) === amount ? data.span : undefined;
  const parts =
    data.kind === "list"
      ? data.items
      : data.kind === "map"
        ? data.entries.flatMap(({ key, value }) => (value.kind === "scalar" && key !== trait ? [] : [value]))
        : [];
  for (const part of parts) {
    const span = placeIn(part, trait, amount);
    if (span !== undefined) return span;
  }
  return undefined;
}
