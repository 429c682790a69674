// What Kubernetes says against an object of its own kinds: a kind or a field that it does not have, a value of another type. A cluster refuses
// each when it is applied. Kinds that others bring to a cluster are not known here, and nothing is said of them. Loaded only for
// programs that bring objects. Types are written as scripts/kubernetes-definitions.mjs says.

import { cronProblem } from "../text/cron.ts";
import { closest } from "../text/edit-distance.ts";
import { isRecord, lookUp } from "../text/look-up.ts";
import type { ObjectProblem } from "../text/yaml-document.ts";
import definitionsText from "./kubernetes-1.34.json?raw";
import { type AmountProblem, quantityFor, quantityIn, resourcesProblem } from "./kubernetes-amounts.ts";
import { type NameProblem, nameProblem } from "./kubernetes-names.ts";
import { type NetworkProblem, networkProblem } from "./kubernetes-networks.ts";
import { workloadProblems } from "./kubernetes-workloads.ts";

interface Definitions {
  /** `group/version/kind`, the group empty for the core, to the name of its type. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Fields with their types; one that is required ends with `!`. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

let definitions: Definitions | undefined;

function known(): Definitions {
  definitions ??= JSON.parse(definitionsText) as Definitions; // the form of the file
  return definitions;
}

/** What is wrong with an object, if its kind is one of Kubernetes' own. */
export function objectProblems(object: unknown): readonly ObjectProblem[] {
  if (!isRecord(object)) return [];
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return [];
  const id = apiVersion.includes("/") ? `${apiVersion}/${kind}` : `/${apiVersion}/${kind}`;
  const type = lookUp(known().kinds, id);
  if (type === undefined) return listOf(kindProblem(apiVersion, kind));
  const ofSchedule = listOf(scheduleProblem(object, kind));
  const ofFields = fieldsProblems(object, type, []);
  // What a mount needs may be what a misspelt field was to say.
  if (ofFields.length > 0) return [...ofFields, ...ofSchedule];
  const ofPods = workloadProblems(object, kind).map(({ path, message }) => problem("type", path, message));
  return [...ofSchedule, ...ofPods, ...listOf(mountProblem(object, kind))];
}

/** Is the kind one that Kubernetes itself would have to have? Groups of others have a dot, and a domain of their own. */
function kindProblem(apiVersion: string, kind: string): ObjectProblem | undefined {
  const all = Object.keys(known().kinds).map((id) => {
    const [group = "", version = "", name = ""] = id.split("/");
    return { group, kind: name, apiVersion: group === "" ? version : `${group}/${version}` };
  });
  const [group = ""] = apiVersion.includes("/") ? apiVersion.split("/") : [];
  const isOwn = !group.includes(".") || all.some((one) => one.group === group);
  if (!isOwn) return undefined;
  const elsewhere = [...new Set(all.filter((one) => one.kind === kind).map((one) => one.apiVersion))];
  const stable = elsewhere.filter((one) => /v\d+$/.test(one));
  if (elsewhere.length > 0) {
    const where = (stable.length > 0 ? stable : elsewhere).map((one) => `\`${one}\``).join(" or ");
    return problem("kind", ["apiVersion"], `Kubernetes has no \`${kind}\` in \`${apiVersion}\`: it is in ${where}`);
  }
  const here = all.filter((one) => one.apiVersion === apiVersion).map((one) => one.kind);
  const meant = closest(kind, here.length > 0 ? here : all.map((one) => one.kind));
  const advice = meant === undefined ? "" : `: did you mean \`${meant}\`?`;
  return problem("kind", ["kind"], `Kubernetes has no kind \`${kind}\` in \`${apiVersion}\`${advice}`);
}

type Path = readonly (string | number)[];

/** What is wrong with a part of an object, of a type as the definitions write it: `@core.v1.Container`. */
export function partProblems(value: unknown, type: string): readonly ObjectProblem[] {
  return valueProblems(value, type, ["part"]).map((objectProblem) => ({
    ...objectProblem,
    path: objectProblem.path.slice(1),
  }));
}

function fieldsProblems(object: Readonly<Record<string, unknown>>, type: string, path: Path): ObjectProblem[] {
  const fields = known().types[type] ?? {};
  const found = Object.entries(object).flatMap(([key, value]) => {
    const expected = fieldOf(fields, key);
    if (expected === undefined) return [unknownField(key, fields, path)];
    const at = [...path, key];
    const ofValue = valueProblems(value, expected, at);
    return ofValue.length > 0 ? ofValue : listOf(wordProblem(value, wordsOfField(type, key), at));
  });
  // A field that seems to be missing may be the one that is misspelt.
  if (found.length > 0) return found;
  return listOf(missingField(object, fields, { type, path }) ?? meaningProblem(object, type, path));
}

function unknownField(key: string, fields: Readonly<Record<string, string>>, path: Path): ObjectProblem {
  const meant = closest(
    key,
    Object.keys(fields).map((field) => field.replace(/!$/, "")),
  );
  const within = path.length === 0 ? "" : ` in \`${pathText(path)}\``;
  const advice = meant === undefined ? "" : `: did you mean \`${meant}\`?`;
  return problem("field", [...path, key], `There is no field \`${key}\`${within}${advice}`);
}

function wordProblem(value: unknown, words: readonly string[] | undefined, path: Path): ObjectProblem | undefined {
  if (words === undefined) return undefined;
  if (Array.isArray(value)) return firstOf(value.map((one, i) => () => wordProblem(one, words, [...path, i])));
  if (typeof value !== "string" || value === "" || words.includes(value)) return undefined;
  const meant = closest(value, words);
  const advice = meant === undefined ? "" : `: did you mean \`${meant}\`?`;
  const all = words.map((word) => `\`${word}\``).join(", ");
  return problem("type", path, `\`${pathText(path)}\` takes one of ${all}, not \`${value}\`${advice}`);
}

/** What fits the types and not what they mean: what a container asks for and may have, names and ports. */
function meaningProblem(
  object: Readonly<Record<string, unknown>>,
  type: string,
  path: Path,
): ObjectProblem | undefined {
  if (type === "core.v1.ResourceRequirements" || type === "core.v1.VolumeResourceRequirements")
    return ofAmounts(resourcesProblem(object), path);
  if (type === "networking.v1.IPBlock") return ofAmounts(networkProblem(object), path);
  return ofAmounts(nameProblem(object, type), path);
}

function ofAmounts(
  found: AmountProblem | NameProblem | NetworkProblem | undefined,
  path: Path,
): ObjectProblem | undefined {
  if (found === undefined) return undefined;
  const at = [...path, ...found.path];
  return problem("type", at, `\`${pathText(at)}\` ${found.problem}`);
}

const podPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ["spec"],
  CronJob: ["spec", "jobTemplate", "spec", "template", "spec"],
};

/** Volumes of one name, mounts of none, and two mounts at one path. */
function mountProblem(object: Readonly<Record<string, unknown>>, kind: string): ObjectProblem | undefined {
  const path = (Object.hasOwn(podPaths, kind) ? podPaths[kind] : undefined) ?? ["spec", "template", "spec"];
  const spec = path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), object);
  if (!isRecord(spec) || !recordsIn(spec["containers"]).length) return undefined;
  const claims = isRecord(object["spec"]) ? recordsIn(object["spec"]["volumeClaimTemplates"]) : [];
  const volumes = new Set<unknown>(claims.map(({ metadata }) => (isRecord(metadata) ? metadata["name"] : undefined)));
  for (const [i, { name }] of recordsIn(spec["volumes"]).entries()) {
    if (volumes.has(name))
      return problem(
        "type",
        [...path, "volumes", i, "name"],
        `There are two volumes with the name \`${String(name)}\``,
      );
    volumes.add(name);
  }
  const containers = ["initContainers", "containers"].flatMap((list) =>
    recordsIn(spec[list]).map((one, i) => [one, [...path, list, i, "volumeMounts"]] as const),
  );
  return firstOf(
    containers.map(
      ([one, at]) =>
        () =>
          mountsProblem(recordsIn(one["volumeMounts"]), volumes, at),
    ),
  );
}

function mountsProblem(
  mounts: readonly Readonly<Record<string, unknown>>[],
  volumes: ReadonlySet<unknown>,
  path: Path,
): ObjectProblem | undefined {
  const places = new Set<unknown>();
  for (const [i, { name, mountPath }] of mounts.entries()) {
    const words = `\`${pathText([...path, i])}\``;
    if (!volumes.has(name))
      return problem(
        "type",
        [...path, i, "name"],
        `${words} mounts the volume \`${String(name)}\`, which the pod does not have`,
      );
    if (places.has(mountPath))
      return problem("type", [...path, i, "mountPath"], `${words} is a second mount at \`${String(mountPath)}\``);
    places.add(mountPath);
  }
  return undefined;
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Kubernetes itself fills in some that its definitions call required; those are texts and numbers that nothing stands in for. */
function missingField(
  object: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
  { type, path }: { readonly type: string; readonly path: Path },
): ObjectProblem | undefined {
  if (path.includes("status") || type === "rbac.v1.RoleRef" || path.length === 0) return undefined;
  const missing = Object.entries(fields).find(
    ([field, kind]) => field.endsWith("!") && /^[sip]$/.test(kind) && !(field.slice(0, -1) in object),
  );
  if (missing === undefined) return undefined;
  return problem("missing", path, `\`${pathText(path)}\` needs the field \`${missing[0].slice(0, -1)}\``);
}

function fieldOf(fields: Readonly<Record<string, string>>, key: string): string | undefined {
  for (const name of [key, `${key}!`]) if (Object.hasOwn(fields, name)) return fields[name];
  return undefined;
}

function valueProblems(value: unknown, type: string, path: Path): ObjectProblem[] {
  if (value === null || value === undefined || value instanceof Date || type === "*") return [];
  const inner = type.slice(1);
  if (type.startsWith("[")) {
    if (!Array.isArray(value)) return [wrongType(value, "a list", path)];
    return value.flatMap((item, i) => valueProblems(item, inner, [...path, i]));
  }
  if (type.startsWith("{") || type.startsWith("@") || type === "o") {
    if (!isRecord(value)) return [wrongType(value, "a map", path)];
    if (type === "o") return [];
    if (type.startsWith("@")) return fieldsProblems(value, inner, path);
    return Object.entries(value).flatMap(([key, one]) => valueProblems(one, inner, [...path, key]));
  }
  return plainTypes[type]?.fits(value) === false ? [wrongType(value, plainTypes[type].words, path)] : [];
}

function listOf(objectProblem: ObjectProblem | undefined): ObjectProblem[] {
  return objectProblem === undefined ? [] : [objectProblem];
}

function firstOf(checks: readonly (() => ObjectProblem | undefined)[]): ObjectProblem | undefined {
  for (const check of checks) {
    const objectProblem = check();
    if (objectProblem !== undefined) return objectProblem;
  }
  return undefined;
}

const isWhole = (value: unknown) => typeof value === "number" && Number.isInteger(value);

const plainTypes: Readonly<Record<string, { readonly words: string; readonly fits: (value: unknown) => boolean }>> = {
  s: { words: "a text", fits: (value) => typeof value === "string" },
  i: { words: "a whole number", fits: isWhole },
  n: { words: "a number", fits: (value) => typeof value === "number" },
  b: { words: "`true` or `false`", fits: (value) => typeof value === "boolean" },
  p: { words: "a text or a whole number", fits: (value) => typeof value === "string" || isWhole(value) },
  q: { words: 'an amount such as `"2Gi"` or `"500m"`', fits: (value) => quantityIn(value) !== undefined },
};

function wrongType(value: unknown, expected: string, path: Path): ObjectProblem {
  const meant = expected === plainTypes["q"]?.words && typeof value === "string" ? quantityFor(value) : undefined;
  const quotes = expected === "a text" && typeof value !== "object" ? ": put it in quotes" : "";
  const advice = meant === undefined ? quotes : `: write \`"${meant}"\``;
  return problem("type", path, `\`${pathText(path)}\` takes ${expected}, not ${words(value)}${advice}`);
}

function words(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  return typeof value === "string" ? `the text \`${JSON.stringify(value)}\`` : `\`${String(value)}\``;
}

function scheduleProblem(object: Readonly<Record<string, unknown>>, kind: string): ObjectProblem | undefined {
  const { spec } = object;
  if (kind !== "CronJob" || !isRecord(spec) || typeof spec["schedule"] !== "string") return undefined;
  const found = cronProblem(spec["schedule"]);
  return found === undefined ? undefined : problem("schedule", ["spec", "schedule"], `\`spec.schedule\` ${found}`);
}

function problem(kind: ObjectProblem["kind"], path: Path, message: string): ObjectProblem {
  return { kind, path, message };
}

function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${key}`)).join("");
}

/**
 * Fields of Kubernetes objects that take one of a few words, which its definitions say only in their descriptions.
 * Source: the OpenAPI descriptions of Kubernetes 1.34 and pkg/apis/core/validation, read 2026-11.
 */
const fieldWords: Readonly<Record<string, string>> = {
  "batch.v1.CronJobSpec.concurrencyPolicy": "Allow Forbid Replace",
  "core.v1.Container.imagePullPolicy": "Always IfNotPresent Never",
  "core.v1.Container.terminationMessagePolicy": "File FallbackToLogsOnError",
  "core.v1.ContainerPort.protocol": "TCP UDP SCTP",
  "core.v1.NodeSelectorRequirement.operator": "In NotIn Exists DoesNotExist Gt Lt",
  "core.v1.PersistentVolumeClaimSpec.accessModes": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
  "core.v1.PersistentVolumeClaimSpec.volumeMode": "Block Filesystem",
  "core.v1.PersistentVolumeSpec.accessModes": "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod",
  "core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy": "Retain Delete Recycle",
  "core.v1.PodSpec.dnsPolicy": "ClusterFirstWithHostNet ClusterFirst Default None",
  "core.v1.PodSpec.restartPolicy": "Always OnFailure Never",
  "core.v1.SeccompProfile.type": "Localhost RuntimeDefault Unconfined",
  "core.v1.ServicePort.protocol": "TCP UDP SCTP",
  "core.v1.ServiceSpec.type": "ClusterIP NodePort LoadBalancer ExternalName",
  "core.v1.Toleration.effect": "NoSchedule PreferNoSchedule NoExecute",
  "core.v1.Toleration.operator": "Exists Equal",
  "meta.v1.LabelSelectorRequirement.operator": "In NotIn Exists DoesNotExist",
  "networking.v1.HTTPIngressPath.pathType": "Exact Prefix ImplementationSpecific",
  "networking.v1.NetworkPolicySpec.policyTypes": "Ingress Egress",
};

/** The words that a field takes; undefined for one that takes any text. An empty text stands for none. */
function wordsOfField(type: string, field: string): readonly string[] | undefined {
  const name = `${type}.${field}`;
  return Object.hasOwn(fieldWords, name) ? fieldWords[name]?.split(" ") : undefined;
}
