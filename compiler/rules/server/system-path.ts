import { coveredSystemPath, systemPathAt } from "../../knowledge/system-paths.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { OwnValue } from "../../model/chart-leaf.ts";
import type { Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";
import { entriesNamed } from "./entries-named.ts";

interface Mount {
  readonly path: string;
  readonly span: Span;
}

/** Nothing is mounted over what a container's programs rely on. */
export const systemPath = defineRule<{ path: string; system: string }>({
  code: "server/system-path",
  title: "A folder mounted over the system's own",
  why: "A mount hides what the image has there, and whoever may write in it decides what everybody's programs load: accounts and certificates in `/etc`, programs in `/usr`, the server's own credentials in `/var/run/secrets`. Folders for people belong below the home, `/srv`, `/data` or `/mnt`.",
  message: ({ path, system }) =>
    `\`${path}\` ${path.replace(/\/+$/, "") === system || path === system ? "is" : `lies in \`${system}\`, which is`} the system's own: mount it below the home, or below \`/srv\`.`,
  check: (model, report) => {
    for (const mount of declaredMounts(model)) refuse(mount, systemPathAt(mount.path), report);
    for (const release of model.releases)
      asFarAsKnown(() => {
        for (const mount of ownMounts(release)) refuse(mount, coveredSystemPath(mount.path), report);
      });
  },
});

function declaredMounts({ courses, storages, images }: Model): Mount[] {
  return [
    ...courses.flatMap((course) => course.shared.map(({ path }) => ({ path: path.value, span: path.span }))),
    ...storages.flatMap(({ mount }) => (mount === undefined ? [] : [{ path: mount.value, span: mount.span }])),
    ...images.map(({ home }) => ({ path: home.value, span: home.span })),
  ].filter(({ path }) => path.startsWith("/"));
}

function ownMounts({ homes, ownValues, mounts, files, volumes }: Release): Mount[] {
  const home = homes.mount?.value ?? "/home/jovyan";
  const inServers = volumes.filter((volume) => volume.in.value === "servers");
  const declared = [...mounts, ...files, ...inServers].map(({ path }) => ({ path: path.value, span: path.span }));
  // Of a mount or a file around the home, the rules of taken places speak.
  const absolute = declared.filter(({ path }) => path.startsWith("/") && !`${home}/`.startsWith(`${path}/`));
  return [...absolute, ...ownValues.flatMap(mountsIn)];
}

function refuse(
  { path, span }: Mount,
  system: string | undefined,
  report: ReportOf<{ path: string; system: string }>,
): void {
  if (system !== undefined) report({ path, system }, { span });
}

/** Where values of one's own mount something into servers: every `mountPath` below the storage of the chart's `singleuser` and the spawner's traits. */
function mountsIn({ leaf: { value } }: OwnValue): Mount[] {
  const [first, second, className, trait] = value.path;
  const isChart = first === "singleuser";
  const isTrait =
    first === "hub" && second === "config" && /Spawner$/.test(className ?? "") && trait === "volume_mounts";
  if (!isChart && !isTrait) return [];
  const { data } = value;
  const here = mountKeys.includes(value.path.at(-1) ?? "") ? [data] : [];
  return [...here, ...mountKeys.flatMap((key) => entriesNamed(key, data))].flatMap((data) =>
    data.kind === "scalar" && typeof data.value === "string" ? [{ path: data.value, span: data.span }] : [],
  );
}

/** Kubernetes' name, the chart's for homes, and KubeSpawner's, which takes both spellings (kubespawner 7.1, utils.py). */
const mountKeys: readonly string[] = ["mountPath", "mount_path", "homeMountPath"];
