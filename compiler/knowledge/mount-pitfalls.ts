// Two things at one place in a pod: volumes of one name, mounts at one path, and a mount whose place can't be made. Sources: chart 4.4.0,
// files/hub/jupyterhub_config.py (the volumes `home` and `files` of servers) and templates/hub/deployment.yaml (those of the hub);
// what a Kubernetes 1.34 API server refuses, and what containerd can't make below a read-only mount; below a ConfigMap, a Secret and the like
// the kubelet makes the places of other mounts (pkg/volume/util/nested_volumes.go); 2026-11.

import { isDnsLabel } from "../text/dns-label.ts";
import type { ChartPitfall } from "./chart-pitfall.ts";
import { isList, isMap, type Json, type JsonMap, type JsonPath, mapAt, valueAt } from "./json-schema.ts";

/** What can't be mounted, in servers and in the hub. */
export function mountPitfalls(values: JsonMap): ChartPitfall[] {
  return [...podPitfalls(serverPod(values)), ...podPitfalls(hubPod(values)), ...replacedHome(values)];
}

const mountsPath = ["singleuser", "storage", "extraVolumeMounts"];

export interface Volume {
  readonly name: string;
  /** What people call it. */
  readonly what: string;
  /** The kubelet makes places for the mounts that lie below a mount of it, whether it can be written to or not. */
  readonly hasPlaces: boolean;
  /** Absent for a volume that the chart makes. */
  readonly path: JsonPath | undefined;
}

export interface Mount {
  readonly volume: string;
  readonly at: string;
  readonly what: string;
  readonly readOnly: boolean;
  /** One file: nothing can lie below it. */
  readonly isFile: boolean;
  readonly path: JsonPath | undefined;
}

export interface Pod {
  /** `servers` or `the hub`: what does not start. */
  readonly refused: string;
  readonly volumes: readonly Volume[];
  readonly mounts: readonly Mount[];
  /** Where its volumes are listed. */
  readonly volumesPath: string;
  /** Those that run before the pod's own container and beside it, by what each mounts. */
  readonly others: readonly (readonly Mount[])[];
}

export function serverPod(values: JsonMap): Pod {
  const type = valueAt(values, "singleuser.storage.type");
  const dynamicName = valueAt(values, "singleuser.storage.dynamic.volumeNameTemplate");
  const homeName = type === "dynamic" && typeof dynamicName === "string" ? dynamicName : "home";
  const homePath = valueAt(values, "singleuser.storage.homeMountPath");
  const hasHome = type !== "none";
  const files = fileMounts(values, "singleuser.extraFiles");
  const own = ownVolumes(values, "singleuser.storage.extraVolumes");
  const volumes = [
    ...(hasHome ? [chartVolume(homeName, "the volume of the homes", false)] : []),
    ...(files.length > 0 ? [chartVolume("files", "the volume of `singleuser.extraFiles`", true)] : []),
    ...own,
  ];
  const home: Mount[] =
    hasHome && typeof homePath === "string"
      ? [{ volume: homeName, at: bare(homePath), what: "the home", readOnly: false, isFile: false, path: undefined }]
      : [];
  const mounts = [...home, ...files, ...mountsIn(valueAt(values, mountsPath.join(".")), mountsPath, volumes)];
  const others = containerMounts(values, "singleuser", volumes);
  return { refused: "such servers", volumes, mounts, volumesPath: "singleuser.storage.extraVolumes", others };
}

const configFolder = "/usr/local/etc/jupyterhub";

/** Where the chart mounts the hub's configuration (templates/hub/deployment.yaml). */
export const configMounts: readonly Pick<Mount, "volume" | "at" | "isFile">[] = [
  { volume: "config", at: `${configFolder}/jupyterhub_config.py`, isFile: true },
  { volume: "config", at: `${configFolder}/z2jh.py`, isFile: true },
  { volume: "config", at: `${configFolder}/config`, isFile: false },
  { volume: "secret", at: `${configFolder}/secret`, isFile: false },
];

/** Where the hub's database is, on a volume of the chart's, unless `hub.db.type` says otherwise. */
export const databaseFolder = "/srv/jupyterhub";

function hubPod(values: JsonMap): Pod {
  const files = fileMounts(values, "hub.extraFiles");
  const hasDatabase = valueAt(values, "hub.db.type") === "sqlite-pvc";
  const volumes = [
    chartVolume("config", "the volume of the hub's configuration", true),
    chartVolume("secret", "the volume of the hub's values", true),
    ...(valueAt(values, "hub.existingSecret")
      ? [chartVolume("existing-secret", "the volume of its Secret", true)]
      : []),
    ...(files.length > 0 ? [chartVolume("files", "the volume of `hub.extraFiles`", true)] : []),
    ...(hasDatabase ? [chartVolume("pvc", "the volume of the hub's database", false)] : []),
    ...ownVolumes(values, "hub.extraVolumes"),
  ];
  const chartMounts: Mount[] = [
    ...configMounts.map(({ volume, at, isFile }) => chartMount(volume, at, isFile)),
    ...(hasDatabase ? [{ ...chartMount("pvc", databaseFolder, false), what: "the hub's database" }] : []),
  ];
  const mounts = [
    ...chartMounts,
    ...files,
    ...mountsIn(valueAt(values, "hub.extraVolumeMounts"), ["hub", "extraVolumeMounts"], volumes),
  ];
  const others = containerMounts(values, "hub", volumes);
  return { refused: "the hub", volumes, mounts, volumesPath: "hub.extraVolumes", others };
}

function chartVolume(name: string, what: string, hasPlaces: boolean): Volume {
  return { name, what, hasPlaces, path: undefined };
}

function chartMount(volume: string, at: string, isFile: boolean): Mount {
  return { volume, at, what: "the hub's configuration", readOnly: false, isFile, path: undefined };
}

/** Sources of volumes in which the kubelet makes places for other mounts (Kubernetes 1.34, MakeNestedMountpoints). */
const sourcesWithPlaces = ["configMap", "secret", "projected", "downwardAPI", "emptyDir"];

function ownVolumes(values: JsonMap, path: string): Volume[] {
  return members(valueAt(values, path)).flatMap(([key, volume]) => volumeOf(volume, [...path.split("."), key]) ?? []);
}

/** A volume that is written at a path; nothing for one without a name. */
export function volumeOf(volume: JsonMap, path: JsonPath): Volume | undefined {
  const { name } = volume;
  if (typeof name !== "string") return undefined;
  const hasPlaces = sourcesWithPlaces.some((source) => Object.hasOwn(volume, source));
  return { name, what: `the volume \`${path.at(-1)}\``, hasPlaces, path };
}

/** What the containers beside a pod's own mount. */
function containerMounts(values: JsonMap, pod: "singleuser" | "hub", volumes: readonly Volume[]): Mount[][] {
  return ["initContainers", "extraContainers"].flatMap((list) =>
    members(valueAt(values, `${pod}.${list}`)).map(([key, container]) =>
      mountsIn(container["volumeMounts"], [pod, list, key, "volumeMounts"], volumes),
    ),
  );
}

function mountsIn(list: Json | undefined, path: JsonPath, volumes: readonly Volume[]): Mount[] {
  return members(list).flatMap(([key, mount]) => mountOf(mount, [...path, key], volumes) ?? []);
}

/** A mount that is written at a path; nothing for one that is not whole. */
export function mountOf(mount: JsonMap, path: JsonPath, volumes: readonly Volume[]): Mount | undefined {
  const { name, mountPath, readOnly } = mount;
  if (typeof name !== "string" || typeof mountPath !== "string") return undefined;
  const isReadOnly = readOnly === true && !volumes.some((volume) => volume.name === name && volume.hasPlaces);
  const what = `the mount \`${path.at(-1)}\``;
  return { volume: name, at: bare(mountPath), what, readOnly: isReadOnly, isFile: false, path: [...path, "mountPath"] };
}

function fileMounts(values: JsonMap, path: string): Mount[] {
  return Object.entries(mapAt(values, path)).flatMap(([key, file]): Mount[] => {
    const at = isMap(file) ? file["mountPath"] : undefined;
    if (typeof at !== "string") return [];
    const own = [...path.split("."), key, "mountPath"];
    return [{ volume: "files", at: bare(at), what: `the file \`${key}\``, readOnly: true, isFile: true, path: own }];
  });
}

export function podPitfalls(pod: Pod): ChartPitfall[] {
  const pitfalls = [pod.mounts, ...pod.others].flatMap((mounts) =>
    mounts.flatMap((mount, i) => missingVolume(mount, pod) ?? clashes(mounts.slice(0, i), mount, pod)),
  );
  return [...pitfalls, ...sameVolumes(pod), ...badNames(pod)];
}

/** What Kubernetes takes as a volume's name (RFC 1123 label); KubeSpawner fills in `{username}` and the like. */
function badNames({ volumes, refused }: Pod): ChartPitfall[] {
  return volumes.flatMap(({ name, path }): ChartPitfall[] => {
    if (path === undefined || name.includes("{") || isDnsLabel(name)) return [];
    const problem = `has the name \`${name}\`, and Kubernetes refuses ${refused}: a volume's name has lowercase letters, digits and \`-\`, at most 63`;
    return [{ paths: [path], problem }];
  });
}

function missingVolume({ volume, path }: Mount, { volumes, volumesPath, refused }: Pod): ChartPitfall[] | undefined {
  if (path === undefined || volumes.some(({ name }) => ofFirstServer(name) === ofFirstServer(volume))) return undefined;
  const problem = `mounts the volume \`${volume}\`, which \`${volumesPath}\` does not have, and Kubernetes refuses ${refused}`;
  return [{ paths: [path.slice(0, -1)], problem, lacks: true }];
}

/** A name as KubeSpawner fills it in for the first server of a person, who may have no other (kubespawner 7.0, templates.md). */
function ofFirstServer(name: string): string {
  return name.replaceAll("{servername}", "").replaceAll("{user_server}", "{username}");
}

/** The first of the earlier mounts that leaves no place for this one. */
function clashes(earlier: readonly Mount[], mount: Mount, { refused }: Pod): ChartPitfall[] {
  for (const other of earlier) {
    if (other.at === mount.at) {
      const text = (there: Mount): string =>
        `is \`${mount.at}\`, where ${there.what} is mounted, and Kubernetes refuses ${refused}`;
      return both(mount, other, text);
    }
    const [inner, outer] = other.at.startsWith(below(mount.at)) ? [other, mount] : [mount, other];
    if (!inner.at.startsWith(below(outer.at)) || !(outer.readOnly || outer.isFile)) continue;
    const why = outer.isFile ? "a file" : "mounted read-only";
    return both(inner, outer, (there) =>
      there === outer
        ? `lies below \`${outer.at}\`, which is ${why} (${outer.what}): its place can't be made, and ${refused} ${does(refused)} not start`
        : `is ${why}, and ${inner.what} lies below it at \`${inner.at}\`: that place can't be made, and ${refused} ${does(refused)} not start`,
    );
  }
  return [];
}

function does(refused: string): string {
  return refused === "the hub" ? "does" : "do";
}

function below(path: string): string {
  return path === "/" ? path : `${path}/`;
}

/** What is said of either, with the other in its words: the finding stands at the one that the program wrote. */
function both(one: Mount, other: Mount, text: (there: Mount) => string): ChartPitfall[] {
  const about = [
    { mount: one, there: other },
    { mount: other, there: one },
  ].flatMap(({ mount, there }) => (mount.path === undefined ? [] : [{ path: mount.path, problem: text(there) }]));
  const [first, second] = about;
  if (first === undefined) return [];
  return [
    {
      paths: [first.path],
      problem: first.problem,
      ...(second && { otherwise: { paths: [second.path], problem: second.problem } }),
    },
  ];
}

function sameVolumes({ volumes, refused }: Pod): ChartPitfall[] {
  return volumes.flatMap((volume, i): ChartPitfall[] => {
    const before = volumes.slice(0, i).find(({ name }) => name === volume.name);
    if (before === undefined || volume.path === undefined) return [];
    const problem = `has the name \`${volume.name}\`, which ${before.what} has too, and Kubernetes refuses ${refused}: give it another`;
    const otherwise = before.path && { paths: [before.path] as const, problem };
    return [{ paths: [volume.path], problem, ...(otherwise && { otherwise }) }];
  });
}

/** The chart keeps the mount of the home under a key, and a mount of one's own under the same key takes its place. */
function replacedHome(values: JsonMap): ChartPitfall[] {
  const type = valueAt(values, "singleuser.storage.type");
  if (type === "none") return [];
  const template = valueAt(values, "singleuser.storage.dynamic.volumeNameTemplate");
  const key = type === "dynamic" && typeof template === "string" ? template : "home";
  const own = mapAt(values, "singleuser.storage.extraVolumeMounts")[key];
  const home = valueAt(values, "singleuser.storage.homeMountPath");
  if (!isMap(own) || (own["name"] === key && own["mountPath"] === home)) return [];
  const problem =
    "takes the place of the mount of the home, so that people find an empty folder there: give it another key";
  return [{ paths: [["singleuser", "storage", "extraVolumeMounts", key]], problem }];
}

function bare(path: string): string {
  const plain = path.replaceAll(/\/{2,}/g, "/");
  return plain.length > 1 ? plain.replace(/\/$/, "") : plain;
}

/** The maps in a list or in a map, with the key of each. */
export function members(value: Json | undefined): [string | number, JsonMap][] {
  const all: [string | number, Json][] = isList(value)
    ? value.map((json, i) => [i, json])
    : isMap(value)
      ? Object.entries(value)
      : [];
  return all.flatMap(([key, one]): [string | number, JsonMap][] => (isMap(one) ? [[key, one]] : []));
}
