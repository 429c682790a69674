// Folders that a hub mounts into servers: into all of them by the chart's values, into some by JupyterHub's `group_overrides` (5.1 and later).

import { type HubMount, isForEverybody } from "../../model/hub-parts.ts";
import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { adminsGroup } from "../../model/reserved-names.ts";
import { jupyterhubGroup } from "../../model/sign-in-group.ts";
import { claimName } from "../../model/storage-claim.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";
import { volumeOf } from "./shared-folders.ts";

/** Volumes of every server, by name: of storages other than the homes, whose volume the chart makes. */
export function hubVolumes(release: Release): Record<string, YamlData> {
  return Object.fromEntries(
    release.mounts.flatMap((mount) => {
      const storage = storageOf(mount, release);
      if (storage === undefined || storage === release.homes) return [];
      const name = volumeOf(storage, release);
      const volume = { name, persistentVolumeClaim: { claimName: claimName(storage) } };
      return [[name, withOrigin(volume, storage.span)] as const];
    }),
  );
}

/** Mounts of every server, by name. */
export function hubMounts(release: Release, home: string): Record<string, YamlData> {
  const everybodys = release.mounts.filter(isForEverybody);
  return Object.fromEntries(everybodys.flatMap((mount) => entryOf(mount, release, home)));
}

/** Where everybody's mounts below the home are in a server whose image has the home elsewhere: what is merged into those of every server. */
export function movedMounts(release: Release, home: string): Record<string, YamlData> {
  const below = release.mounts.filter((mount) => isForEverybody(mount) && !mount.path.value.startsWith("/"));
  return Object.fromEntries(below.map(({ name, path }) => [`mount-${name}`, { mountPath: placeOf(path, home) }]));
}

/** What members of groups get beside everybody's, one override for each mount. */
export function mountOverrides(release: Release, home: string): Record<string, YamlData> {
  return Object.fromEntries(
    release.mounts
      .filter((mount) => !isForEverybody(mount))
      .map((mount) => {
        const groups = [
          ...mount.groups.map((group) => from(group, jupyterhubGroup(release, group.value))),
          ...(mount.admins.value ? [withOrigin(adminsGroup, mount.admins.span)] : []),
        ];
        const volume_mounts = Object.fromEntries(entryOf(mount, release, home));
        return [`30-mount-${mount.name}`, { groups, spawner_override: { volume_mounts } }];
      }),
  );
}

function entryOf(mount: HubMount, release: Release, home: string): (readonly [string, YamlData])[] {
  const storage = storageOf(mount, release);
  if (storage === undefined) return [];
  const { name, path, folder, readOnly, span } = mount;
  const subPath = `${release.pathPrefix}${folder.value.replace(/^\/+/, "")}`;
  const entry = {
    name: volumeOf(storage, release),
    mountPath: placeOf(path, home),
    subPath: from(folder, subPath),
    readOnly: from(readOnly),
  };
  return [[`mount-${name}`, withOrigin(entry, span)]];
}

function placeOf(path: HubMount["path"], home: string): YamlData {
  return from(path, path.value.startsWith("/") ? path.value : `${home.replace(/\/+$/, "")}/${path.value}`);
}

function storageOf({ storage }: HubMount, { storages, homes }: Release): Storage | undefined {
  return storage === undefined ? homes : storages.find(({ name }) => name === storage.value);
}
