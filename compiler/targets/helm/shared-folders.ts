// Folders that everybody of a course sees: read-only for all, writable for staff, from one declaration.

import type { Course, Release, SharedFolder, Storage } from "../../model/model.ts";
import { mountPathOf } from "../../model/shared-mounts.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";

/** A shared folder as the servers of its course mount it. */
export interface SharedMount {
  readonly key: string;
  readonly course: Course;
  readonly folder: SharedFolder;
  readonly storage: Storage;
  readonly mountPath: string;
  readonly subPath: string;
}

/** The shared folders of a release. */
export function sharedMounts({ release, images }: ReleaseContext): SharedMount[] {
  return release.courses.flatMap((course) =>
    course.shared.flatMap((folder) => {
      const storage = release.storages.find((one) => one.name === (folder.storage?.value ?? release.homes.name));
      const home = homeOf(release, images.get(course.image.value));
      if (storage === undefined) return [];
      return [
        {
          key: `shared-${course.name}-${folder.name}`,
          course,
          folder,
          storage,
          mountPath: mountPathOf(folder, home),
          subPath: `${release.pathPrefix}_shared/${course.name}/${folder.name}`,
        },
      ];
    }),
  );
}

function homeOf(release: Release, pulled: PulledImage | undefined): string {
  return release.homes.mount?.value ?? pulled?.image.home.value ?? "/home/jovyan";
}

/** The pod's volume for a storage: the homes' is made by the chart. */
export function volumeOf(storage: Storage, release: Release): string {
  return storage.name === release.homes.name ? "home" : `storage-${storage.name}`;
}

/** `singleuser.storage.extraVolumes`, by name: storages of shared folders other than the homes. */
export function sharedVolumes(mounts: readonly SharedMount[], release: Release): Record<string, YamlData> {
  const others = new Map(
    mounts.filter(({ storage }) => storage.name !== release.homes.name).map((one) => [one.storage.name, one]),
  );
  const volumes: Record<string, YamlData> = {};
  for (const { storage } of others.values()) {
    const name = volumeOf(storage, release);
    volumes[name] = withOrigin({ name, persistentVolumeClaim: { claimName: storage.name } }, storage.span);
  }
  return volumes;
}

/** `singleuser.storage.extraVolumeMounts`, by name, so that an override can change one of them (z2jh 4.3 and later). */
export function sharedVolumeMounts(mounts: readonly SharedMount[], release: Release): Record<string, YamlData> {
  return Object.fromEntries(
    mounts.map((mount) => [
      mount.key,
      withOrigin(
        {
          name: volumeOf(mount.storage, release),
          mountPath: from(mount.folder.path, mount.mountPath),
          subPath: mount.subPath,
          readOnly: true,
        },
        mount.folder.span,
      ),
    ]),
  );
}

/** What staff get beside everybody's settings: the same mounts, writable (JupyterHub 5.1, Spawner.group_overrides). */
export function staffOverrides(mounts: readonly SharedMount[]): Record<string, YamlData> {
  const overrides: Record<string, YamlData> = {};
  for (const course of new Set(mounts.map((mount) => mount.course))) {
    const writable = mounts.filter((mount) => mount.course === course && mount.folder.staffWrites.value);
    if (writable.length === 0 || course.staff.length === 0) continue;
    const volume_mounts = Object.fromEntries(
      writable.map(({ key, folder }) => [key, withOrigin({ readOnly: false }, folder.staffWrites.span)]),
    );
    overrides[`20-hubc-${course.name}-staff`] = {
      groups: course.staff.map((one) => from(one)),
      spawner_override: { volume_mounts },
    };
  }
  return overrides;
}
