// A person's server: image, size, home, command, page, variables, and the files that keep SQLite off network homes.

import { baseImage } from "../../knowledge/base-images.ts";
import { type Capabilities, capabilitiesOf } from "../../knowledge/capabilities.ts";
import { ownerImage, serverIds } from "../../knowledge/chart.ts";
import type { App, Course, Release, Storage } from "../../model/model.ts";
import { htmlText } from "../../output/html-text.ts";
import { jupyterhubBytes, kubernetesBytes } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { collaborationGroup } from "./people.ts";
import { poolSelector, providersTolerations } from "./pools.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";
import { sharedMounts, sharedVolumeMounts, sharedVolumes, staffOverrides, volumeOf } from "./shared-folders.ts";
import { secretVariable } from "./sign-in.ts";

/** `singleuser`, for the release's courses. */
export function servers(context: ReleaseContext): YamlData {
  const { release } = context;
  const [course, ...others] = release.courses;
  const pulled = course && context.images.get(course.image.value);
  const home = homePath(release, pulled);
  return {
    ...(course && pulled
      ? others.length === 0
        ? serverOf(course, pulled, release)
        : { image: imageOf(course, pulled) }
      : {}),
    extraTolerations: providersTolerations(release),
    startTimeout: release.startTimeout && from(release.startTimeout),
    storage: storage(context, home),
    initContainers: owner(context, pulled),
    extraFiles: jupyterFiles(context),
    extraEnv: release.environment.length > 0 ? variables(release) : undefined,
    profileList: others.length > 0 ? release.courses.map((one) => profile(one, context, home)) : undefined,
  };
}

/** The settings of a course as defaults of the whole hub. */
function serverOf(course: Course, pulled: PulledImage, release: Release): Record<string, YamlData> {
  const { memory, cpu } = course;
  const { uid, gid } = otherIds(pulled);
  const command = commandOf(course, pulled);
  const selector = poolSelector(release, course);
  return {
    image: imageOf(course, pulled),
    memory:
      memory &&
      from(memory, { guarantee: jupyterhubBytes(memory.value.from), limit: jupyterhubBytes(memory.value.to) }),
    cpu: cpu && from(cpu, { guarantee: cpu.value.from, limit: cpu.value.to }),
    uid,
    fsGid: gid,
    cmd: command && withOrigin(command, course.collaboration.span),
    defaultUrl: from(course.openWith, pageOf(course.openWith.value)),
    nodeSelector: selector,
  };
}

function imageOf(course: Course, pulled: PulledImage): YamlData {
  return withOrigin({ name: pulled.name, tag: pulled.tag }, course.image.span);
}

function idsOf(pulled: PulledImage | undefined): { readonly uid: number; readonly gid: number } {
  return baseImage(pulled?.image.base?.value ?? pulled?.image.prebuilt?.value ?? "").ids;
}

/** The image's user and group where they are not those that the chart sets anyway. */
function otherIds(pulled: PulledImage | undefined): { readonly uid: YamlData; readonly gid: YamlData } {
  const { uid, gid } = idsOf(pulled);
  return { uid: uid === serverIds.uid ? undefined : uid, gid: gid === serverIds.gid ? undefined : gid };
}

/**
 * A course among several: what choosing it sets (KubeSpawner's traits, by their own names). Nothing of a course stands in the
 * hub's defaults, since the others would have it too. Titles and descriptions go into the page as HTML (kubespawner 7.0).
 */
function profile(course: Course, context: ReleaseContext, defaultHome: string): YamlData {
  const pulled = context.images.get(course.image.value);
  const { memory, cpu } = course;
  const command = pulled && commandOf(course, pulled);
  const { uid, gid } = otherIds(pulled);
  const home = homePath(context.release, pulled);
  return withOrigin(
    {
      display_name: from(course.title, htmlText(course.title.value)),
      slug: course.name,
      description: course.doc === undefined ? undefined : htmlText(course.doc.split("\n")[0] ?? ""),
      kubespawner_override: {
        image: pulled && withOrigin(`${pulled.name}:${pulled.tag}`, course.image.span),
        mem_guarantee: memory && from(memory, jupyterhubBytes(memory.value.from)),
        mem_limit: memory && from(memory, jupyterhubBytes(memory.value.to)),
        cpu_guarantee: cpu && from(cpu, cpu.value.from),
        cpu_limit: cpu && from(cpu, cpu.value.to),
        cmd: command && withOrigin(command, course.collaboration.span),
        default_url: from(course.openWith, pageOf(course.openWith.value)),
        node_selector: poolSelector(context.release, course),
        uid,
        fs_gid: gid,
        volume_mounts: home === defaultHome ? undefined : { [homeMount(context.release.homes)]: { mountPath: home } },
      },
    },
    course.span,
  );
}

const pages: Readonly<Record<App, string>> = {
  lab: "/lab",
  notebook: "/tree",
  rstudio: "/rstudio",
  vscode: "/vscode",
  desktop: "/desktop",
  retro: "/retro",
};

function pageOf(app: App): string {
  return pages[app];
}

/** The command, where the image's own needs arguments. */
function commandOf(course: Course, pulled: PulledImage): string[] | undefined {
  return course.collaboration.value ? collaborationCommand(capabilitiesOf(pulled.image)) : undefined;
}

/** JupyterLab 3 is told by a flag; in 4 the package itself turns it on, and the flag would stop the server. */
function collaborationCommand(capabilities: Capabilities): string[] | undefined {
  const store = capabilities.ystore === undefined ? [] : [`--YDocExtension.ystore_class=${capabilities.ystore}`];
  if (capabilities.lab === 3) return ["jupyterhub-singleuser", "--LabApp.collaborative=true", ...store];
  return store.length > 0 ? ["jupyterhub-singleuser", ...store] : undefined;
}

/** Accounts whose servers collaborate although the hub's courses don't. */
export function collaboratingAccounts(release: Release): ReadonlySet<string> {
  if (release.courses.some((course) => course.collaboration.value)) return new Set();
  return new Set(
    release.groups.flatMap(({ workspace }) => (workspace?.collaboration.value ? [workspace.account.value] : [])),
  );
}

/** What some people get beside everybody's settings, by JupyterHub's group_overrides (5.1 and later). */
export function spawnerOverrides(context: ReleaseContext): Readonly<Record<string, YamlData>> | undefined {
  const collaboration = collaborationOverride(context);
  const overrides = { ...collaboration?.overrides, ...staffOverrides(sharedMounts(context)) };
  if (Object.keys(overrides).length === 0) return undefined;
  return { args: collaboration?.args, group_overrides: overrides };
}

interface CollaborationOverride {
  readonly args: YamlData;
  readonly overrides: Readonly<Record<string, YamlData>>;
}

function collaborationOverride({ release, images }: ReleaseContext): CollaborationOverride | undefined {
  if (collaboratingAccounts(release).size === 0) return undefined;
  const pulled = images.get(release.courses[0]?.image.value ?? "");
  if (pulled === undefined) return undefined;
  const capabilities = capabilitiesOf(pulled.image);
  const override = (spawner: YamlData) => ({
    "10-hubc-collaboration": { groups: [collaborationGroup], spawner_override: spawner },
  });
  if (capabilities.lab === 3)
    return { args: undefined, overrides: override({ cmd: collaborationCommand(capabilities) }) };
  return {
    args: ["--YDocExtension.disable_rtc=True"],
    overrides: override({ args: ["--YDocExtension.disable_rtc=False"] }),
  };
}

export function homePath(release: Release, pulled: PulledImage | undefined): string {
  return release.homes.mount?.value ?? pulled?.image.home.value ?? "/home/jovyan";
}

/** Storages that many servers mount at once, through one claim. */
export function isShared(storage: Storage): boolean {
  return storage.variant !== "dynamic" && storage.variant !== "memory";
}

/** The name of the claim on shared homes; in the release's own namespace it needs no more than the storage's name. */
export function claimName(storage: Storage): string {
  return storage.name;
}

/** The name under which the chart's hub configuration keeps the mount of the home (jupyterhub_config.py, 4.4.0). */
function homeMount(homes: Storage): string {
  if (isShared(homes)) return "home";
  return homes.variant === "dynamic" ? "volume-{user_server}" : "home";
}

function storage(context: ReleaseContext, home: string): YamlData {
  const { release } = context;
  const { homes } = release;
  const mounts = sharedMounts(context);
  const extraVolumes = sharedVolumes(mounts, release);
  const extraVolumeMounts = sharedVolumeMounts(mounts, release);
  const extra = {
    ...(Object.keys(extraVolumes).length > 0 ? { extraVolumes } : {}),
    ...(mounts.length > 0 ? { extraVolumeMounts } : {}),
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
      extraVolumes: {
        home: withComment(volume, "Nothing in the home folder outlives the server, on purpose."),
        ...extraVolumes,
      },
      extraVolumeMounts: { home: { name: "home", mountPath: home }, ...extraVolumeMounts },
    },
    homes.span,
  );
}

/** Where it mounts the home: one path, wherever the images of the hub's courses have theirs. */
const ownerMount = "/mnt/home";

/** On a share, a fresh folder belongs to the server's user only if somebody makes it so. */
function owner(context: ReleaseContext, pulled: PulledImage | undefined): YamlData {
  const { release } = context;
  const { homes } = release;
  const home = { name: "home", mountPath: ownerMount, subPath: `${release.pathPrefix}${homes.path.value}` };
  const folders = sharedMounts(context).map((mount, i) =>
    withOrigin(
      { name: volumeOf(mount.storage, release), mountPath: `/mnt/shared-${i + 1}`, subPath: mount.subPath },
      mount.folder.span,
    ),
  );
  const volumeMounts = [...(isShared(homes) ? [home] : []), ...folders];
  if (volumeMounts.length === 0) return undefined;
  const { uid, gid } = idsOf(pulled);
  const places = [...(isShared(homes) ? [ownerMount] : []), ...folders.map((_, i) => `/mnt/shared-${i + 1}`)];
  const container = {
    name: "own-home",
    image: `${ownerImage.name}:${ownerImage.tag}`,
    command: [
      "sh",
      "-ec",
      places.map((place) => `test "$(stat -c %u ${place})" = ${uid} || chown ${uid}:${gid} ${place}`).join("\n"),
    ],
    securityContext: { runAsUser: 0, runAsNonRoot: false, allowPrivilegeEscalation: false },
    volumeMounts,
  };
  return [
    withComment(
      withOrigin(container, homes.span),
      "A folder that is made for a new person belongs to root until this runs.",
    ),
  ];
}

/** SQLite locks and network homes do not go together; kernels that nobody uses keep a server from being idle. */
function jupyterFiles(context: ReleaseContext): YamlData {
  const { release } = context;
  const idle = release.cull?.idle;
  const network = isShared(release.homes) && release.homes.variant !== "host-path";
  const collaborates =
    release.courses.some((course) => course.collaboration.value) || collaboratingAccounts(release).size > 0;
  const server: Record<string, YamlData> = {
    ...(network
      ? { BaseFileIdManager: { db_path: "/tmp/file_id_manager.db" }, NotebookNotary: { db_file: ":memory:" } }
      : {}),
    ...(network && collaborates ? { SQLiteYStore: { db_path: "/tmp/jupyter_ystore.db" } } : {}),
    ...(idle
      ? {
          MappingKernelManager: from(idle, { cull_idle_timeout: idle.value, cull_interval: Math.min(300, idle.value) }),
        }
      : {}),
  };
  const files: Record<string, YamlData> = {};
  if (Object.keys(server).length > 0)
    files["hubc-jupyter-server"] = { mountPath: "/etc/jupyter/jupyter_server_config.json", data: server };
  if (network) {
    const data = { HistoryManager: { hist_file: ":memory:" } };
    files["hubc-ipython"] = withOrigin(
      { mountPath: "/etc/ipython/ipython_kernel_config.json", data },
      release.homes.span,
    );
  }
  return Object.keys(files).length > 0 ? files : undefined;
}

/** Values are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
function variables(release: Release): YamlData {
  return Object.fromEntries(
    release.environment.map(({ name, value }) => {
      const { value: held } = value;
      const data = typeof held === "string" ? held.replace(/[{}]/g, "$&$&") : secretVariable(release, held);
      return [name, withOrigin(data, value.span)];
    }),
  );
}
