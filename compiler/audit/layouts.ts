// Where the values files of hubs lie in a repository, by the layouts that people use: hubploy, 2i2c's clusters, a chart that depends on
// `jupyterhub`, and files that are named one after the other.

import { isMap, type Json, type JsonMap, listOf } from "../knowledge/json-schema.ts";
import { jsonOf } from "../model/chart-leaf.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import type { SourceFile } from "../text/source-file.ts";
import { encryptedFile, isEncryptedFile } from "./encrypted-values.ts";
import { type ChartKeys, chartKeyOf, type ValuesFile } from "./hub-values.ts";
import { readValues } from "./read-values.ts";
import { notAMap } from "./yaml-diagnostics.ts";

/** The files of a folder. */
export interface FileTree {
  /** Relative, with `/`, sorted. */
  readonly paths: readonly string[];
  readonly read: (path: string) => SourceFile | undefined;
}

/** A hub in one stage, as a layout describes it. */
export interface FoundHub {
  readonly name: string;
  readonly place: HubPlace;
  /** In the order in which helm takes them; first the values of the chart that depends on `jupyterhub`. */
  readonly files: readonly ValuesFile[];
  /** The version of the JupyterHub chart, where a file says it. */
  readonly version: string | undefined;
  /** The charts around the JupyterHub chart, and what they read. */
  readonly charts?: readonly ChartKeys[];
  /** Files beside its values that say how it is deployed, which have to be YAML too. */
  readonly layoutFiles?: readonly SourceFile[];
  /** Paths of images, from the top of the values, whose names and tags are filled in before helm reads them. */
  readonly filledIn?: readonly (readonly string[])[];
  /** What deploys it adds values, such as the hosts and the `tls` of the ingress: what the files lack may come from there. */
  readonly mayHaveMore?: boolean;
  /** Nothing says how its file is deployed: it may lie over another one, and both be one hub. */
  readonly mayBeLayer?: boolean;
}

/** What a layout says of a hub beside its values. */
export interface HubPlace {
  readonly hub: string;
  readonly stage: string;
  /** How many of the files, from the first, are the values of a chart that several hubs share. */
  readonly shared: number;
  /** The folder of a chart that has the JupyterHub chart as a part. */
  readonly chart: string | undefined;
  /** What helm calls the release, and its namespace, where the layout says it. */
  readonly release: string | undefined;
  readonly domain: string | undefined;
  /** The cluster's name, and what the layout says of it. */
  readonly cluster: { readonly name: string; readonly about: JsonMap } | undefined;
}

/** The place of a hub that only its values tell of. */
export function unknownPlace(hub: string): HubPlace {
  return {
    hub,
    stage: "prod",
    shared: 0,
    chart: undefined,
    release: undefined,
    domain: undefined,
    cluster: undefined,
  };
}

/** A file that belongs to a hub, or to all of a folder, and is not read; with what follows. */
export interface LeftOut {
  readonly path: string;
  readonly why: string;
}

/** A folder that was named. */
export interface NamedTree {
  readonly tree: FileTree;
  /** What it is called. */
  readonly named: string;
  /** Does a layout find hubs in it? */
  readonly hasHubs: boolean;
}

export interface FoundHubs {
  /** The folders that were named. */
  readonly trees?: readonly NamedTree[];
  /** Files from which images are made. */
  readonly images?: readonly SourceFile[];
  readonly hubs: readonly FoundHub[];
  readonly skipped: readonly LeftOut[];
}

/** The hubs of a repository; of the first layout that it has. */
export function findHubs(tree: FileTree): FoundHubs {
  const encrypted = new Set<string>();
  const read = (path: string) => {
    const file = tree.read(path);
    if (file === undefined || !isEncryptedFile(file.text)) return file;
    encrypted.add(path);
    return undefined;
  };
  for (const layout of [hubploy, clusters, charts, single]) {
    const { hubs, skipped } = layout({ ...tree, read });
    if (hubs.length === 0 && skipped.length === 0) continue;
    return { hubs, skipped: [...skipped, ...[...encrypted].map((path) => ({ path, why: encryptedFile }))] };
  }
  return { hubs: [], skipped: [] };
}

/** `deployments/HUB/config/common.yaml`, and a file beside it for each stage (hubploy 0.5; its chart is the folder `hub`). */
function hubploy(tree: FileTree): FoundHubs {
  const deployments = [
    ...new Set([
      ...foldersOf(tree, /^(.*\/)?deployments\/[^/]+\/hubploy\.yaml$/),
      ...foldersOf(tree, /^(.*\/)?deployments\/[^/]+\/config\/common\.yaml$/).map((one) =>
        one.replace(/config\/$/, ""),
      ),
    ]),
  ].sort();
  const hubs = deployments.flatMap((folder) => {
    const root = folder.replace(/deployments\/[^/]+\/$/, "");
    const chart = chartAt(tree, `${root}hub/`);
    const config = `${folder}config/`;
    const stages = tree.paths.flatMap((path) => {
      const [, stage] = /^([^/]+)\.ya?ml$/.exec(path.startsWith(config) ? path.slice(config.length) : "") ?? [];
      // An object of Kubernetes, such as an issuer of certificates, is no stage.
      const isNone = stage === undefined || stage === "common" || "apiVersion" in plain(tree, path);
      return isNone ? [] : [stage];
    });
    const name = folder.split("/").at(-2) ?? "";
    const about = plain(tree, `${folder}hubploy.yaml`)["cluster"];
    const layoutFiles = read(tree, [`${folder}hubploy.yaml`]).map(({ file }) => file);
    return stages.map((stage) => {
      const own = [`${config}common.yaml`, `${config}${stage}.yaml`, `${folder}secrets/${stage}.yaml`];
      const place = {
        hub: name,
        stage,
        shared: chart.files.length,
        chart: chart.files.length === 0 ? undefined : `${root}hub`,
        release: `${name}-${stage}`,
        domain: undefined,
        cluster: isMap(about) ? { name: clusterNameOf(about), about } : undefined,
      };
      return {
        name: `${name}-${stage}`,
        place,
        files: [...chart.files, ...read(tree, own)],
        version: chart.version,
        charts: chart.charts,
        filledIn: chart.filledIn,
        layoutFiles,
      };
    });
  });
  return { hubs, skipped: [] };
}

/** `config/clusters/CLUSTER/cluster.yaml`, with the values files of each hub, to which the deployer adds some (2i2c-org/infrastructure). */
function clusters(tree: FileTree): FoundHubs {
  const skipped = new Map<string, string>();
  const hubs = foldersOf(tree, /^(.*\/)?config\/clusters\/[^/]+\/cluster\.yaml$/).flatMap((folder) => {
    const root = folder.replace(/config\/clusters\/[^/]+\/$/, "");
    const cluster = folder.split("/").at(-2) ?? "";
    const about = plain(tree, `${folder}cluster.yaml`);
    const entries = listOf(about["hubs"]);
    return entries.flatMap((entry): FoundHub[] => {
      if (!isMap(entry)) return [];
      const chart = chartAt(tree, `${root}helm-charts/${textOf(entry["helm_chart"]) || "basehub"}/`);
      const named = listOf(entry["helm_chart_values_files"]).map((json) => `${folder}${textOf(json)}`);
      for (const path of named)
        if (/\.jsonnet$/.test(path)) skipped.set(path, "jsonnet is a program, which hubc does not run");
      const values = named.filter((path) => !/\.jsonnet$/.test(path));
      const missing = values.filter((path) => !tree.paths.includes(path));
      const needed = missing.filter((path) => !holdsSecrets(path));
      for (const path of needed) skipped.set(path, absentValues);
      // Without one of its files a hub is another.
      if (needed.length > 0) return [];
      for (const path of missing) skipped.set(path, absentSecrets);
      const files = [...chart.files, ...read(tree, values)];
      const entryName = textOf(entry["name"]);
      const [, of, stage] = /^(?:(.+)-)?(staging|prod)$/.exec(entryName) ?? [undefined, entryName, "prod"];
      const place = {
        hub: of === undefined ? cluster : `${cluster}-${of}`,
        stage: stage ?? "prod",
        shared: chart.files.length,
        chart: `${root}helm-charts/${textOf(entry["helm_chart"]) || "basehub"}`,
        release: entryName,
        domain: textOf(entry["domain"]) || undefined,
        cluster: { name: cluster, about },
      };
      const { version, charts } = chart;
      return [{ name: `${cluster}-${entryName}`, place, files, version, charts, mayHaveMore: true }];
    });
  });
  return { hubs, skipped: [...skipped].map(([path, why]) => ({ path, why })) };
}

const absentValues =
  "it is not there, so its hub is left out: name the files that are there to take the hub without it";

const absentSecrets = "it is not there, and by its name it holds secrets: the hub is taken without them";

/** Files with secrets are often kept elsewhere. */
function holdsSecrets(path: string): boolean {
  return /\bsecrets?\b/.test(path.slice(path.lastIndexOf("/") + 1));
}

/** A chart that depends on `jupyterhub`, with values of its own. */
function charts(tree: FileTree): FoundHubs {
  const hubs = foldersOf(tree, /^(.*\/)?Chart\.yaml$/).flatMap((folder): FoundHub[] => {
    const { files, version, charts, filledIn } = chartAt(tree, folder);
    const name = folder.split("/").at(-2) ?? "chart";
    const place = { ...unknownPlace(name), shared: files.length - 1, chart: folder.replace(/\/$/, "") || undefined };
    return version === undefined || files.length === 0 ? [] : [{ name, place, files, version, charts, filledIn }];
  });
  return { hubs, skipped: [] };
}

/** Every other file with values of the chart is a hub of its own. */
function single(tree: FileTree): FoundHubs {
  const hasValues = (text: string) => /^ *(?:hub|singleuser|proxy):/m.test(text);
  const paths = tree.paths.filter((path) => /\.ya?ml$/.test(path) && !/(?:^|\/)(?:\.|templates\/)/.test(path));
  const hubs = paths.flatMap((path): FoundHub[] => {
    const file = tree.read(path);
    if (file === undefined || !hasValues(file.text) || isTemplate(file)) return [];
    let isList = false;
    const values = readValues(file, ({ code }) => {
      isList ||= code === notAMap.code;
    });
    // What is no YAML may well be the values of a hub: it is said what is wrong with it. A list never is, as of Ansible's tasks.
    if (isList || (values !== undefined && (chartKeyOf(values) === undefined || isObject(values)))) return [];
    const name = path.replace(/\.ya?ml$/, "");
    return [{ name, place: unknownPlace(name), files: [{ file, under: [] }], version: undefined, mayBeLayer: true }];
  });
  const skipped = tree.paths
    .filter(
      (path) => /\.(?:ya?ml|ya?ml\.[\w-]+|j2|gotmpl|tpl|tftpl)$/.test(path) && !/(?:^|\/)(?:\.|templates\/)/.test(path),
    )
    .flatMap((path): LeftOut[] => {
      const file = tree.read(path);
      if (file === undefined || !/^ *singleuser:/m.test(file.text)) return [];
      if (isTemplate(file)) return [{ path, why: template }];
      return /\.ya?ml$/.test(path) ? [] : [{ path, why: otherName }];
    });
  return { hubs, skipped };
}

const template =
  "it is a template, whose values are known where it is filled in: fill it in, and name the file that comes of it";

const otherName = "its name does not end in .yaml: name the file itself, if a hub has these values";

/** What a program fills in before it is YAML: `{{ … }}` where a value begins. In quotes or in a text it is data, and YAML reads it. */
function isTemplate(file: SourceFile): boolean {
  if (!/^ *(?:- |[\w.-]+: *)?\{[{%]/m.test(file.text)) return false;
  return readValues(file, () => {}) === undefined;
}

/** An object of Kubernetes, whatever stands beside it. */
function isObject({ entries }: ChartMap): boolean {
  return ["apiVersion", "kind"].every((name) => entries.some(({ key }) => key === name));
}

/** hubploy names the cluster below the name of its cloud. */
function clusterNameOf(about: JsonMap): string {
  const inner = about[textOf(about["provider"])];
  return isMap(inner) ? textOf(inner["cluster"]) || "cluster" : "cluster";
}

/** The folders, each with a `/` at its end, of the files that a pattern finds. */
function foldersOf({ paths }: FileTree, pattern: RegExp): readonly string[] {
  return paths.filter((path) => pattern.test(path)).map((path) => path.slice(0, path.lastIndexOf("/") + 1));
}

interface ChartFiles {
  readonly files: readonly ValuesFile[];
  /** Of the JupyterHub chart that it depends on. */
  readonly version: string | undefined;
  readonly charts: readonly ChartKeys[];
  readonly filledIn: readonly (readonly string[])[];
}

/** The values of a chart, over those of the charts beside it that it depends on. */
function chartAt(tree: FileTree, folder: string, under: readonly string[] = []): ChartFiles {
  const dependencies = ["Chart.yaml", "requirements.yaml"].flatMap((name) =>
    listOf(plain(tree, folder + name)["dependencies"]).filter(isMap),
  );
  const inner = dependencies.flatMap((object): ChartFiles[] => {
    const [, beside] = /^file:\/\/\.\.\/([\w.-]+)\/?$/.exec(textOf(object["repository"])) ?? [];
    const parent = folder.replace(/[^/]+\/$/, "");
    if (beside === undefined || under.length > 3) return [];
    return [chartAt(tree, `${parent}${beside}/`, [...under, textOf(object["alias"]) || textOf(object["name"])])];
  });
  const hub = dependencies.find((object) => object["name"] === "jupyterhub");
  const version =
    hub === undefined ? inner.flatMap((chartFiles) => chartFiles.version ?? [])[0] : textOf(hub["version"]);
  const own = read(tree, [`${folder}values.yaml`]).map(({ file }) => ({ file, under }));
  const charts = [
    ...keysOfChart(tree, folder, { under, dependencies }),
    ...inner.flatMap((chartFiles) => chartFiles.charts),
  ];
  const filledIn = under.length > 0 ? [] : filledInOf(tree, folder);
  return { files: [...inner.flatMap(({ files }) => files), ...own], version, charts, filledIn };
}

/** chartpress writes the images that it built into the values of a chart beside its own file (chartpress 2.3, README.md, `valuesPath`). */
function filledInOf(tree: FileTree, folder: string): readonly (readonly string[])[] {
  const [, root = "", name] = /^(.*\/)?([^/]+)\/$/.exec(folder) ?? [];
  return listOf(plain(tree, `${root}chartpress.yaml`)["charts"])
    .filter(isMap)
    .filter((object) => object["name"] === name)
    .flatMap((object) => (isMap(object["images"] ?? null) ? Object.values(object["images"] as JsonMap) : [])) // a map, as just asked
    .flatMap((image) => (isMap(image) ? [image["valuesPath"]].flat() : []))
    .flatMap((path) => (typeof path === "string" ? [path.split(".")] : []));
}

interface OfChart {
  readonly under: readonly string[];
  readonly dependencies: readonly JsonMap[];
}

/** Parts of a chart, keys of its own values, and what its templates read. A chart whose files are not all here says nothing. */
function keysOfChart(tree: FileTree, folder: string, { under, dependencies }: OfChart): readonly ChartKeys[] {
  if (dependencies.length === 0) return [];
  const parts = dependencies
    .flatMap((object) => [textOf(object["alias"]), textOf(object["name"])])
    .filter((name) => name !== "");
  const inTemplates = tree.paths
    .filter((path) => path.startsWith(`${folder}templates/`))
    .flatMap((path) => [...(tree.read(path)?.text ?? "").matchAll(/\.Values\.([A-Za-z0-9_-]+)|\.Values "([^"]+)"/g)])
    .map(([, name, quoted]) => name ?? quoted ?? "");
  const own = Object.keys(plain(tree, `${folder}values.yaml`));
  const conditions = dependencies.flatMap((object) => textOf(object["condition"]).split(/[.,]/)[0] ?? []);
  const keys = [...new Set([...parts, ...inTemplates, ...own, ...conditions, "global", "sops"])];
  return [{ chart: folder.replace(/\/$/, ""), under, keys }];
}

function read(tree: FileTree, paths: readonly string[]): readonly ValuesFile[] {
  return paths.flatMap((path) => {
    const file = tree.read(path);
    return file === undefined ? [] : [{ file, under: [] }];
  });
}

/** The data of a file; empty where there is none. What is wrong with it is no matter of the values. */
function plain(tree: FileTree, path: string): JsonMap {
  const file = tree.read(path);
  const values = file && readValues(file, () => {});
  const data: Json = values === undefined ? {} : jsonOf(values);
  return isMap(data) ? data : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
