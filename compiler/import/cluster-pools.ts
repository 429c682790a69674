// The pools of nodes that the hubs of a cluster name by their labels: one for the hubs' own pods, others for people's.

import { isMap, type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import type { Environment } from "./environment.ts";
import { nameFrom } from "./print-data.ts";

export interface ClusterPool {
  readonly name: string;
  /** As the language writes it: `key=value`, several with commas between them. */
  readonly label: string;
}

/** The label that selects what a node selector does; undefined for one that no pool can have. */
export function labelOf(selector: Json | undefined): string | undefined {
  if (selector === undefined || !isMap(selector)) return undefined;
  const parts = Object.entries(selector).map(([key, value]) => `${key}=${String(value)}`);
  const isLabel = (part: string) =>
    /^(?:[a-z0-9.-]+\/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?=[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/.test(
      part,
    );
  const isText = Object.values(selector).every((value) => typeof value === "string");
  return parts.length > 0 && isText && parts.every(isLabel) ? parts.join(",") : undefined;
}

const ofHub = ["hub", "proxy.chp", "scheduling.userScheduler"];

/** All pools that the hubs name, those of the hubs' own pods first. */
export function poolsOf(environments: readonly Environment[]): readonly ClusterPool[] {
  const own = environments.filter((environment) => namesOwn(environment));
  const core = mostOften(
    own.flatMap(({ today }) => ofHub.flatMap((pod) => labelOf(valueAt(today, `${pod}.nodeSelector`)) ?? [])),
  );
  const labels = new Set(
    environments.flatMap(({ today }) => peoplesSelectors(today).flatMap((json) => labelOf(json) ?? [])),
  );
  const names = new Set<string>();
  const pools = [...labels].filter((label) => label !== core).map((label) => ({ name: poolName(label, names), label }));
  return [...(core === undefined ? [] : [{ name: "core", label: core }]), ...pools];
}

/** Does the hub say itself where its own pods run? */
function namesOwn({ leaves }: Environment): boolean {
  return leaves.some(({ path }) => ofHub.some((pod) => path.join(".").startsWith(`${pod}.nodeSelector.`)));
}

function peoplesSelectors(values: JsonMap): readonly Json[] {
  const found: Json[] = [];
  const usual = valueAt(values, "singleuser.nodeSelector");
  if (usual !== undefined) found.push(usual);
  const read = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(read);
    else if (value !== undefined && isMap(value))
      for (const [key, inner] of Object.entries(value)) {
        if (key === "node_selector") found.push(inner);
        else read(inner);
      }
  };
  read(valueAt(values, "singleuser.profileList"));
  return found;
}

/** The names of the labels' values, without the word that says what they are. */
function poolName(label: string, taken: Set<string>): string {
  const values = label.split(",").map((part) => part.slice(part.indexOf("=") + 1));
  const wanted = nameFrom(values.join("-").replace(/[._]/g, "-")).replace(/-pool$/, "");
  const free = wanted === "core" ? "core-people" : wanted;
  let name = free;
  for (let i = 2; taken.has(name); i++) name = `${free}-${i}`;
  taken.add(name);
  return name;
}

function mostOften(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
