// What stops, starts and is pulled when a change is deployed, from the values and objects of each stage.

import { chartObjectChanges } from "../knowledge/chart-objects.ts";
import { type ChartPart, isSameValue, restartedParts } from "../knowledge/chart-restarts.ts";
import { isList, isMap, type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { type HubAndStage, hubAndStageOf, releaseFolder } from "../model/release-folder.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { hubsPart, isValues, objectsIn, objectWords } from "./cluster-objects.ts";
import type { FactValue } from "./facts.ts";
import { areHomesLost } from "./home-place.ts";
import { immutableChanges } from "./immutable-fields.ts";
import type { DeployedRelease, PlanChange, PlanWeight, Snapshot } from "./plan.ts";

/** The releases that a deployment changes, and what happens in each. */
export function runningChanges(
  before: Snapshot,
  after: Snapshot,
  readYaml: ReadYaml,
): { readonly changes: readonly PlanChange[]; readonly releases: readonly DeployedRelease[] } {
  const sides = [folders(before.texts), folders(after.texts)] as const;
  const charts = [chartsOf(before), chartsOf(after)] as const;
  const names = [...new Set([...sides[1].keys(), ...sides[0].keys()])].sort();
  const found = names.flatMap((folder) => {
    const [was, is] = [sides[0].get(folder), sides[1].get(folder)];
    const place = hubAndStageOf(folder);
    if (place === undefined) return [];
    const otherChart = was !== undefined && is !== undefined && charts[0].get(folder) !== charts[1].get(folder);
    if (sameTexts(was, is) && !otherChart) return [];
    return releaseChanges(place, {
      was: was && deployedOf(was, readYaml),
      is: is && deployedOf(is, readYaml),
      otherChart,
      nodes: nodeWords(after, place),
    });
  });
  return { changes: found.flatMap(({ changes }) => changes), releases: found.flatMap(({ release }) => release ?? []) };
}

function nodeWords({ pools }: Snapshot, { hub, stage }: HubAndStage): readonly string[] {
  const own = pools?.find((facts) => facts.hub === hub && facts.stage === stage)?.pools ?? [];
  const nodes = own.reduce((sum, one) => sum + one.nodes, 0);
  return nodes === 0 ? [] : [`In ${stage}: ${nodes} ${nodes === 1 ? "node" : "nodes"} at peak.`];
}

/** The version of the chart of each release, by its folder. */
function chartsOf({ facts }: Snapshot): ReadonlyMap<string, FactValue | undefined> {
  return new Map(
    facts.subjects.flatMap(({ kind, name, stage, facts }) =>
      kind === "hub" && stage !== undefined ? [[releaseFolder({ hub: name, stage }), facts["chart"]] as const] : [],
    ),
  );
}

type Texts = ReadonlyMap<string, string>;

/** Files by the folder of their release, `hubs/<hub>/<stage>`. */
function folders(texts: Texts): ReadonlyMap<string, Texts> {
  const found = new Map<string, Map<string, string>>();
  for (const [path, text] of texts) {
    const folder = path.split("/").slice(0, 3).join("/");
    const files = found.get(folder) ?? new Map<string, string>();
    found.set(folder, files.set(path, text));
  }
  return found;
}

function sameTexts(was: Texts | undefined, is: Texts | undefined): boolean {
  return was?.size === is?.size && [...(is ?? [])].every(([path, text]) => was?.get(path) === text);
}

interface Sides {
  readonly was: Deployed | undefined;
  readonly is: Deployed | undefined;
  /** The chart is of another version, which the hub's checksum covers too. */
  readonly otherChart: boolean;
  /** How many nodes people's servers are on, as a sentence; none where nobody is counted. */
  readonly nodes: readonly string[];
}

interface ReleaseChanges {
  readonly changes: readonly PlanChange[];
  readonly release: DeployedRelease | undefined;
}

function releaseChanges(place: HubAndStage, { was, is, otherChart, nodes }: Sides): readonly ReleaseChanges[] {
  const say = (code: string, text: string, details: readonly string[] = []): PlanChange => ({
    section: "running",
    weight: "note",
    code,
    hubs: [place.hub],
    stages: [place.stage],
    text,
    details,
  });
  if (was === undefined || is === undefined) {
    const how = is === undefined ? "gone" : "new";
    return [{ changes: [], release: { ...place, how, restarts: false } }];
  }
  const restarts = otherChart || !isSameValue(was.values, is.values);
  const jobs = objectChanges(was, is);
  const volumes = volumeChanges(place, was, is);
  if (!restarts && jobs.length === 0 && isSameValue([...was.objects], [...is.objects])) return [];
  const changes = [
    ...volumes,
    ...(restarts ? [say("hub-restarts", hubRestarts)] : []),
    ...restartedParts(hubsPart(was.values).values, hubsPart(is.values).values).map((part) =>
      say(`${part}-restarts`, partWords[part]),
    ),
    ...chartObjectChanges(hubsPart(was.values).values, hubsPart(is.values).values).map((text) => say("objects", text)),
    ...pulled(was, is).map((text) => say("image-pulled", text, nodes)),
    ...jobs.map((text) => say("objects", text)),
  ];
  return [{ changes, release: { ...place, how: "changed", restarts } }];
}

/** Chart 4.4.0, templates/hub/secret.yaml holds all values, and templates/hub/deployment.yaml its checksum. */
const hubRestarts =
  "The hub starts anew, since its values differ: for some seconds nobody can sign in or start a server. Servers that run go on.";

const partWords: Readonly<Record<ChartPart, string>> = {
  proxy: "The proxy starts anew: for some seconds nobody reaches a server, and notebooks that are open connect again.",
  autohttps:
    "What ends HTTPS, traefik, starts anew: for some seconds nobody reaches the hub, and notebooks that are open connect again.",
  "user-scheduler":
    "The scheduler of people's servers starts anew: for some seconds servers that are asked for wait for their node.",
  "image-puller": "The pods that bring images to the nodes start anew; nobody waits for them.",
};

function pulled(was: Deployed, is: Deployed): readonly string[] {
  const before = new Set(imagesIn(was.values));
  return imagesIn(is.values)
    .filter((image) => !before.has(image))
    .map((image) => `${image} is pulled by every node that people's servers are on.`);
}

/** Every image that values name: `image: {name, tag}`, and `image: text`. The hub's own is pulled by one node, and told by its restart. */
function imagesIn(values: JsonMap): readonly string[] {
  const found = new Set<string>();
  const look = (value: Json, key: string) => {
    if (isList(value)) for (const item of value) look(item, key);
    if (key === "image" && typeof value === "string") found.add(value);
    if (!isMap(value)) return;
    const { name, tag } = value;
    if (typeof name === "string" && typeof tag === "string") found.add(`${name}:${tag}`);
    for (const [inner, below] of Object.entries(value)) look(below, inner);
  };
  for (const [key, value] of Object.entries(hubsPart(values).values))
    if (key === "singleuser" || key === "prePuller") look(value, key);
  return [...found];
}

/** What deployments leave alone, or what is reported elsewhere. */
function objectChanges(was: Deployed, is: Deployed): readonly string[] {
  const [before, after] = [was, is].map(({ objects }) => byName(objects.filter((object) => !isVolume(object))));
  if (before === undefined || after === undefined) return [];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return names.flatMap((name) => {
    const [had, has] = [before.get(name), after.get(name)];
    if (isSameValue(had, has)) return [];
    return [`${name} ${had === undefined ? "is new" : has === undefined ? goneWords(had) : changedWords(had, has)}.`];
  });
}

function byName(objects: readonly JsonMap[]): ReadonlyMap<string, JsonMap> {
  return new Map(
    objects.map((object) => [`${String(object["kind"])} ${String(valueAt(object, "metadata.name"))}`, object]),
  );
}

/** What `remove-unused.sh` removes after a deployment, where hubc made it. */
const removedKinds = new Set([
  "CronJob",
  "Deployment",
  "ConfigMap",
  "NetworkPolicy",
  "RoleBinding",
  "Role",
  "ServiceAccount",
]);

function goneWords(object: JsonMap): string {
  const isOurs = isMadeByHubc(object);
  return removedKinds.has(String(object["kind"])) && isOurs
    ? "is gone, and a deployment removes it"
    : "is not written any more, and stays in the cluster";
}

function isMadeByHubc({ metadata }: JsonMap): boolean {
  const labels = isMap(metadata) ? metadata["labels"] : undefined;
  return isMap(labels) && labels["app.kubernetes.io/managed-by"] === "hubc";
}

function changedWords(had: JsonMap, has: JsonMap): string {
  const [before, after] = [valueAt(had, "spec.schedule"), valueAt(has, "spec.schedule")];
  return before === after || before === undefined || after === undefined
    ? "changes"
    : `runs at \`${String(after)}\` instead of \`${String(before)}\``;
}

// What happens to volumes that nobody is refused: those that grow, those that nothing mounts any more, and homes that keep what they have.

const kinds = new Set(["PersistentVolume", "PersistentVolumeClaim", "StorageClass"]);

/** Objects by which work is kept. */
function isVolume({ kind }: JsonMap): boolean {
  return kinds.has(String(kind));
}

/** Sentences about the volumes of a release, and about homes of which each person has a volume. */
function volumeChanges(place: HubAndStage, was: Deployed, is: Deployed): readonly PlanChange[] {
  const say = (code: string, text: string, weight: PlanWeight = "note"): PlanChange => ({
    section: "work",
    weight,
    code,
    hubs: [place.hub],
    stages: [place.stage],
    text,
    details: [],
  });
  return [...ofObjects(was, is, say), ...ofHomes(was, is, say)];
}

type Say = (code: string, text: string, weight?: PlanWeight) => PlanChange;

function ofObjects(was: Deployed, is: Deployed, say: Say): readonly PlanChange[] {
  const after = new Map(is.objects.filter(isVolume).map((object) => [objectWords(object), object]));
  return was.objects.filter(isVolume).flatMap((before) => {
    const words = objectWords(before);
    const object = after.get(words);
    if (object === undefined) {
      const text = `${words} is not written any more. Nothing deletes it, and what is in it stays.`;
      return before["kind"] === "StorageClass" ? [] : [say("volume-left", text, "warning")];
    }
    const grows = immutableChanges(before, object).length > 0 ? [] : grown(words, before, object, say);
    return [...grows, ...reclaimed(words, before, object, say)];
  });
}

function grown(words: string, before: JsonMap, after: JsonMap, say: Say): readonly PlanChange[] {
  const [had, has] = [before, after].map((object) => valueAt(object, "spec.resources.requests.storage"));
  if (before["kind"] !== "PersistentVolumeClaim" || had === has) return [];
  return [say("claim-grows", `${words} grows in place from ${String(had)} to ${String(has)}; nothing moves.`)];
}

function reclaimed(words: string, before: JsonMap, after: JsonMap, say: Say): readonly PlanChange[] {
  const policy = "spec.persistentVolumeReclaimPolicy";
  if (valueAt(before, policy) === valueAt(after, policy) || valueAt(after, policy) !== "Delete") return [];
  return [say("volume-deleted", `${words} is deleted with its claim from now on, with all that is in it.`, "warning")];
}

/** What of homes changes where they are, or that they are kept at all. Homes that are elsewhere, or are kept no more, are refused. */
function ofHomes(was: Deployed, is: Deployed, say: Say): readonly PlanChange[] {
  const wasLost = areHomesLost(was.values);
  const isLost = areHomesLost(is.values);
  const [had, has] = [homeSetting(was, "homeMountPath"), homeSetting(is, "homeMountPath")];
  const paths = `Homes appear at ${has ?? "the chart's path"} instead of ${had ?? "the chart's path"}`;
  const ofPath =
    wasLost || isLost
      ? `${paths}.`
      : `${paths}: what is in them stays, and paths that people wrote into notebooks lead elsewhere.`;
  return [
    ...(had === has ? [] : [say("home-path", ofPath, "warning")]),
    ...(wasLost && !isLost ? [say("homes-kept", "What people save in their homes is kept from now on.")] : []),
    ...keptSettings(was, is, say),
  ];
}

function homeSetting({ values }: Deployed, field: string): string | undefined {
  const value = valueAt(hubsPart(values).values, `singleuser.storage.${field}`);
  return value === undefined ? undefined : String(value);
}

/** KubeSpawner makes a claim for a person once, and never changes it (kubespawner 7.0, spawner.py, _make_create_pvc_request). Only where homes had volumes of their own, and have them, does any claim go on. */
function keptSettings(was: Deployed, is: Deployed, say: Say): readonly PlanChange[] {
  if ([was, is].some((side) => (homeSetting(side, "type") ?? "dynamic") !== "dynamic")) return [];
  const names = { capacity: "size", "dynamic.storageClass": "storage class" } as const;
  return Object.entries(names).flatMap(([field, name]) => {
    const [old, now] = [homeSetting(was, field), homeSetting(is, field)];
    if (old === now) return [];
    const text = `Homes that exist keep the ${name} ${old ?? "of the cluster"}; only those of new people get ${now ?? "the cluster's"}.`;
    return [say("homes-keep", text, "warning")];
  });
}

/** What is deployed of one stage of a hub, read back from the files of a build. */
interface Deployed {
  readonly values: JsonMap;
  readonly objects: readonly JsonMap[];
}

/** `texts`: the files of the release, by path. */
function deployedOf(texts: ReadonlyMap<string, string>, readYaml: ReadYaml): Deployed {
  const read = [...texts].map(([path, text]) => ({ path, objects: objectsIn(text, readYaml) }));
  const values = read.find(({ path }) => isValues(path))?.objects[0] ?? {};
  return { values, objects: read.flatMap(({ path, objects }) => (isValues(path) ? [] : objects)) };
}
