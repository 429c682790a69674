// What holds in the end for a release: its own values, traits and Python merged onto what the vocabulary says, over what the chart has.
// Pages, lists of links, calendars and counts of nodes read this and not the vocabulary, so that what they say is what people meet.

import { chartDefault } from "../knowledge/chart-values.ts";
import { cullerTimeout } from "../knowledge/idle-culler.ts";
import type { Json } from "../knowledge/json-schema.ts";
import { ownCullers } from "./own-culler.ts";
import { type OwnTrait, ownTrait, ownValue } from "./own-values.ts";
import type { Release } from "./release.ts";

/** When the hub stops servers by itself, in seconds. */
export interface Culling {
  readonly idle: number;
  readonly maxAge: number | undefined;
}

/** `never`: servers run until somebody stops them. `undecided`: Python decides it when the hub starts. */
export function cullingOf(release: Release): Culling | "never" | "undecided" {
  // The chart's culler is a service of the hub; Python that sets the services may take it away.
  if (ownTrait(release, ["JupyterHub"], "services") !== undefined) return "undecided";
  const cullers = ownCullers(release);
  const own = cullers.filter((ownCuller) => ownCuller !== "undecided");
  if (own.length < cullers.length) return "undecided";
  const all = [...chartCuller(release), ...own];
  if (all.length === 0) return "never";
  const ages = all.flatMap(({ maxAge }) => maxAge ?? []);
  // Each of several stops what it finds.
  return {
    idle: Math.min(...all.map(({ idle }) => idle)),
    maxAge: ages.length === 0 ? undefined : Math.min(...ages),
  };
}

/** The chart's own culler, where it is switched on. */
function chartCuller(release: Release): readonly Culling[] {
  if (finalValue(release, "cull.enabled", release.cull?.enabled.value) !== true) return [];
  const idle = seconds(finalValue(release, "cull.timeout", release.cull?.idle?.value));
  const maxAge = seconds(finalValue(release, "cull.maxAge", release.cull?.maxAge?.value));
  return [{ idle: idle ?? cullerTimeout, maxAge }];
}

/** The chart leaves out what is 0 (chart 4.4.0, files/hub/jupyterhub_config.py). */
function seconds(value: Json | undefined): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

/**
 * The value at a path of the chart. `said`: what the vocabulary says there. In what is written the two don't differ where both say something:
 * that is `values/clash`, an error. It is found after the rules, so that these may see both: what is told here is then the release's own.
 */
export function finalValue(release: Release, path: string, said?: Json): Json | undefined {
  return (
    ownValue(release, path) ??
    (isValueLeftOut(release, path) ? undefined : said) ??
    chartDefault(release.chart, path.split("."))
  );
}

/** Does the release set another value at a path than the vocabulary says there? That is `values/clash`, and a rule that judges the value has nothing to add. */
export function isContradicted(release: Release, path: string, said: Json | undefined): boolean {
  const own = ownValue(release, path);
  if (own === undefined || said === undefined || isValueLeftOut(release, path)) return false;
  return JSON.stringify(own) !== JSON.stringify(said);
}

/** Does the release tell hubc not to write what stands at a path of the chart, or around it? */
export function isValueLeftOut({ leftOutValues }: Pick<Release, "leftOutValues">, path: string): boolean {
  return leftOutValues.some(({ value }) => path === value || path.startsWith(`${value}.`));
}

/** KubeSpawner and its parents, in the order in which a trait is looked for. */
const spawner = ["KubeSpawner", "Spawner"];

/** What a trait of servers is set to past the vocabulary; undefined where nothing is. */
export function ownServerTrait(release: Release, trait: string): OwnTrait {
  return ownTrait(release, spawner, trait);
}
