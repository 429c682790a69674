// Where a person's home comes from: the chart's storage settings, and the container that makes a fresh folder the person's own.

import { ownerImage } from "../../knowledge/chart.ts";
import { chartDefault } from "../../knowledge/chart-values.ts";
import type { Chart } from "../../knowledge/charts/charts.ts";
import { hasMountMaps } from "../../knowledge/charts/differences.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Storage } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import { claimName } from "../../model/storage-claim.ts";
import { kubernetesBytes } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { secretFileMounts, secretFileVolumes } from "./hub-files.ts";
import { hubMounts, hubVolumes } from "./hub-mounts.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";
import { serverIds } from "./server-values.ts";
import { homeOf, type ServerMount, sharedVolumeMounts, sharedVolumes, volumeOf } from "./shared-folders.ts";
import { ownVolumeMounts, ownVolumes } from "./volumes.ts";

/** Storages that many servers mount at once, through one claim. */
export function isShared(storage: Storage): boolean {
  return storage.variant !== "dynamic" && storage.variant !== "memory";
}

/** The name under which the chart's hub configuration keeps the mount of the home (jupyterhub_config.py, 4.4.0). */
export function homeMount({ homes, chart }: Pick<Release, "homes" | "chart">): string {
  if (isShared(homes) || homes.variant !== "dynamic") return "home";
  return String(chartDefault(chart, ["singleuser", "storage", "dynamic", "volumeNameTemplate"]));
}

/** The home as a container beside the server mounts it: the pod's volume, and the person's folder in it (chart 4.4.0, jupyterhub_config.py). */
export function homeInPod(release: Release): Record<string, YamlData> {
  const { homes } = release;
  if (!isShared(homes)) return { name: homeMount(release) };
  return { name: "home", subPath: from(homes.path, `${release.pathPrefix}${homes.path.value}`) };
}

/** Volumes or mounts by name, as the chart takes them: a list before 4.3. */
function asTaken(chart: Chart, byName: Record<string, YamlData>): YamlData {
  return hasMountMaps(chart) ? byName : Object.values(byName);
}

/** The names of `extraVolumeMounts`, in their order. */
export function extraMountKeys(release: Release, mounts: readonly ServerMount[]): readonly string[] {
  const { homes } = release;
  const home = isShared(homes) || homes.variant === "dynamic" ? [] : ["home"];
  return [...home, ...Object.keys({ ...sharedVolumeMounts(mounts, release), ...secretFileMounts(release, "servers") })];
}

/** `singleuser.storage`: the home where `pulled` has it, and the folders that every server mounts. */
export function homeStorage(
  { release }: ReleaseContext,
  pulled: PulledImage | undefined,
  mounts: readonly ServerMount[],
): YamlData {
  const { homes, chart } = release;
  const home = homeOf(release, pulled);
  const extraVolumes = {
    ...sharedVolumes(mounts, release),
    ...hubVolumes(release),
    ...ownVolumes(release, "servers"),
    ...Object.fromEntries(secretFileVolumes(release, "servers")),
  };
  const extraVolumeMounts = {
    ...sharedVolumeMounts(mounts, release),
    ...hubMounts(release, home),
    ...ownVolumeMounts(release, "servers"),
    ...secretFileMounts(release, "servers"),
  };
  const extra = {
    ...(Object.keys(extraVolumes).length > 0 ? { extraVolumes: asTaken(chart, extraVolumes) } : {}),
    ...(Object.keys(extraVolumeMounts).length > 0 ? { extraVolumeMounts: asTaken(chart, extraVolumeMounts) } : {}),
  };
  if (isShared(homes)) {
    const subPath = `${release.pathPrefix}${homes.path.value}`;
    return withOrigin(
      {
        type: "static",
        homeMountPath: home,
        static: { pvcName: claimName(homes), subPath: from(homes.path, subPath) },
        ...extra,
      },
      homes.span,
    );
  }
  if (homes.variant === "dynamic") {
    const storageClass = homes.settings["class"];
    return withOrigin(
      {
        type: "dynamic",
        homeMountPath: home,
        capacity: homes.size && from(homes.size, kubernetesBytes(homes.size.value)),
        dynamic: storageClass && { storageClass: from(storageClass) },
        ...extra,
      },
      homes.span,
    );
  }
  const volume = { name: "home", emptyDir: homes.size ? { sizeLimit: kubernetesBytes(homes.size.value) } : {} };
  return withOrigin(
    {
      type: "none",
      homeMountPath: home,
      extraVolumes: asTaken(chart, {
        home: withComment(volume, "Nothing in the home folder outlives the server, on purpose."),
        ...extraVolumes,
      }),
      extraVolumeMounts: asTaken(chart, { home: { name: "home", mountPath: home }, ...extraVolumeMounts }),
    },
    homes.span,
  );
}

/**
 * Folders that shared accounts have their homes in, beside those of people: no person's home, of whatever name, is ever theirs. `from`
 * is everybody's path on the share.
 */
export function workspaceHomes({ homes, pathPrefix }: Release): YamlData {
  if (!isShared(homes)) return undefined;
  const everybodys = `${pathPrefix}${homes.path.value}`;
  return { from: everybodys, to: everybodys.replace(/[^/]*\{/, "_workspaces/$&") };
}

/** Where it mounts the home: one path, wherever the images of the hub's courses have theirs. */
const ownerMount = "/mnt/home";

/** On a share, a fresh folder belongs to the server's user only if somebody makes it so. Absent where nothing is on a share. */
export function ownerContainer(
  { release }: ReleaseContext,
  pulled: PulledImage | undefined,
  mounts: readonly ServerMount[],
): YamlData | undefined {
  const { homes } = release;
  const home = { name: "home", mountPath: ownerMount, subPath: `${release.pathPrefix}${homes.path.value}` };
  const owned = mounts.flatMap(({ storage, owned, span }) => owned.map((subPath) => ({ storage, subPath, span })));
  const folders = owned.map(({ storage, subPath, span }, i) =>
    withOrigin({ name: volumeOf(storage, release), mountPath: `/mnt/shared-${i + 1}`, subPath }, span),
  );
  const volumeMounts = [...(isShared(homes) ? [home] : []), ...folders];
  if (volumeMounts.length === 0 || isLeftOut(release, "home-owner")) return undefined;
  const { uid, gid } = serverIds(pulled);
  const places = [...(isShared(homes) ? [ownerMount] : []), ...folders.map((_, i) => `/mnt/shared-${i + 1}`)];
  const container = {
    name: ownerName,
    image: `${ownerImage.name}:${ownerImage.tag}`,
    command: [
      "sh",
      "-ec",
      places.map((place) => `test "$(stat -c %u ${place})" = ${uid} || chown ${uid}:${gid} ${place}`).join("\n"),
    ],
    securityContext: { runAsUser: 0, runAsNonRoot: false, allowPrivilegeEscalation: false },
    volumeMounts,
  };
  return withComment(
    withOrigin(container, homes.span),
    "A folder that is made for a new person belongs to root until this runs.",
  );
}

/** The container's name, by which a course's own takes its place. */
export const ownerName = "own-home";
