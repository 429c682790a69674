// What stops, starts and is pulled when a change is deployed, from the values and objects of each stage.

import { chartObjectChanges } from "../knowledge/chart-objects.ts";
import { type ChartPart, isSameValue, restartedParts } from "../knowledge/chart-restarts.ts";
import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { type HubAndStage, hubAndStageOf, releaseFolder } from "../model/release-folder.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { hubsPart } from "./cluster-objects.ts";
import { type Deployed, deployedOf } from "./deployed.ts";
import type { FactValue } from "./facts.ts";
import type { DeployedRelease, PlanChange, Snapshot } from "./plan.ts";
import { isVolume, volumeChanges } from "./volume-changes.ts";

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

/** ` (5 at peak)`; empty where nobody is counted. */
function nodeWords({ pools }: Snapshot, { hub, stage }: HubAndStage): string {
  const own = pools?.find((one) => one.hub === hub && one.stage === stage)?.pools ?? [];
  const nodes = own.reduce((sum, one) => sum + one.nodes, 0);
  return nodes === 0 ? "" : ` (${nodes} at peak)`;
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
  /** How many nodes people's servers are on, as the end of a sentence. */
  readonly nodes: string;
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
    ...pulled(was, is, nodes).map((text) => say("image-pulled", text)),
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

function pulled(was: Deployed, is: Deployed, nodes: string): readonly string[] {
  const before = new Set(imagesIn(was.values));
  return imagesIn(is.values)
    .filter((image) => !before.has(image))
    .map((image) => `${image} is pulled by every node that people's servers are on${nodes}.`);
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
