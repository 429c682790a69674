// What some traits are when pieces of Python come to them, since the chart has set them by then: a map has no `append`, and a list no
// `update`, and the hub ends with an error. Source: files/hub/jupyterhub_config.py of the chart, 3.3.8 to 4.4.0.

import { type Chart, isBefore } from "./charts/charts.ts";
import { chartValueOfTrait } from "./hub-traits.ts";

const lists: ReadonlySet<string> = new Set([
  "JupyterHub.load_roles",
  "JupyterHub.services",
  "KubeSpawner.init_containers",
]);

/** Volumes and mounts of servers are maps from the chart 4.3 on. */
function madeByChart(chart: Chart, name: string): "list" | "map" | undefined {
  if (name === "KubeSpawner.environment") return "map";
  if (name === "KubeSpawner.volumes" || name === "KubeSpawner.volume_mounts")
    return isBefore(chart.version, "4.3.0") ? "list" : "map";
  return lists.has(name) ? "list" : undefined;
}

/** Why code that adds to a trait stops the hub; `needs`: what it takes the trait for. Nothing where that is what it is. */
export function unfitAddition(
  chart: Chart,
  { className, trait, needs }: { className: string; trait: string; needs: "list" | "map" | "no-list" | undefined },
): string | undefined {
  const name = `${className}.${trait}`;
  const made = madeByChart(chart, name);
  if (made === undefined || needs === undefined || made === needs) return undefined;
  if (made === "map" && needs === "no-list") return undefined;
  const value = chartValueOfTrait(className, trait);
  const otherwise = value === undefined ? "" : `, or set \`${value}\` in a \`values\` block`;
  const [is, write] =
    made === "map"
      ? ["a map, to which no list can be added", `c.${name}["NAME"] = …`]
      : ["a list, whose items have no names", `c.${name}.append(…)`];
  return `in chart ${chart.version} it is ${is}, and the hub would not start: write \`${write}\`${otherwise}`;
}
