// Folders that servers, or the hub's pod, have of others: claims, ConfigMaps, Secrets, folders of the node, and room that goes with the pod.

import { isList, isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quantityIn } from "../../knowledge/kubernetes-amounts.ts";
import { isPathInVolume } from "../../schema/blocks/volume.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, keysBelow, type Piece, type Recognising, type Statement, set, valueAt } from "../piece.ts";
import { nameFrom, printBytes } from "../print-data.ts";

/** Where a pod's volumes and mounts lie, and what else of it may mount them. */
interface Pod {
  readonly part: readonly string[];
  readonly others: readonly string[];
  readonly place: "servers" | "hub";
}

export const serversPod: Pod = {
  part: ["singleuser", "storage"],
  others: ["singleuser.initContainers", "singleuser.extraContainers", "singleuser.profileList", "hub.config", "custom"],
  place: "servers",
};
export const hubPod: Pod = { part: ["hub"], others: ["hub.initContainers", "hub.extraContainers"], place: "hub" };

/** All that a pod's own lists say, or nothing of it: a list is replaced as a whole, and so is a name. */
export function volumesOfPod(pod: Pod, { values, environment }: Recognising): readonly Piece[] {
  const [mounts, volumes] = ["extraVolumeMounts", "extraVolumes"].map((key) =>
    listed(valueAt(values, [...pod.part, key].join("."))),
  );
  if (mounts === undefined || volumes === undefined || mounts.length === 0) return [];
  const isBelow = ["extraVolumeMounts", "extraVolumes"].some(
    (key) => keysBelow(environment, [...pod.part, key]).length > 0,
  );
  const pieces = mounts.map(([key, mount]) => (isMap(mount) ? volumePiece(pod, { key, mount }, values) : undefined));
  const said = pieces.filter((piece) => piece !== undefined);
  const names = new Set(mounts.map(([, mount]) => (isMap(mount) ? mount["name"] : undefined)));
  const isWhole = said.length === mounts.length && volumes.every(([, one]) => isMap(one) && names.has(one["name"]));
  if (isBelow || !isWhole) return [];
  const claims = ["extraVolumeMounts", "extraVolumes"].map((key) => [...pod.part, key]);
  return [{ name: `volumes ${pod.place}`, statements: said.flatMap(({ statements }) => statements), claims }];
}

interface Mounted {
  readonly key: string;
  readonly mount: JsonMap;
}

/** The block for one mount; undefined where it, or what it mounts, has what no setting says. */
export function volumePiece(pod: Pod, { key, mount }: Mounted, values: JsonMap): Piece | undefined {
  const { name: volume, mountPath, subPath, readOnly, ...more } = mount;
  if (typeof volume !== "string" || typeof mountPath !== "string" || Object.keys(more).length > 0) return undefined;
  if (subPath !== undefined && !(typeof subPath === "string" && isPathInVolume(subPath))) return undefined;
  if (readOnly !== undefined && typeof readOnly !== "boolean") return undefined;
  const volumes = listed(valueAt(values, [...pod.part, "extraVolumes"].join(".")));
  const [place, found] = volumes.find(([, one]) => isMap(one) && one["name"] === volume) ?? [];
  if (place === undefined || found === undefined || !isMap(found)) return undefined;
  const name = `volume ${pod.place} ${key}`;
  const holds = contentOf(found, name);
  if (holds === undefined || isMountedElsewhere(volume, pod, values)) return undefined;
  // Two blocks would be two such folders, of which neither has what is written into the other.
  if (isFresh(found) && timesMounted(volume, pod, values) > 1) return undefined;
  const body = [
    set("path", quote(mountPath), name),
    ...(pod.place === "hub" ? [set("in", "hub", name)] : []),
    holds,
    ...(subPath === undefined ? [] : [set("folder", quote(subPath), name)]),
    ...(readOnly === undefined ? [] : [set("read-only", String(readOnly), name)]),
  ];
  const label = `${pod.place === "hub" ? "hub-" : ""}${labelOfMount(key, mountPath)}`;
  const claims = [
    [...pod.part, "extraVolumeMounts", key],
    [...pod.part, "extraVolumes", place],
  ];
  return { name, statements: [block(`volume ${label}`, body, name)], claims };
}

/** Its key without a number before it; in a list, the end of its path. */
export function labelOfMount(key: string, mountPath: string): string {
  const last = mountPath.split("/").findLast((part) => part !== "") ?? key;
  return nameFrom(/^\d+$/.test(key) ? last : key.replace(/^\d+-/, ""));
}

/** The entries of a list or a map, by their keys. */
export function listed(written: Json | undefined): readonly (readonly [string, Json])[] {
  if (written === undefined) return [];
  if (isList(written)) return written.map((json, i) => [String(i), json] as const);
  return isMap(written) ? Object.entries(written) : [];
}

/** Does something else of the pod mount the volume, by the name that it has today? */
export function isMountedElsewhere(volume: string, { others }: Pod, values: JsonMap): boolean {
  return others.some((path) => names(valueAt(values, path)).has(volume));
}

/** Every `name` of what is mounted somewhere below. */
function names(value: Json | undefined, isMount = false): ReadonlySet<string> {
  if (value === undefined || value === null || typeof value !== "object") return new Set();
  const own = isMap(value) && isMount && typeof value["name"] === "string" ? [value["name"]] : [];
  const entries = isList(value) ? value.map((json) => ["", json] as const) : Object.entries(value as JsonMap);
  const inner = entries.flatMap(([key, one]) => [...names(one, isMount || /^volume_?[mM]ounts$/.test(key))]);
  return new Set([...own, ...inner]);
}

function timesMounted(volume: string, { part }: Pod, values: JsonMap): number {
  const mounts = listed(valueAt(values, [...part, "extraVolumeMounts"].join(".")));
  return mounts.filter(([, one]) => isMap(one) && one["name"] === volume).length;
}

function isFresh(volume: JsonMap): boolean {
  return volume["emptyDir"] !== undefined;
}

/** What a volume holds, as the setting that says it. */
function contentOf({ name: _, ...content }: JsonMap, piece: string): Statement | undefined {
  const [[kind, about] = [], ...more] = Object.entries(content);
  if (kind === undefined || about === undefined || !isMap(about) || more.length > 0) return undefined;
  if (kind === "emptyDir") return freshFolder(about, piece);
  const [setting, key] = settings[kind] ?? [];
  if (setting === undefined || key === undefined) return undefined;
  const { [key]: named, ...rest } = about;
  return typeof named === "string" && Object.keys(rest).length === 0 ? set(setting, quote(named), piece) : undefined;
}

const settings: Readonly<Record<string, readonly [setting: string, key: string]>> = {
  persistentVolumeClaim: ["claim", "claimName"],
  configMap: ["config-map", "name"],
  secret: ["secret", "secretName"],
  hostPath: ["node-folder", "path"],
};

function freshFolder({ medium, sizeLimit, ...more }: JsonMap, piece: string): Statement | undefined {
  if (Object.keys(more).length > 0 || (medium !== undefined && medium !== "Memory")) return undefined;
  const bytes = quantityIn(sizeLimit);
  // Kubernetes takes 0 for no limit, and the vocabulary says that with another word.
  if (bytes === 0) return undefined;
  const size = sizeLimit === undefined ? "unlimited" : bytes === undefined ? undefined : printBytes(bytes);
  return size === undefined ? undefined : set(medium === "Memory" ? "memory" : "scratch", size, piece);
}
