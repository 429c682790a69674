// What a leaf of values means to the chart and the hub, so that two that are written otherwise and mean the same are the same: traits of a
// sign-in under each class of its line and by each of their names, mounts and files by their places, volumes by what they hold, lists in
// which order means nothing.

import type { Chart } from "../knowledge/charts/charts.ts";
import { chartValueOfTrait, traitsOf } from "../knowledge/hub-traits.ts";
import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { lineOf, nameToday, sectionOf, traitOfVariable } from "../knowledge/sign-in-classes.ts";
import type { Leaf, LeafPath } from "./compare-values.ts";

/** A leaf by what it means. */
export interface MeantLeaf extends Leaf {
  /** Two leaves of one meaning are said at the same place. */
  readonly meaning: string;
  /** What stands there, without what only a name tells. */
  readonly meant: Json;
  /** Of several leaves with one meaning, the lowest holds. */
  readonly rank: number;
}

export interface MeaningUse {
  /** Where the values of the JupyterHub chart lie. */
  readonly part: readonly string[];
  readonly chart: Chart;
  /** The classes whose settings hold for the sign-in. */
  readonly line: readonly string[];
  /** Paths of the chart below which nothing does anything here. */
  readonly idle: readonly string[];
}

/** Where nothing does anything: Traefik runs for certificates of Let's Encrypt alone, and only where there are hosts (chart 4.4.0, templates). */
export function idlePaths(values: JsonMap, part: readonly string[]): readonly string[] {
  const said = (...path: readonly string[]) => at(values, [...part, ...path]);
  const hosts = said("proxy", "https", "hosts");
  const encrypts =
    said("proxy", "https", "enabled") === true &&
    said("proxy", "https", "type") === "letsencrypt" &&
    (hosts ?? null) !== null &&
    JSON.stringify(hosts) !== "[]";
  return encrypts ? [] : ["proxy.traefik.nodeSelector"];
}

/** The classes of the sign-in that values choose, those that go before others first. */
export function signInLine(values: JsonMap, part: readonly string[]): readonly string[] {
  return lineOf(sectionNamed(at(values, [...part, "hub", "config", "JupyterHub", "authenticator_class"])));
}

/** A class by its path in a package is one with its short name (oauthenticator 17.4, pyproject.toml, entry points). */
function sectionNamed(chosen: Json | undefined): string {
  const last = typeof chosen === "string" ? chosen.split(".").at(-1) : undefined;
  return sectionOf(chosen) ?? (last !== undefined && /^[A-Z]/.test(last) ? last : "Authenticator");
}

/** The leaves of a tree by their meaning. */
export function leavesByMeaning(
  tree: JsonMap,
  leaves: readonly Leaf[],
  use: MeaningUse,
): ReadonlyMap<string, MeantLeaf> {
  const found = new Map<string, MeantLeaf>();
  for (const leaf of leaves) {
    const meant = meaningOf(leaf, tree, use);
    if (meant === undefined) continue;
    const there = found.get(meant.meaning);
    if (there === undefined || meant.rank < there.rank) found.set(meant.meaning, meant);
  }
  return found;
}

/** Undefined for what only serves something else: the volume of files that are secrets. */
export function meaningOf(leaf: Leaf, tree: JsonMap, use: MeaningUse): MeantLeaf | undefined {
  const { part } = use;
  const isInPart = part.every((key, i) => leaf.path[i] === key);
  if (!isInPart) return { ...leaf, meaning: keyOf(leaf.path), meant: leaf.value, rank: 0 };
  const inner = inList(leaf.path.slice(part.length), leaf.value);
  const { path, rank } = placeOfTrait(placeOfRole(inner.map(String), tree, part), use);
  const named = byPlace({ ...leaf, path: choicesByOrder(path, tree, part) }, inner, { tree, part });
  if (named === undefined) return undefined;
  const inSet = asSet(named.path, leaf.value);
  const isItem = inSet !== named.path;
  const meant = isItem
    ? ""
    : isClass(inner)
      ? sectionNamed(leaf.value)
      : isLaterDefault(inner, tree, part) || isLaterChoice(inner, tree, part)
        ? false
        : named.meant;
  return { ...leaf, meaning: keyOf([...part, ...inSet]), meant, rank };
}

/** A command of one word may stand without a list (jupyterhub 5.5, `Spawner.cmd`). */
function inList(path: LeafPath, value: Json): LeafPath {
  return path.join(".") === "singleuser.cmd" && !isMap(value) && !isList(value) ? [...path, 0] : path;
}

/** CILogon takes the first provider that says it is the default; helm hands them on in order of their ids (oauthenticator 17.4, cilogon.py). */
function isLaterDefault(path: LeafPath, tree: JsonMap, part: readonly string[]): boolean {
  const [, , , trait, id, word, ...rest] = path.map(String);
  if (!/^(?:allowed_)?idps$/.test(trait ?? "") || id === undefined || word !== "default" || rest.length > 0)
    return false;
  const all = at(tree, [...part, ...path.slice(0, 4)]);
  return usualProvider(isMap(all ?? null) ? (all as JsonMap) : {}) !== id; // a map, as just asked
}

/** KubeSpawner takes the first default of a list or of choices, which alone is left where they are filled in. */
function isLaterChoice(path: LeafPath, tree: JsonMap, part: readonly string[]): boolean {
  if (path[0] !== "singleuser" || path[1] !== "profileList" || path.at(-1) !== "default") return false;
  return at(tree, [...part, ...path]) === undefined;
}

/** The id of the provider that people find chosen, where one of them says so. */
export function usualProvider(providers: JsonMap): string | undefined {
  const isDefault = (about: Json | undefined) => about !== undefined && isMap(about) && about["default"] === true;
  return Object.keys(providers)
    .toSorted()
    .find((id) => isDefault(providers[id]));
}

/** A role is what its name says, whatever key of the chart it has. */
function placeOfRole(path: readonly string[], tree: JsonMap, part: readonly string[]): readonly string[] {
  const [hub, roles, key = "", ...rest] = path;
  if (hub !== "hub" || roles !== "loadRoles" || rest.length === 0) return path;
  const name = at(tree, [...part, hub, roles, key, "name"]);
  return [hub, roles, typeof name === "string" ? name : key, ...rest];
}

export function isClass(path: LeafPath): boolean {
  return path.join(".") === "hub.config.JupyterHub.authenticator_class";
}

/** A trait of the sign-in may stand under each class of its line, by each of its names, or in a variable. */
function placeOfTrait(path: readonly string[], { line }: MeaningUse): { path: readonly string[]; rank: number } {
  const [hub, section, name = "", trait = "", ...rest] = path;
  if (hub === "hub" && section === "config" && line.includes(name) && trait !== "")
    return { path: ["hub", "sign-in", nameToday(line, trait), ...rest], rank: line.indexOf(name) };
  // What the chart makes a trait of holds where the trait is not configured itself.
  const twin = hub === "hub" && section === "config" && rest.length === 0 ? chartValueOfTrait(name, trait) : undefined;
  if (twin !== undefined) return { path: twin.split("."), rank: -1 };
  const variable = hub === "hub" && section === "extraEnv" ? traitOfVariable(line, name) : undefined;
  return variable === undefined
    ? { path, rank: 0 }
    : { path: ["hub", "sign-in", variable, ...path.slice(3)], rank: line.length };
}

interface Whole {
  readonly tree: JsonMap;
  readonly part: readonly string[];
}

/** Choices of a profile are what they are by their order, which helm makes that of their keys. */
function choicesByOrder(path: readonly string[], tree: JsonMap, part: readonly string[]): readonly string[] {
  const [, list, entry = "", options, option = "", choices, key = "", ...rest] = path;
  if (list !== "profileList" || options !== "profile_options" || choices !== "choices") return path;
  const all = at(tree, [...part, "singleuser", "profileList", entry, options, option, choices]);
  const keys = all !== undefined && isMap(all) ? Object.keys(all).toSorted() : [];
  return [...path.slice(0, 6), String(keys.indexOf(key)), ...rest];
}

interface Placed {
  readonly path: readonly string[];
  readonly meant: Json;
}

/** The volume of files that are secrets: they are files as any other (targets/helm/hub-files.ts). */
const ofFiles = /^hubc-files(?:-|$)/;

/** Mounts and files are what they are by their place, and volumes by what they hold, whatever they are called. */
function byPlace(leaf: Leaf, inner: LeafPath, { tree, part }: Whole): Placed | undefined {
  const path = leaf.path.map(String);
  const list = path.findIndex(
    (key, i) => i < path.length - 2 && /^(?:extraVolumeMounts|volume_mounts|extraVolumes|extraFiles)$/.test(key),
  );
  if (list < 0 || path.includes("custom")) return { path, meant: leaf.value };
  const [before, rest] = [path.slice(0, list + 1), path.slice(list + 2)];
  const entry = at(tree, [...part, ...inner.slice(0, list + 2)]);
  const volumes = at(tree, [...part, ...inner.slice(0, list), "extraVolumes"]);
  const held = (name: Json) => JSON.stringify(contentOf(name, volumes) ?? name);
  if (!isMap(entry)) return { path, meant: leaf.value };
  if (ofFiles.test(String(entry["name"]))) return secretFile(entry, { path, list, rest, value: leaf.value });
  const isName = rest.length === 1 && rest[0] === "name";
  if (path[list] === "extraVolumes")
    return { path: [...before, held(entry["name"] ?? null), ...rest], meant: isName ? "" : leaf.value };
  const place = placeOf(entry, at(tree, [...part, ...inner.slice(0, list + 1)])) ?? String(path[list + 1]);
  return { path: [...before, place, ...rest], meant: isName ? held(leaf.value) : leaf.value };
}

/** Where an entry is mounted; nothing where another is mounted there too, so that no server starts. */
function placeOf(entry: JsonMap, all: Json | undefined): string | undefined {
  const place = entry["mountPath"];
  const others = all === undefined ? [] : isList(all) ? all : isMap(all) ? Object.values(all) : [];
  const isOne = others.filter((json) => isMap(json) && json["mountPath"] === place).length === 1;
  return isOne && typeof place === "string" ? place : undefined;
}

interface PartOfEntry {
  readonly path: readonly string[];
  /** Where the key of the list is in the path. */
  readonly list: number;
  /** Of the entry. */
  readonly rest: readonly string[];
  readonly value: Json;
}

function secretFile(entry: JsonMap, { path, list, rest, value }: PartOfEntry): Placed | undefined {
  if (path[list] !== "extraVolumeMounts" || rest[0] !== "mountPath") return undefined;
  return { path: ["singleuser", "extraFiles", String(entry["mountPath"]), "mountPath"], meant: value };
}

/** A volume without its name. */
function contentOf(name: Json, volumes: Json | undefined): Json | undefined {
  const all = volumes === undefined ? [] : isList(volumes) ? volumes : isMap(volumes) ? Object.values(volumes) : [];
  const found = all.find((json) => isMap(json) && json["name"] === name);
  if (found === undefined || !isMap(found)) return undefined;
  return Object.fromEntries(Object.entries(found).filter(([key]) => key !== "name"));
}

/** Lists in which order means nothing. */
const sets =
  /^(?:scopes?|groups|services|admin_users|allowed_(?:users|groups|teams|organizations|domains)|allowed_hosted_domains|hosted_domain)$/;

function asSet(path: readonly string[], value: Json): readonly string[] {
  const above = path.at(-2);
  if (above === undefined || !sets.test(above) || !/^\d+$/.test(path.at(-1) ?? "")) return path;
  const isOfPeople = /^(?:admin|allowed|blocked)_users$/.test(above);
  // JupyterHub reads names of people in small letters (jupyterhub 5.5, auth.py, `normalize_username`).
  return [...path.slice(0, -1), `{${isOfPeople ? String(value).toLowerCase() : String(value)}}`];
}

/** Does nothing come of a leaf, whatever it says? */
export function isIdle({ path }: Leaf, { part, idle }: MeaningUse): boolean {
  const place = path.slice(part.length).join(".");
  return part.every((key, i) => path[i] === key) && idle.some((one) => place === one || place.startsWith(`${one}.`));
}

/** What holds at the place of a leaf where nothing is said: a trait's default, or what the chart or Kubernetes fills in. */
export function standingAt({ path, value }: Leaf, { part, chart }: MeaningUse): Json | undefined {
  if (value === null) return null;
  const [hub, section = "", name = "", trait = "", ...rest] = path.slice(part.length).map(String);
  // A role and a service are called by their key where they have no name (chart 4.4.0, jupyterhub_config.py); roles are compared by it.
  if (hub === "hub" && section === "loadRoles" && trait === "name") return value;
  if (hub === "hub" && section === "services" && trait === "name") return name;
  // KubeSpawner's own defaults (7.0, `profile_list`).
  if (path.includes("profileList") && path.at(-1) === "default") return false;
  // An identity provider is the default only where it says so (oauthenticator 17.4, cilogon.py).
  if (/idps$/.test(String(path.at(-3))) && path.at(-1) === "default") return false;
  // Files of a Secret are for all to read unless it says otherwise (Kubernetes 1.34, `SecretVolumeSource.defaultMode`).
  if (path.includes("extraFiles") && path.at(-1) === "mode") return 0o644;
  // A mount is writable unless it says otherwise (Kubernetes 1.34, `VolumeMount.readOnly`).
  if (path.at(-1) === "readOnly") return false;
  if (hub !== "hub" || section !== "config" || rest.length > 0) return undefined;
  const known = traitsOf(chart, name)?.[trait];
  // A trait that holds several, and has no default of its own, holds none.
  if (known !== undefined && known.default === "traitlets.Undefined" && /^(?:Set|List)\b/.test(known.type)) return [];
  return known?.default as Json | undefined; // as JSON holds it
}

function at(tree: Json, path: LeafPath): Json | undefined {
  return path.reduce<Json | undefined>((node, key) => {
    if (node === undefined) return undefined;
    return isList(node)
      ? node[Number(key)]
      : isMap(node) && Object.hasOwn(node, String(key))
        ? node[String(key)]
        : undefined;
  }, tree);
}

/** A path in one text, by which it is found again; keys hold dots and slashes. */
export function keyOf(path: LeafPath): string {
  return JSON.stringify(path.map(String));
}
