// A person's server where every server is of one course, and what holds for all: start, storage, files, variables, images to pull.

import { kernelConfigFile, serverConfigFile } from "../../knowledge/server-files.ts";
import { isChosen } from "../../model/exams-on-day.ts";
import type { Course, Release } from "../../model/model.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { collaboratingAccounts, collaborationOverride, commandOf } from "./collaboration.ts";
import { courseProfiles } from "./course-profiles.ts";
import { serverFrames } from "./frames.ts";
import { gitVariables } from "./git-sign-in.ts";
import { gpuResources, gpuTolerations } from "./gpus.ts";
import { homeStorage, isShared, ownerContainer } from "./home-storage.ts";
import { plainFiles } from "./hub-files.ts";
import { graderOverrides, studentVariables } from "./nbgrader-exchange.ts";
import { nbgraderFiles } from "./nbgrader-files.ts";
import { outgoing } from "./outgoing.ts";
import { pageOf } from "./pages.ts";
import { poolSelector, providersTolerations } from "./pools.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";
import { otherIds } from "./server-ids.ts";
import { serverMounts } from "./server-mounts.ts";
import { sharedMounts, staffOverrides } from "./shared-folders.ts";
import { secretVariable } from "./sign-in.ts";

/** `singleuser`, for the release's courses. */
export function servers(context: ReleaseContext): YamlData {
  const { release } = context;
  const [course] = release.courses;
  const pulled = course && context.images.get(course.image.value);
  const chosen = isChosen(release, context.model.on);
  const mounts = course && !chosen ? serverMounts(context, course) : [];
  const owner = ownerContainer(context, pulled, mounts);
  return {
    ...(course && pulled ? (chosen ? { image: imageOf(course, pulled) } : serverOf(course, pulled, release)) : {}),
    extraTolerations: tolerations(release, chosen),
    startTimeout: release.startTimeout && from(release.startTimeout),
    ...outgoing(release),
    storage: homeStorage(context, pulled, mounts),
    initContainers: owner && [owner],
    extraFiles: jupyterFiles(context),
    extraEnv: variables(
      context,
      course && !chosen ? { ...studentVariables(course, context), ...gitVariables(course, context) } : {},
    ),
    profileList: chosen ? courseProfiles(context) : undefined,
  };
}

/** The settings of a course as defaults of the whole hub. */
function serverOf(course: Course, pulled: PulledImage, release: Release): Record<string, YamlData> {
  const { memory, cpu } = course;
  const { uid, gid } = otherIds(pulled);
  const command = commandOf(course, pulled);
  const gpu = gpuResources(course);
  return {
    image: imageOf(course, pulled),
    memory:
      memory &&
      from(memory, { guarantee: jupyterhubBytes(memory.value.from), limit: jupyterhubBytes(memory.value.to) }),
    cpu: cpu && from(cpu, { guarantee: cpu.value.from, limit: cpu.value.to }),
    extraResource: gpu && { guarantees: gpu, limits: gpu },
    uid,
    fsGid: gid,
    cmd: command && withOrigin(command, course.collaboration.span),
    defaultUrl: from(course.openWith, pageOf(course.openWith.value)),
    nodeSelector: poolSelector(release, course),
  };
}

function imageOf(course: Course, pulled: PulledImage): YamlData {
  return withOrigin({ name: pulled.name, tag: pulled.tag }, course.image.span);
}

/** Every server tolerates what the provider puts on nodes of people; the taint of GPUs only the servers that use them. */
function tolerations(release: Release, chosen: boolean): YamlData {
  const [course] = release.courses;
  const all = [...providersTolerations(release), ...(course && !chosen ? gpuTolerations(course) : [])];
  return all.length > 0 ? all : undefined;
}

/** What some people get beside everybody's settings, by JupyterHub's group_overrides (5.1 and later). */
export function spawnerOverrides(context: ReleaseContext): Readonly<Record<string, YamlData>> | undefined {
  const { release, model } = context;
  const [course] = release.courses;
  if (course === undefined || isChosen(release, model.on)) return undefined;
  const collaboration = collaborationOverride(context, course);
  const overrides = {
    ...collaboration.overrides,
    ...staffOverrides(course, sharedMounts(context, course)),
    ...graderOverrides(course, context),
  };
  return Object.keys(overrides).length === 0 ? undefined : { ...collaboration.people, group_overrides: overrides };
}

/** SQLite locks and network homes do not go together; kernels that nobody uses keep a server from being idle. */
function jupyterFiles(context: ReleaseContext): YamlData {
  const { release } = context;
  const kernels = kernelCulling(release);
  const network = isShared(release.homes) && release.homes.variant !== "host-path";
  const collaborates =
    release.courses.some((course) => course.collaboration.value) || collaboratingAccounts(release).size > 0;
  const server: Record<string, YamlData> = {
    ...(network
      ? { BaseFileIdManager: { db_path: "/tmp/file_id_manager.db" }, NotebookNotary: { db_file: ":memory:" } }
      : {}),
    ...(network && collaborates ? { SQLiteYStore: { db_path: "/tmp/jupyter_ystore.db" } } : {}),
    ...(kernels ? { MappingKernelManager: kernels } : {}),
  };
  const frames = serverFrames(release);
  if (Object.keys(frames).length > 0) server["ServerApp"] = frames;
  const files: Record<string, YamlData> = {};
  if (Object.keys(server).length > 0) files["hubc-jupyter-server"] = { mountPath: serverConfigFile, data: server };
  if (network) {
    const data = { HistoryManager: { hist_file: ":memory:" } };
    files["hubc-ipython"] = withOrigin({ mountPath: kernelConfigFile, data }, release.homes.span);
  }
  Object.assign(files, nbgraderFiles(context), plainFiles(release, "servers"));
  return Object.keys(files).length > 0 ? files : undefined;
}

/** Kernels are stopped after their own time, else after that of servers. */
function kernelCulling({ cull }: Release): YamlData {
  const idle = cull?.kernels ?? (cull?.enabled.value === true ? cull.idle : undefined);
  if (idle === undefined) return undefined;
  const connected = cull?.connectedKernels;
  return from(idle, {
    cull_idle_timeout: idle.value,
    cull_interval: Math.min(300, idle.value),
    cull_connected: connected?.value === true ? from(connected) : undefined,
  });
}

/** Values are templates to KubeSpawner: a brace that is meant is doubled (kubespawner 7.0, templates.md). */
function variables({ release }: ReleaseContext, ofCourse: Readonly<Record<string, YamlData>>): YamlData {
  const ofHub = release.environment.map(({ name, value }) => {
    const { value: held } = value;
    const data = typeof held === "string" ? held.replace(/[{}]/g, "$&$&") : secretVariable(release, held);
    return [name, withOrigin(data, value.span)] as const;
  });
  const all = { ...Object.fromEntries(ofHub), ...ofCourse };
  return Object.keys(all).length > 0 ? all : undefined;
}
