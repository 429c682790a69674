// Disks and addresses that two hubs of a repository have, which comes from copying a hub's files.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import type { ChartData, ChartMap } from "../schema/values/chart-data.ts";
import type { Span } from "../text/span.ts";
import { sharedThing } from "./course-grants-diagnostics.ts";
import { isEncrypted } from "./encrypted-values.ts";
import { leavesOf } from "./value-places.ts";

const host = "The host";

/** The ends of paths whose values belong to one hub. */
const ofOneHub: readonly (readonly [end: RegExp, what: string])[] = [
  [/(?:^|\.)jupyterhub-home-nfs\.[a-z]+\.volumeId$/, "The disk"],
  [/(?:^|\.)proxy\.service\.loadBalancerIP$/, "The address"],
  [/(?:^|\.)ingress\.hosts$/, host],
];

export interface SharedHub {
  readonly name: string;
  readonly values: ChartMap;
  /** Its file may lie over that of another, and both be one hub. */
  readonly mayBeLayer: boolean;
}

/** `hubs`: all values of each, under the keys of its chart. */
export function checkShared(hubs: readonly SharedHub[], report: Report): void {
  const seen = new Map<string, { readonly name: string; readonly span: Span; readonly mayBeLayer: boolean }>();
  for (const { name, values, mayBeLayer } of hubs) {
    const leaves = leavesOf(values);
    const base = basePathIn(leaves);
    for (const leaf of leaves) {
      const what = ofOneHub.find(([end]) => end.test(leaf.path.join(".")))?.[1];
      if (what === undefined || isEncrypted(leaf.data)) continue;
      for (const { value, span } of textsIn(leaf.data)) {
        // An ingress tells hubs of one host by their paths.
        const key = `${what} ${value}${what === host ? base : ""}`;
        const there = seen.get(key);
        if (there === undefined) seen.set(key, { name, span, mayBeLayer });
        else if (there.name === name || (there.mayBeLayer && mayBeLayer)) continue;
        else if (there.span.file !== span.file || there.span.start !== span.start) {
          const related = [{ span: there.span, message: `The hub ${there.name}.` }];
          report(diagnose(sharedThing, { what, value, hub: there.name }, { span, related }));
        }
      }
    }
  }
}

/** The path that a hub answers under, without slashes at its ends; empty for most. */
function basePathIn(leaves: ReturnType<typeof leavesOf>): string {
  const [said] = leaves.filter(({ path }) => /(?:^|\.)hub\.baseUrl$/.test(path.join(".")));
  const path = said?.data.kind === "scalar" ? String(said.data.value ?? "") : "";
  return `/${path.replace(/^\/+|\/+$/g, "")}`;
}

function textsIn(data: ChartData): readonly { readonly value: string; readonly span: Span }[] {
  if (data.kind === "list") return data.items.flatMap(textsIn);
  if (data.kind !== "scalar" || typeof data.value !== "string" || data.value === "") return [];
  return [{ value: data.value, span: data.span }];
}
