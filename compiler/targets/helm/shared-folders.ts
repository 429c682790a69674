// Folders that everybody of a course sees: read-only for all, writable for staff, from one declaration.

import type { SharedFolder } from "../../model/content.ts";
import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { type Server, usualServer } from "../../model/server.ts";
import { homePath, mountPathOf } from "../../model/server-folders.ts";
import { claimName } from "../../model/storage-claim.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";

/** A folder of a storage as the servers of a course mount it. */
export interface ServerMount {
  readonly key: string;
  readonly storage: Storage;
  readonly mountPath: YamlData;
  readonly subPath: string;
  readonly readOnly: boolean;
  /** Folders of the storage that are made the server's user's own before it starts. */
  readonly owned: readonly string[];
  readonly span: Span;
}

/** A shared folder as the servers of its course mount it. */
export interface SharedMount extends ServerMount {
  readonly course: Server;
  readonly folder: SharedFolder;
}

/** The shared folders of a course. */
export function sharedMounts({ release, images }: ReleaseContext, course: Server): SharedMount[] {
  return course.shared.flatMap((folder) => {
    const storage = release.storages.find((storage) => storage.name === (folder.storage?.value ?? release.homes.name));
    const home = homeOf(release, images.get(course.image.value));
    if (storage === undefined) return [];
    const subPath = `${release.pathPrefix}_shared/${course.name}/${folder.name}`;
    return [
      {
        key: `shared-${course.name}-${folder.name}`,
        course,
        folder,
        storage,
        mountPath: from(folder.path, mountPathOf(folder, home)),
        subPath,
        readOnly: true,
        owned: [subPath],
        span: folder.span,
      },
    ];
  });
}

/** Where servers with this image have the home. */
export function homeOf(release: Release, pulled: PulledImage | undefined): string {
  return homePath(release, pulled?.image.home.value);
}

/** The image of the servers that the hub's own defaults are made for. */
export function usualImage({ release, images }: ReleaseContext): PulledImage | undefined {
  return images.get(usualServer(release)?.image.value ?? "");
}

/** The pod's volume for a storage: the homes' is made by the chart. */
export function volumeOf(storage: Storage, release: Release): string {
  return storage.name === release.homes.name ? "home" : `storage-${storage.name}`;
}

/** The pod's volumes, by name: storages of mounted folders other than the homes. */
export function sharedVolumes(mounts: readonly ServerMount[], release: Release): Record<string, YamlData> {
  const others = new Map(
    mounts.filter(({ storage }) => storage.name !== release.homes.name).map((mount) => [mount.storage.name, mount]),
  );
  const volumes: Record<string, YamlData> = {};
  for (const { storage } of others.values()) {
    const name = volumeOf(storage, release);
    volumes[name] = withOrigin({ name, persistentVolumeClaim: { claimName: claimName(storage) } }, storage.span);
  }
  return volumes;
}

/** The mounts, by name, so that an override can change one of them (z2jh 4.3 and later). */
export function sharedVolumeMounts(mounts: readonly ServerMount[], release: Release): Record<string, YamlData> {
  return Object.fromEntries(
    mounts.map((mount) => [
      mount.key,
      withOrigin(
        {
          name: volumeOf(mount.storage, release),
          mountPath: mount.mountPath,
          subPath: mount.subPath,
          readOnly: mount.readOnly ? true : undefined,
        },
        mount.span,
      ),
    ]),
  );
}

/** What staff get beside everybody's settings: the same mounts, writable. Absent where that is nothing. */
export function staffMounts(mounts: readonly SharedMount[]): YamlData | undefined {
  const writable = mounts.filter(({ course, folder }) => folder.staffWrites.value && course.staff.length > 0);
  if (writable.length === 0) return undefined;
  return Object.fromEntries(
    writable.map(({ key, folder }) => [key, withOrigin({ readOnly: false }, folder.staffWrites.span)]),
  );
}

/** The same by JupyterHub's `group_overrides` (5.1 and later), where every server is of one course. */
export function staffOverrides(course: Server, mounts: readonly SharedMount[]): Record<string, YamlData> {
  const volume_mounts = staffMounts(mounts);
  if (volume_mounts === undefined) return {};
  const override = { groups: course.staff.map((one) => from(one)), spawner_override: { volume_mounts } };
  return { [`20-hubc-${course.name}-staff`]: override };
}
