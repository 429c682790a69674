// Traits that are set for some servers only, by a profile or for a group: does KubeSpawner have each, and does it take the value?
// JupyterHub sets them when a server starts, so a wrong one fails that start, and one that is misspelt does nothing.
// Source: kubespawner 7.0.0, spawner.py, _apply_overrides; jupyterhub 5.5.0, spawner.py, apply_group_overrides.

import { closest } from "../text/edit-distance.ts";
import { byteSpecificationFor, isTooFewBytes } from "./byte-specification.ts";
import { kubernetesTraitPitfalls } from "./chart-kubernetes-parts.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import type { Trait } from "./charts/chart-tables.ts";
import type { Chart } from "./charts/charts.ts";
import { traitComplaint, traitsOf } from "./hub-traits.ts";
import { parseImageReference } from "./image-reference.ts";
import { describeJson, isList, isMap, type Json, type JsonMap, type JsonPath } from "./json-schema.ts";
import { pastedTag, whyTagMoves } from "./moving-tags.ts";

/** What does not work in a map of traits. `typed`: texts hold `{value}`, for which a person types something. */
export function overridePitfalls(
  override: JsonMap,
  path: JsonPath,
  { chart, how }: { readonly chart: Chart; readonly how: "plain" | "typed" },
): ChartPitfall[] {
  const traits = traitsOf(chart, "KubeSpawner") ?? {};
  return Object.entries(override).flatMap(([name, value]) => {
    const at = [...path, name];
    const trait = Object.hasOwn(traits, name) ? traits[name] : undefined;
    if (trait === undefined)
      return olderNames.has(name) ? [] : [unknownTrait(name, at, { known: Object.keys(traits), beside: override })];
    if (how === "typed" && typeof value === "string" && value.includes("{value}") && takesText(trait)) return [];
    const complaint = traitComplaint(trait, value);
    if (complaint !== undefined) return [wrongValue(trait, value, { at, expected: complaint })];
    return [
      ...(trait.type.includes("ByteSpecification") ? tooFewBytes(value, at) : []),
      ...(textMembers.has(name) ? membersPitfalls(value, at) : []),
      ...(name === "image" ? image(value, at) : []),
      ...kubernetesTraitPitfalls(name, value, at),
      ...(name === "extra_containers" || name === "init_containers" ? secondNames(value, at) : []),
    ];
  });
}

/** Names of before, which KubeSpawner still sets as the new ones. */
const olderNames: ReadonlySet<string> = new Set(
  `image_spec singleuser_working_dir singleuser_service_account singleuser_extra_labels singleuser_extra_annotations
  singleuser_image_spec singleuser_image_pull_policy singleuser_image_pull_secrets singleuser_node_selector singleuser_uid
  singleuser_fs_gid singleuser_supplemental_gids singleuser_privileged singleuser_extra_pod_config singleuser_init_containers
  singleuser_extra_container_config singleuser_extra_containers user_storage_class user_storage_pvc_ensure user_storage_capacity
  user_storage_extra_labels user_storage_access_modes`
    .trim()
    .split(/\s+/),
);

/** An amount of memory that counts bytes where another unit was meant. */
export function tooFewBytes(value: Json | undefined, path: JsonPath): ChartPitfall[] {
  if (!isTooFewBytes(value)) return [];
  const problem = `is a number of bytes, and no server runs in ${value}: write the unit, as in \`"${value}G"\``;
  return [{ paths: [path], problem, marks: "value" }];
}

function takesText({ type }: Trait): boolean {
  return /Unicode|ByteSpecification|Command|Any/.test(type);
}

/** The names by which the chart has what is a trait here. */
export const ofTheChart: Readonly<Record<string, string>> = {
  cpuGuarantee: "cpu_guarantee",
  cpuLimit: "cpu_limit",
  cpu_request: "cpu_guarantee",
  extraEnv: "environment",
  env: "environment",
  memory_guarantee: "mem_guarantee",
  memory_limit: "mem_limit",
  mem_request: "mem_guarantee",
  memory_request: "mem_guarantee",
  fsGid: "fs_gid",
  extraTolerations: "tolerations",
};

function unknownTrait(
  name: string,
  path: JsonPath,
  { known, beside }: { readonly known: readonly string[]; readonly beside: JsonMap },
): ChartPitfall {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll("-", "_");
  const meant =
    (Object.hasOwn(ofTheChart, name) ? ofTheChart[name] : undefined) ??
    (known.includes(snake) ? snake : closest(name, known));
  const advice = meant === undefined ? "traits are written as `mem_limit`" : `did you mean \`${meant}\`?`;
  const problem = `is no trait of KubeSpawner, which passes over it: ${advice}`;
  return { paths: [path], problem, ...(meant === undefined || meant in beside ? {} : { suggestion: meant }) };
}

function wrongValue(
  trait: Trait,
  value: Json,
  { at, expected }: { readonly at: JsonPath; readonly expected: string },
): ChartPitfall {
  const meant = trait.type.includes("ByteSpecification") ? byteSpecificationFor(value) : undefined;
  const advice = meant === undefined ? "" : `: write \`"${meant}"\``;
  const problem = `takes ${expected}, not ${describeJson(value)}, so that such a server does not start${advice}`;
  return { paths: [at], problem, marks: "value" };
}

/** Maps of which Kubernetes takes texts only; `null` takes a member away. */
const textMembers: ReadonlySet<string> = new Set([
  "environment",
  "extra_annotations",
  "extra_labels",
  "node_selector",
  "storage_extra_labels",
]);

function membersPitfalls(value: Json, path: JsonPath): ChartPitfall[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, member]): ChartPitfall[] => {
    if (typeof member !== "number" && typeof member !== "boolean") return [];
    const problem = `takes a text, not ${describeJson(member)}, and Kubernetes refuses such servers: put it in quotes`;
    return [{ paths: [[...path, key]], problem, marks: "value" }];
  });
}

/** Containers with the name of another, or of the server's own. */
function secondNames(value: Json, path: JsonPath): ChartPitfall[] {
  const taken = new Set<Json | undefined>(["notebook"]);
  return (isList(value) ? value : []).flatMap((json, i): ChartPitfall[] => {
    const name = isMap(json) ? json["name"] : undefined;
    const again = taken.has(name);
    taken.add(name);
    const problem = `is a second container with the name \`${name}\`, and Kubernetes refuses such servers`;
    return again ? [{ paths: [[...path, i]], problem }] : [];
  });
}

function image(value: Json, path: JsonPath): ChartPitfall[] {
  if (typeof value !== "string" || value.includes("{")) return [];
  const reference = parseImageReference(value);
  if (reference === undefined)
    return [
      { paths: [path], problem: `is \`${value}\`, which no registry takes as the name of an image`, marks: "value" },
    ];
  const twice = pastedTag(value);
  if (twice !== undefined) return [{ paths: [path], problem: twice, marks: "value" }];
  const reason = whyTagMoves(reference);
  if (reason === undefined) return [];
  const problem = `is \`${value}\`, and ${reason}: name a tag that stays, or a digest`;
  return [{ paths: [path], problem, marks: "value", kind: "moving-image" }];
}
