// Values of charts that hubs are deployed with, at a depth where those charts read nothing.

import { diagnose, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { unknownTrait } from "../schema/values-diagnostics.ts";
import { strayKey } from "./audit-diagnostics.ts";
import { mapOfValues } from "./value-places.ts";

interface Place {
  /** What the part is called where a chart depends on it. */
  readonly part: string;
  /** Where in it the keys stand that belong below `under`. */
  readonly at: readonly string[];
  readonly keys: RegExp;
  readonly under: string;
}

/** dask-gateway's chart 2024.1, values.yaml; binderhub-service 0.1, whose classes of traitlets are all below `config`. */
const places: readonly Place[] = [
  { part: "dask-gateway", at: ["gateway"], keys: /^(?:scheduler|worker)$/, under: "backend" },
  {
    part: "dask-gateway",
    at: ["gateway", "backend"],
    keys: /^(?:cores|memory|extraPodConfig|extraContainerConfig)$/,
    under: "scheduler",
  },
  { part: "binderhub-service", at: [], keys: /^[A-Z][A-Za-z]+$/, under: "config" },
  { part: "binderhub-service", at: ["networkPolicy"], keys: /^[A-Z][A-Za-z]+$/, under: "config" },
];

export function checkPartDepth(values: ChartMap, report: Report): void {
  for (const map of partsCalled("binderhub-service", values)) checkTraitNames(mapOfValues(map, ["config"]), report);
  for (const { part, at, keys, under } of places)
    for (const map of partsCalled(part, values))
      for (const { key, keySpan, value } of mapOfValues(map, at).entries)
        if (keys.test(key) && value.kind === "map") report(diagnose(strayKey, { key, under }, { span: keySpan }));
}

/** Traits of BinderHub have names with underlines, where Kubernetes writes the second word with a capital letter. */
function checkTraitNames(config: ChartMap, report: Report): void {
  for (const { key: className, value } of config.entries) {
    if (value.kind !== "map" || !/^[A-Z]/.test(className)) continue;
    for (const { key, keySpan } of value.entries) {
      if (!/^[a-z]+(?:[A-Z][a-z]+)+$/.test(key)) continue;
      const meant = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const words = { className, trait: key, suggestion: meant, renamed: false };
      report(
        diagnose(unknownTrait, words, { span: keySpan, fixes: [replaceFix(`Write \`${meant}\``, keySpan, meant)] }),
      );
    }
  }
}

/** Charts around others have a part at their top, or below the key of the chart that brings it. */
function partsCalled(part: string, values: ChartMap, depth = 0): readonly ChartMap[] {
  return values.entries.flatMap(({ key, value }): readonly ChartMap[] => {
    if (value.kind !== "map") return [];
    if (key === part) return [value];
    return depth < 2 ? partsCalled(part, value, depth + 1) : [];
  });
}
