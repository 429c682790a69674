// A program beside the values of a hub that runs: which of the hub's own values the compiled ones have, which of these the vocabulary
// writes, and what differs in what the chart is given in the end.

import { amountIn, mergeValues } from "../../compiler/import/compare-values.ts";
import { chartDefault } from "../../compiler/knowledge/chart-values.ts";
import type { Chart } from "../../compiler/knowledge/charts/charts.ts";
import { traitsOf } from "../../compiler/knowledge/hub-traits.ts";
import { isMap, type Json, type JsonMap } from "../../compiler/knowledge/json-schema.ts";
import { lineOf, nameToday, sectionOf, traitOfVariable } from "../../compiler/knowledge/sign-in-classes.ts";
import { traitsOfPieces } from "./traits-of-pieces.ts";

/** What a hub is deployed with today. */
export interface Today {
  /** What the hub's own files say, merged as Helm merges them. */
  readonly own: JsonMap;
  /** What of that its encrypted files say: the names, with placeholders in place of what they hold. */
  readonly secret: JsonMap;
  /** The umbrella chart's values, over which the own ones are laid. */
  readonly around: JsonMap;
  /** The keys under which the JupyterHub chart's values lie. */
  readonly part: readonly string[];
  readonly chart: Chart;
}

/** A program's values, and what of them its way out says: paths of keys. */
export interface Compiled {
  readonly values: JsonMap;
  readonly wayOut: readonly (readonly string[])[];
}

export interface Comparison {
  /** How many leaves the hub's own files have, those of its encrypted files aside. */
  readonly leaves: number;
  /** Those that the vocabulary says, and those that `values`, `config` and `python` say. */
  readonly inWords: readonly string[];
  readonly past: readonly string[];
  /** Leaves of the encrypted files: those that the program takes from a secret, and those that stay in these files. */
  readonly asSecrets: readonly string[];
  readonly stayEncrypted: readonly string[];
  /** Own leaves that the chart would no longer see. */
  readonly missing: readonly string[];
  /** Leaves at which the chart would see something else. */
  readonly different: readonly string[];
  /** Leaves that the program adds, and that are not what the chart has anyway. */
  readonly added: readonly string[];
}

/** A leaf: where it is in the end, by meaning, and what stands there. */
interface Leaf {
  readonly value: Json;
  /** Where it is written. */
  readonly path: readonly string[];
}

export function compareValues(written: Compiled, before: Today): Comparison {
  const { part } = before;
  const { values, moved } = traitsOfPieces(written.values, part);
  const wayOut = [...written.wayOut, ...written.wayOut.flatMap((path) => moved.get(path.join("\n")) ?? [])];
  const traits = (one: JsonMap) => traitsOfPieces(one, part).values;
  return compareTraits(
    { values, wayOut },
    { ...before, own: traits(before.own), secret: traits(before.secret), around: traits(before.around) },
  );
}

function compareTraits(compiled: Compiled, today: Today): Comparison {
  const { own, secret, around } = today;
  const before = leavesInTheEnd(mergeValues(around, own), today);
  const after = leavesInTheEnd(mergeValues(around, compiled.values), today);
  const standing = leavesInTheEnd(around, today);
  const ownLeaves = leavesInTheEnd(own, today, { alone: true });
  const ofSecrets = leavesInTheEnd(secret, today, { alone: true });
  const written = leavesInTheEnd(compiled.values, today, { alone: true });
  const secrets = [...ofSecrets.keys()];
  const isSecret = (meaning: string) => ofSecrets.has(meaning);
  const plain = [...ownLeaves].filter(([meaning]) => !isSecret(meaning));
  const isPast = ({ path }: Leaf) => compiled.wayOut.some((way) => way.every((key, i) => key === path[i]));
  const same = plain.filter(([meaning, leaf]) => isSame(leaf, after.get(meaning), today));
  const [past, inWords] = parted(same, ([meaning]) => {
    const leaf = written.get(meaning);
    return leaf !== undefined && isPast(leaf);
  });
  const others = [...after].filter(
    ([meaning]) => !isSecret(meaning) && !isSame(before.get(meaning), after.get(meaning), today),
  );
  const [different, added] = parted(others, ([meaning]) => before.has(meaning) || standing.has(meaning));
  return {
    leaves: plain.length,
    inWords: inWords.map(([meaning]) => meaning),
    past: past.map(([meaning]) => meaning),
    asSecrets: secrets.filter((meaning) => written.has(meaning)),
    stayEncrypted: secrets.filter((meaning) => !written.has(meaning)),
    missing: [...before]
      .filter(([meaning, leaf]) => !isSecret(meaning) && !after.has(meaning) && !isSame(leaf, undefined, today))
      .map(([meaning]) => meaning),
    different: different.map(
      ([meaning, { value }]) =>
        `${meaning}: ${JSON.stringify(value)}, today ${JSON.stringify(before.get(meaning)?.value)}`,
    ),
    added: added.map(([meaning, { value }]) => `${meaning}: ${JSON.stringify(value)}`),
  };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** The leaves of a tree by what they mean. `alone`: without the sign-in's class of the whole, which own files may leave to the umbrella. */
function leavesInTheEnd(tree: JsonMap, today: Today, { alone = false } = {}): ReadonlyMap<string, Leaf> {
  const line = lineOf(sectionIn(mergeValues(today.around, mergeValues(today.own, alone ? {} : tree)), today));
  const found = new Map<string, Leaf & { readonly rank: number }>();
  for (const [path, value] of leavesOf(tree)) {
    const inPart = today.part.every((key, i) => key === path[i]);
    const { at, rank } = inPart ? meaningOf(path.slice(today.part.length), line) : { at: path, rank: 0 };
    const whole = mergeValues(today.around, mergeValues(today.own, tree));
    const meant = named(inPart ? [...today.part, ...at] : at, value, whole);
    if (meant === undefined) continue;
    const there = found.get(meant.meaning);
    if (there === undefined || rank < there.rank) found.set(meant.meaning, { value: meant.value, path, rank });
  }
  return found;
}

function sectionIn(tree: JsonMap, { part }: Today): string {
  const chosen = at(tree, [...part, "hub", "config", "JupyterHub", "authenticator_class"]);
  const shorts: Readonly<Record<string, string>> = {
    google: "GoogleOAuthenticator",
    github: "GitHubOAuthenticator",
    cilogon: "CILogonOAuthenticator",
  };
  return shorts[String(chosen)] ?? sectionOf(chosen) ?? "Authenticator";
}

function at(tree: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (node, key) => (isMap(node) ? node[key] : Array.isArray(node) ? node[Number(key)] : undefined),
    tree,
  );
}

/** A trait of the sign-in may stand under each class of its line, by each of its names, or in a variable. */
function meaningOf(
  path: readonly string[],
  line: readonly string[],
): { readonly at: readonly string[]; readonly rank: number } {
  const [hub, section, name = "", trait = "", ...rest] = path;
  if (hub === "hub" && section === "config" && line.includes(name) && trait !== "")
    return { at: ["hub", "sign-in", nameToday(line, trait), ...rest], rank: line.indexOf(name) };
  const variable =
    hub === "hub" && section === "extraEnv"
      ? (traitOfVariable(line, name) ?? (name === "OAUTH_CLIENT_SECRET" ? "client_secret" : undefined))
      : undefined;
  if (variable !== undefined) return { at: ["hub", "sign-in", variable], rank: line.length };
  return { at: path, rank: 0 };
}

/** Mounts and files are what they are by their place, and volumes by what they hold, whatever they are called. */
function named(
  path: readonly string[],
  value: Json,
  whole: JsonMap,
): { readonly meaning: string; readonly value: Json } | undefined {
  if (isAnyway(path, value, whole)) return undefined;
  const override = path.indexOf("group_overrides");
  if (override >= 0 && path.length > override + 2) return { meaning: meaningOfOverride(path, override, whole), value };
  const list = path.findIndex(
    (key, i) => i < path.length - 2 && /^(?:extraVolumeMounts|volume_mounts|extraVolumes|extraFiles)$/.test(key),
  );
  if (list < 0) return { meaning: path.join(" "), value: pieceOf(path, value) };
  const [before, entry, rest] = [path.slice(0, list + 1), path.slice(0, list + 2), path.slice(list + 2)];
  const kind = path[list];
  const held = (name: Json) =>
    JSON.stringify(volumeOf(name, at(whole, [...before.slice(0, -1), "extraVolumes"])) ?? name);
  if (kind === "extraVolumes") {
    const volume = at(whole, entry);
    const name = isMap(volume) ? (volume["name"] ?? null) : null;
    if (name === ofFiles) return undefined;
    return { meaning: [...before, held(name), ...rest].join(" "), value: rest[0] === "name" ? "" : value };
  }
  const place = at(whole, [...entry, "mountPath"]);
  const volume = at(whole, [...entry, "name"]) ?? null;
  if (volume === ofFiles) {
    const file = [...before.slice(0, -2), "extraFiles", String(place)];
    return rest[0] === "mountPath" ? { meaning: [...file, "mountPath"].join(" "), value } : undefined;
  }
  return { meaning: [...before, String(place), ...rest].join(" "), value: rest[0] === "name" ? held(value) : value };
}

/** An override is what it is for its groups, and a mount in it by its place, whatever they are called. */
function meaningOfOverride(path: readonly string[], index: number, whole: JsonMap): string {
  const [before, entry, rest] = [path.slice(0, index + 1), path.slice(0, index + 2), path.slice(index + 2)];
  const groups = JSON.stringify(at(whole, [...entry, "groups"]) ?? null);
  const [override = "", mounts, name = "", ...more] = rest;
  if (override !== "spawner_override" || mounts !== "volume_mounts") return [...before, groups, ...rest].join(" ");
  const place = at(whole, [...entry, override, mounts, name, "mountPath"]);
  return [...before, groups, override, mounts, String(place), ...more].join(" ");
}

/**
 * What KubeSpawner makes of a list of profiles by itself (7.0, `_get_initialized_profile_list`): a slug of the title, a first choice as
 * default, and the image of all servers.
 */
function isAnyway(path: readonly string[], value: Json, whole: JsonMap): boolean {
  const [last, above, option] = [path.at(-1), path.slice(0, -1), path.slice(0, -2)];
  if (path.at(-4) === "profileList" && path.at(-2) === "kubespawner_override" && last === "image") {
    const image = at(whole, [...path.slice(0, -4), "image"]);
    return isMap(image ?? null) && value === `${at(image ?? null, ["name"])}:${at(image ?? null, ["tag"])}`;
  }
  if (path.at(-3) === "profileList" && last === "slug") {
    const title = at(whole, [...above, "display_name"]);
    return typeof title === "string" && value === title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  }
  if (last !== "default" || option.at(-1) !== "choices" || value !== true) return false;
  const choices = at(whole, option);
  return isMap(choices) && Object.keys(choices)[0] === above.at(-1);
}

/** The volume of files that are secrets: they are files as any other. */
const ofFiles = "hubc-files";

/** A volume without its name. */
function volumeOf(name: Json, volumes: Json | undefined): Json | undefined {
  const all = Array.isArray(volumes) ? volumes : isMap(volumes) ? Object.values(volumes) : [];
  const found = all.find((one) => isMap(one) && one["name"] === name);
  return isMap(found) ? Object.fromEntries(Object.entries(found).filter(([key]) => key !== "name")) : undefined;
}

/** Pieces of Python without their comments. */
function pieceOf(path: readonly string[], value: Json): Json {
  if (!path.includes("extraConfig") || typeof value !== "string") return value;
  return value
    .split("\n")
    .filter((line) => !/^\s*(?:#|$)/.test(line))
    .join("\n");
}

/** Lists in which order means nothing. */
const sets =
  /^(?:scopes?|groups|services|admin_users|allowed_(?:users|groups|organizations|domains)|allowed_hosted_domains|hosted_domain)$/;

/** An empty list or map is a leaf. */
function leavesOf(value: Json, path: readonly string[] = []): [path: readonly string[], value: Json][] {
  const entries = Array.isArray(value)
    ? value.map((one, i) => [sets.test(path.at(-1) ?? "") ? `{${String(one)}}` : String(i), one] as const)
    : isMap(value)
      ? Object.entries(value)
      : [];
  if (entries.length === 0) return [[path, value]];
  return entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** Is the same seen with both? What is not set is what the chart, or the class, has by itself. */
function isSame(one: Leaf | undefined, other: Leaf | undefined, today: Today): boolean {
  const [left, right] = [one ?? standingAt(other, today), other ?? standingAt(one, today)];
  if (left === undefined || right === undefined) return false;
  if (JSON.stringify(left.value) === JSON.stringify(right.value)) return true;
  const [before, after] = [amountIn(left.path, left.value), amountIn(right.path, right.value)];
  return before !== undefined && before === after;
}

function standingAt(leaf: Leaf | undefined, { chart, part }: Today): Leaf | undefined {
  if (leaf === undefined) return undefined;
  const { path } = leaf;
  if (leaf.value === null) return { path, value: null };
  if (isMap(leaf.value) && Object.keys(leaf.value).length === 0) return leaf;
  if (!part.every((key, i) => key === path[i])) return undefined;
  const inner = path.slice(part.length);
  const [hub, section = "", name = "", trait = ""] = inner;
  // The chart calls a role and a service by its key where it has no name (chart 4.4.0, jupyterhub_config.py).
  if (hub === "hub" && /^(?:loadRoles|services)$/.test(section) && trait === "name") return { path, value: name };
  const value =
    hub === "hub" && section === "config" ? traitsOf(chart, name)?.[trait]?.default : chartDefault(chart, inner);
  return value === undefined ? undefined : { path, value: value as Json }; // as JSON holds it
}
