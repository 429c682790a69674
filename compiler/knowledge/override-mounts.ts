// Volumes and mounts that a profile, a choice or a group's override sets, merged onto those that every server has. A list takes the place of all,
// the home too; a map is merged by its keys. Source: kubespawner 7.0.0, spawner.py (_apply_overrides) and utils.py (recursive_update).

import type { ChartPitfall } from "./chart-pitfall.ts";
import { isList, isMap, type Json, type JsonMap, type JsonPath, mapAt, valueAt } from "./json-schema.ts";
import {
  type Mount,
  members,
  mountOf,
  type Pod,
  podPitfalls,
  serverPod,
  type Volume,
  volumeOf,
} from "./mount-pitfalls.ts";

/** What can't be mounted in servers of each choice. */
export function overrideMountPitfalls(values: JsonMap): ChartPitfall[] {
  const base = serverPod(values);
  const profiles = membersAt(values, ["singleuser", "profileList"]).flatMap(([path, profile]) => {
    const own = laid({ base, found: [] }, profile, path);
    const options = membersAt(profile, ["profile_options"]).flatMap(([option, one]) =>
      membersAt(one, ["choices"]).map(([choice, chosen]) =>
        laid({ base: own.base, found: [] }, chosen, [...path, ...option, ...choice]),
      ),
    );
    return [own, ...options];
  });
  const groups = ["KubeSpawner", "Spawner"].flatMap((section) =>
    membersAt(values, ["hub", "config", section, "group_overrides"]).map(([path, one]) =>
      laid({ base, found: [] }, one, path, "spawner_override"),
    ),
  );
  return [...profiles, ...groups].flatMap(({ found }) => found);
}

/** What can't be mounted of volumes and mounts that are added to those of every server, by the keys that they are added under. */
export function addedMountPitfalls(values: JsonMap, added: AddedMounts, path: JsonPath): readonly ChartPitfall[] {
  return laid({ base: serverPod(values), found: [] }, { spawner_override: { ...added } }, path, "spawner_override")
    .found;
}

export interface AddedMounts {
  readonly volumes: JsonMap;
  readonly volume_mounts: JsonMap;
}

interface Laid {
  readonly base: Pod;
  readonly found: readonly ChartPitfall[];
}

function laid(
  { base }: Laid,
  holder: JsonMap,
  path: JsonPath,
  key: "kubespawner_override" | "spawner_override" = "kubespawner_override",
): Laid {
  const override = mapAt(holder, key);
  const at = [...path, key];
  const { volumes: newVolumes, volume_mounts: newMounts } = override;
  if (newVolumes === undefined && newMounts === undefined) return { base, found: [] };
  const volumes = overridden(base.volumes, newVolumes, [...at, "volumes"], (object, where) => volumeOf(object, where));
  const mounts = overridden(base.mounts, newMounts, [...at, "volume_mounts"], (object, where) =>
    mountOf(object, where, volumes),
  );
  const pod: Pod = { ...base, volumes, mounts, others: [] };
  const isOwn = ({ paths }: ChartPitfall) => at.every((part, i) => paths[0][i] === part);
  const pitfalls = [...lostHome(base, pod, at, override), ...podPitfalls(pod)];
  return { base: pod, found: pitfalls.filter(isOwn) };
}

/** A list replaces; a map replaces what has its keys, adds what is new, and takes away by `null`. */
function overridden<T extends Volume | Mount>(
  before: readonly T[],
  given: Json | undefined,
  path: JsonPath,
  read: (one: JsonMap, path: JsonPath) => T | undefined,
): readonly T[] {
  if (isList(given)) return members(given).flatMap(([key, one]) => read(one, [...path, key]) ?? []);
  if (!isMap(given)) return before;
  const kept = before.filter((one) => !Object.keys(given).includes(keyOf(one)));
  return [...kept, ...members(given).flatMap(([key, one]) => read(one, [...path, key]) ?? [])];
}

/** The chart keeps volumes and mounts by the keys of its values, and those of its own by the names of their volumes. */
function keyOf(one: Volume | Mount): string {
  const isMount = "volume" in one;
  const key = one.path?.at(isMount ? -2 : -1);
  return typeof key === "string" ? key : isMount ? one.volume : one.name;
}

/** Mounts and volumes that take the place of those of the home. */
function lostHome(base: Pod, pod: Pod, at: JsonPath, override: JsonMap): ChartPitfall[] {
  const home = base.mounts.find(({ what }) => what === "the home");
  if (home === undefined) return [];
  const still = pod.mounts.find(({ at: place }) => place === home.at);
  if (isList(override["volume_mounts"]) && still === undefined)
    return [
      {
        paths: [[...at, "volume_mounts"]],
        problem: `is a list, which takes the place of all mounts, the home's at \`${home.at}\` too: people would find an empty folder, and lose what they write. Write a map, which is merged with those that there are`,
      },
    ];
  // A map that says a part of a mount is merged with the rest of it: the home may lie elsewhere, as in images of RStudio.
  const own = mapAt(override, "volume_mounts")[keyOf(home)];
  // What Python sets there is not merged.
  const isWhole = at.length === 1;
  const isOther = isMap(own) && typeof own["name"] === "string" && (isWhole || own["name"] !== home.volume);
  if (still === undefined && (own === null || isOther))
    return [
      {
        paths: [[...at, "volume_mounts", keyOf(home)]],
        problem: `takes the place of the home's mount at \`${home.at}\`: people would find an empty folder, and lose what they write. Give it another key`,
      },
    ];
  // A profile may well have a home that is gone with its servers; in every server it is the homes that are lost.
  const volume = mapAt(override, "volumes")[home.volume];
  if (isWhole && isMap(volume) && Object.hasOwn(volume, "emptyDir") && still?.volume === home.volume)
    return [
      {
        paths: [[...at, "volumes", home.volume]],
        problem:
          "takes the place of the volume of the homes by an empty folder: people would not find their work, and lose what they write when the server stops. Give it another key and another name",
      },
    ];
  if (isList(override["volumes"]) && still !== undefined && !pod.volumes.some(({ name }) => name === still.volume))
    return [
      {
        paths: [[...at, "volumes"]],
        problem: `is a list, which takes the place of all volumes, and has no \`${still.volume}\`, which is mounted at \`${home.at}\`: Kubernetes refuses such servers. Write a map, which is merged with those that there are`,
      },
    ];
  return [];
}

function membersAt(values: JsonMap, path: readonly string[]): [JsonPath, JsonMap][] {
  return members(valueAt(values, path.join("."))).map(([key, one]) => [[...path, key], one]);
}
