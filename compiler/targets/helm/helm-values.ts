// A release's values for the JupyterHub chart: the parts, put together in the order in which an operator reads them.

import { authenticators } from "../../knowledge/authenticators.ts";
import { secretsDirectory } from "../../knowledge/chart.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Monitoring, Peer } from "../../model/peers.ts";
import type { Release } from "../../model/release.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { kubernetesBytes } from "../../output/quantities.ts";
import { htmlText } from "../../output/xml.ts";
import {
  mapping,
  memberOf,
  mergeMappings,
  withComment,
  withOrigin,
  type YamlData,
  type YamlMapping,
} from "../../output/yaml-tree.ts";
import { unlimited } from "../../schema/values/quantities.ts";
import { collaboratingAccounts } from "./collaboration.ts";
import { plainFiles, secretFileMounts, secretFileVolumes } from "./hub-files.ts";
import { hubConfiguration, hubFiles } from "./hub-package.ts";
import { templateFiles, templatePaths, templatePods } from "./hub-templates.ts";
import { imagePulling } from "./image-pulling.ts";
import { ingress } from "./ingress.ts";
import { withoutLeftOut } from "./left-out-values.ts";
import { ingressRule, proxy } from "./network.ts";
import { podResources } from "./own-pods.ts";
import { freeTree, layOwnValues, valuesOf } from "./own-values.ts";
import { type People, people } from "./people.ts";
import { coreSelector, scheduling } from "./pools.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { serverRules } from "./server-rules.ts";
import { mountKeys, servers, spawnerOverrides } from "./servers.ts";
import { serviceRoles, services } from "./services.ts";
import { signIn } from "./sign-in.ts";
import { ownVolumeMounts, ownVolumes } from "./volumes.ts";

/** `hubs/<hub>/<stage>/values.yaml`. */
export function helmValues(context: ReleaseContext, hubImage: HubParts["hubImage"]): OutputFile {
  const { release } = context;
  const title = release.doc === undefined ? [] : [release.doc];
  const header = [
    `Values of the release ${release.name} for the JupyterHub chart ${context.model.project.chart.value}, written by hubc.`,
    ...title,
  ];
  return {
    path: `${release.folder}/values.yaml`,
    ...printYaml([deployedValues(context, hubImage)], { header, origin: release.span }),
  };
}

/** The values that helm is given. */
export function deployedValues(context: ReleaseContext, hubImage: HubParts["hubImage"]): YamlMapping {
  return inUmbrella(releaseValues(context, hubImage), context.release);
}

/** As the chart takes them that is deployed: under the part's name where that is one of the project's own. */
function inUmbrella(values: YamlMapping, release: Release): YamlMapping {
  const { umbrella } = release;
  if (umbrella === undefined) return values;
  const siblings = freeTree(umbrella.values, umbrella.span, release);
  const inner = umbrella.key.value.split(".").reduceRight((part, key) => mapping([[key, part]]), values);
  return mergeMappings(inner, siblings);
}

/** All of a release's values. */
export function releaseValues(context: ReleaseContext, hubImage: HubParts["hubImage"]): YamlMapping {
  const parts = Object.entries(vocabularyParts(context, () => hubImage));
  const emitted = valuesOf(Object.fromEntries(parts.map(([key, part]) => [key, part()])));
  return inReadingOrder(
    context.release.ownValues.length === 0 ? emitted : layOwnValues(emitted, context.release).values,
  );
}

/** What the vocabulary comes to, without the release's own values: by the key at the top, each worked out without the others. */
export function vocabularyParts(
  context: ReleaseContext,
  hubImage: () => HubParts["hubImage"],
): Readonly<Record<string, () => YamlData>> {
  const { release } = context;
  let known: People | undefined;
  const who = () => {
    known ??= people(context, collaboratingAccounts(release));
    return known;
  };
  return withoutLeftOut(release, {
    custom: () =>
      isLeftOut(release, "exact-people")
        ? undefined
        : { hubc: { ...who().data, servers: serverRules(context), mountKeys: mountKeys(context) } },
    hub: () => hub(context, { who: who(), hubImage: hubImage() }),
    proxy: () => proxy(context),
    ingress: () => ingress(release),
    singleuser: () => servers(context),
    scheduling: () => scheduling(context),
    prePuller: () => imagePulling(context),
    cull: () => cull(release),
    debug: () => release.debug && { enabled: from(release.debug) },
  });
}

interface HubParts {
  readonly who: People;
  readonly hubImage: { readonly name: string; readonly tag: string } | undefined;
}

function hub(context: ReleaseContext, { who, hubImage }: HubParts): YamlData {
  const { release } = context;
  const { config, environment } = signIn(release);
  const overrides = spawnerOverrides(context);
  const templates = templatePods(release);
  const roles = { ...who.roles, ...serviceRoles(release) };
  return {
    image: imageOfHub(release, hubImage),
    nodeSelector: coreSelector(release),
    resources: podResources(release, "jupyterhub"),
    ...fixedKeys(release),
    concurrentSpawnLimit: release.concurrentStarts && from(release.concurrentStarts),
    ...namedServers(release),
    templateVars: templateVars(release),
    templatePaths: templatePaths(release),
    db: databaseVolume(release),
    networkPolicy: hubNetwork(release),
    config: { ...config, ...(overrides ? { KubeSpawner: overrides } : {}) },
    extraEnv: Object.keys(environment).length > 0 ? environment : undefined,
    services: services(release),
    loadRoles: Object.keys(roles).length > 0 ? roles : undefined,
    initContainers: templates.initContainers.length > 0 ? templates.initContainers : undefined,
    extraContainers: templates.extraContainers.length > 0 ? templates.extraContainers : undefined,
    ...hubVolumes(release, [...who.secretKeys, ...who.secretFiles]),
    extraConfig: isLeftOut(release, "exact-people") ? undefined : hubConfiguration(release.chart),
    extraFiles: filesOfHub(release),
  };
}

/** The image that the program names, else one that hubc writes, else the chart's. */
function imageOfHub({ hubImage: said, auth }: Release, written: HubParts["hubImage"]): YamlData {
  if (said?.value.kind === "elsewhere") {
    const { reference } = said.value;
    const at = reference.includes("@") ? reference.indexOf("@sha256:") + "@sha256".length : reference.lastIndexOf(":");
    return withOrigin({ name: reference.slice(0, at), tag: reference.slice(at + 1) }, said.span);
  }
  if (said !== undefined) return written && withOrigin({ name: written.name, tag: written.tag }, said.span);
  if (written === undefined) return undefined;
  return withComment({ name: written.name, tag: written.tag }, `Holds ${authenticators[auth.variant]?.needs?.note}.`);
}

/** JupyterHub puts the announcement into the page as HTML (jupyterhub 5.5, page.html); what else there is, templates of one's own read. */
function templateVars(release: Release): YamlData {
  const { announcement, templates } = release;
  const said = announcement && { announcement: from(announcement, htmlText(announcement.value)) };
  if (templates === undefined || templates.vars.length === 0) return said;
  return {
    ...said,
    ...Object.fromEntries(
      freeTree(templates.vars, templates.span, release).entries.map(({ key, value }) => [key, value]),
    ),
  };
}

function databaseVolume({ database }: Release): YamlData {
  if (database === undefined) return undefined;
  const { class: className, size } = database;
  return {
    pvc: { storageClassName: className && from(className), storage: size && from(size, kubernetesBytes(size.value)) },
  };
}

/** The hub's own files, and hubc's Python unless it is left out. */
function filesOfHub(release: Release): YamlData {
  const own = { ...templateFiles(release), ...plainFiles(release, "hub") };
  if (!isLeftOut(release, "exact-people")) return hubFiles(release.chart, own);
  return Object.keys(own).length > 0 ? own : undefined;
}

/** Who may reach the hub's own pod beside people, and who collects its numbers. */
function hubNetwork({ admitted, monitoring }: Release): YamlData {
  const { peers, labelled } = admitted;
  const rules = [
    ...(monitoring
      ? [withComment(ingressRule(metricsPeer(monitoring)), "Prometheus collects the hub's numbers.")]
      : []),
    ...peers.map(ingressRule),
  ];
  if (rules.length === 0 && labelled === undefined) return undefined;
  return {
    ingress: rules.length > 0 ? rules : undefined,
    interNamespaceAccessLabels: labelled && from(labelled, labelled.value ? "accept" : "ignore"),
  };
}

/** The hub's own port has the name `http` (chart 4.4.0, templates/hub/deployment.yaml). */
function metricsPeer({ by, authenticate: { how, earlier, span } }: Monitoring): Peer {
  return { ...by, ports: [{ value: { port: "http", protocol: "TCP" }, span, by: by.name, how, earlier }] };
}

/** The hub reads its own keys from the release's Secret instead of the chart's (jupyterhub chart 4.4.0, z2jh.py, get_secret_value). */
function fixedKeys(release: Release): Record<string, YamlData> {
  const { fixedKeys } = release.secrets;
  return fixedKeys.value ? { existingSecret: from(fixedKeys, release.secretName) } : {};
}

function namedServers(release: Release): Record<string, YamlData> {
  const limit = release.namedServers;
  if (limit === undefined || limit.value === 0) return {};
  const most = limit.value === unlimited ? undefined : from(limit);
  return { allowNamedServers: from(limit, true), namedServerLimitPerUser: most };
}

/** Lists of people, and secret files, are files in the hub's pod: only the keys that are needed, and none of the other secrets. */
function hubVolumes(release: Release, keys: readonly string[]): Record<string, YamlData> {
  const files = secretFileVolumes(release, "hub").map(([, data]) => data);
  const templates = templatePods(release);
  const volumes = [...files, ...templates.volumes, ...Object.values(ownVolumes(release, "hub"))];
  const mounts = [
    ...Object.values(secretFileMounts(release, "hub")),
    ...templates.mounts,
    ...Object.values(ownVolumeMounts(release, "hub")),
  ];
  if (keys.length === 0) return volumes.length === 0 ? {} : { extraVolumes: volumes, extraVolumeMounts: mounts };
  const items = keys.map((key) => ({ key, path: key }));
  const secret = { secretName: release.secretName, optional: true, items };
  const note = "Optional, so that the hub itself can say which list is missing.";
  const people = { name: "hubc-people", mountPath: secretsDirectory, readOnly: true };
  return {
    extraVolumes: withComment([{ name: "hubc-people", secret }, ...volumes], note),
    extraVolumeMounts: [people, ...mounts],
  };
}

function cull(release: Release): YamlData {
  const { cull } = release;
  if (cull === undefined) return undefined;
  if (!cull.enabled.value) return withOrigin({ enabled: from(cull.enabled) }, cull.enabled.span);
  const idle = cull.idle?.value ?? 3600;
  return {
    enabled: true,
    timeout: cull.idle ? from(cull.idle) : idle,
    every: cull.every ? from(cull.every) : Math.min(600, idle),
    maxAge: cull.maxAge ? from(cull.maxAge) : undefined,
    removeNamedServers: cull.removeNamed?.value === true ? from(cull.removeNamed) : undefined,
  };
}

// The order of the values in their file: settings first, then what programs of the hub and of its servers are made of.

/** The parts that hold code, after all others; the hub's, which has the most of it, at the very end. */
const partsWithCode = ["singleuser", "hub"];
/** In such a part: files, and pieces of Python before them. */
const code = ["extraConfig", "extraFiles"];

/** The same values. What an operator reads comes before code; pieces of Python stand in the order in which the hub runs them. */
function inReadingOrder(values: YamlMapping): YamlMapping {
  const ordered = partsWithCode.reduce(
    (all, part) => changed(all, part, (yamlMapping) => changed(last(yamlMapping, code), "extraConfig", byName)),
    values,
  );
  return last(ordered, partsWithCode);
}

/** With these keys at the end, in this order. */
function last(node: YamlMapping, keys: readonly string[]): YamlMapping {
  const place = ({ key }: { readonly key: string }) => keys.indexOf(key);
  return { ...node, entries: [...node.entries].sort((a, b) => place(a) - place(b)) };
}

function byName(node: YamlMapping): YamlMapping {
  return { ...node, entries: [...node.entries].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function changed(node: YamlMapping, key: string, change: (value: YamlMapping) => YamlMapping): YamlMapping {
  const value = memberOf(node, key);
  if (value?.kind !== "mapping") return node;
  return {
    ...node,
    entries: node.entries.map((entry) => (entry.key === key ? { ...entry, value: change(value) } : entry)),
  };
}
