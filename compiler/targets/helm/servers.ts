// A person's server where every server is alike, and what holds for all: start, storage, files, variables, images to pull.

import { metadataServer } from "../../knowledge/chart.ts";
import { hasMountMaps } from "../../knowledge/charts/differences.ts";
import { kernelConfigFile, serverConfigFile } from "../../knowledge/server-files.ts";
import { isChosen } from "../../model/exams-on-day.ts";
import type { HubContainer } from "../../model/hub-container.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Release } from "../../model/release.ts";
import { type Server, usualServer } from "../../model/server.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { networkHolds } from "../../schema/values/network-range.ts";
import { chartAmount } from "./amount-traits.ts";
import { collaboratingAccounts, collaborationOverride, commandOf } from "./collaboration.ts";
import { serverFrames } from "./frames.ts";
import { extraMountKeys, homeInPod, homeStorage, isShared, ownerContainer } from "./home-storage.ts";
import { plainFiles } from "./hub-files.ts";
import { mountOverrides } from "./hub-mounts.ts";
import { graderOverrides } from "./nbgrader-exchange.ts";
import { nbgraderFiles } from "./nbgrader-files.ts";
import { egressRule } from "./network.ts";
import { containerResources } from "./own-pods.ts";
import { poolSelector, providersTolerations, usualPoolSelector } from "./pools.ts";
import { profileList } from "./profile-list.ts";
import { from, type PulledImage, type ReleaseContext } from "./release-context.ts";
import { gpuLimit, gpuTolerations, otherIds, pageOf } from "./server-values.ts";
import { serverVariables, templated, variableData } from "./server-variables.ts";
import { homeOf, sharedMounts, staffOverrides, usualImage } from "./shared-folders.ts";
import { serverMounts } from "./volumes.ts";

/** `singleuser`, for the release's courses. */
export function servers(context: ReleaseContext): YamlData {
  const { release } = context;
  const server = usualServer(release);
  const pulled = usualImage(context);
  const chosen = isChosen(release, context.model.on);
  const mounts = server && !chosen ? serverMounts(context, server) : [];
  const owner = ownerContainer(context, pulled, mounts);
  return {
    ...(server === undefined ? withoutImage(release) : {}),
    ...(server && pulled ? (chosen ? usualOf(server, pulled, release) : serverOf(server, pulled, release)) : {}),
    extraTolerations: tolerations(release, chosen),
    startTimeout: release.startTimeout && from(release.startTimeout),
    ...besideStart(release),
    ...outgoing(release),
    storage: homeStorage(context, pulled, mounts),
    initContainers: owner && [owner],
    extraFiles: jupyterFiles(context),
    extraEnv: variables(context, server && !chosen ? serverVariables(server, context) : {}),
    extraContainers: containers(release, homeOf(release, pulled)),
    profileList: chosen ? profileList(context) : undefined,
  };
}

/**
 * The names of the mounts that are written as a list, in its order: by them an override changes one of them (python/hubc_older). Absent where
 * the chart takes a map.
 */
export function mountKeys(context: ReleaseContext): YamlData {
  const { release, model } = context;
  if (hasMountMaps(release.chart)) return undefined;
  const server = isChosen(release, model.on) ? undefined : usualServer(release);
  const keys = extraMountKeys(release, server === undefined ? [] : serverMounts(context, server));
  return keys.length > 0 ? keys : undefined;
}

/** The settings of the only server as defaults of the whole hub. */
function serverOf(server: Server, pulled: PulledImage, release: Release): Record<string, YamlData> {
  const { memory, cpu } = server;
  const { uid, gid } = otherIds(release, pulled);
  const command = commandOf(server, pulled);
  const gpu = gpuLimit(server);
  return {
    image: imageOf(server, pulled, release),
    memory: chartAmount(memory, jupyterhubBytes),
    cpu: chartAmount(cpu, (cores) => cores),
    extraResource: gpu && { limits: gpu },
    uid,
    fsGid: gid,
    cmd: command ? withOrigin(command, server.collaboration.span) : startCommand(release),
    defaultUrl: from(server.openWith, pageOf(server.openWith.value)),
    nodeSelector: poolSelector(release, server),
  };
}

/** What the hub says of all servers, where people choose: each entry of the list says in what it is another. */
function usualOf(server: Server, pulled: PulledImage, release: Release): Record<string, YamlData> {
  const { memory, cpu, openWith } = release.hubServer;
  return {
    image: imageOf(server, pulled, release),
    memory: chartAmount(memory, jupyterhubBytes),
    cpu: chartAmount(cpu, (cores) => cores),
    cmd: startCommand(release),
    defaultUrl: from(openWith, pageOf(openWith.value)),
    nodeSelector: usualPoolSelector(release),
  };
}

/** What the hub says of all servers, where their image comes from elsewhere: the chart's own, or one that is named when helm is called. */
function withoutImage(release: Release): Record<string, YamlData> {
  const { memory, cpu, openWith } = release.hubServer;
  const pullPolicy = pullPolicyOf(release);
  return {
    image: pullPolicy && { pullPolicy },
    memory: memory && chartAmount(memory, jupyterhubBytes),
    cpu: cpu && chartAmount(cpu, (cores) => cores),
    cmd: startCommand(release),
    defaultUrl: openWith.how === "default" ? undefined : from(openWith, pageOf(openWith.value)),
    nodeSelector: usualPoolSelector(release),
  };
}

function imageOf(server: Server, pulled: PulledImage, release: Release): YamlData {
  return withOrigin({ name: pulled.name, tag: pulled.tag, pullPolicy: pullPolicyOf(release) }, server.image.span);
}

const pullPolicies = { always: "Always", "if-missing": "IfNotPresent", never: "Never" } as const;

function pullPolicyOf({ hubServer: { start } }: Release): YamlData | undefined {
  return start?.pull && from(start.pull, pullPolicies[start.pull.value]);
}

/** The program that servers run, where the hub says it. */
function startCommand({ hubServer: { start } }: Release): YamlData {
  return start === undefined || start.command.length === 0 ? undefined : start.command.map((word) => from(word));
}

/** What runs beside that program at its start, which KubeSpawner hands on as it is (7.0, `lifecycle_hooks`), and the account of the pod. */
function besideStart({ hubServer: { start } }: Release): Record<string, YamlData> {
  if (start === undefined) return {};
  const command = start.after.map((word) => from(word));
  return {
    lifecycleHooks: command.length > 0 ? { postStart: { exec: { command } } } : undefined,
    serviceAccountName: start.account && from(start.account),
  };
}

/** Every server tolerates what the provider puts on nodes of people; the taint of GPUs only the servers that use them. */
function tolerations(release: Release, chosen: boolean): YamlData {
  const server = usualServer(release);
  const all = [...providersTolerations(release), ...(server && !chosen ? gpuTolerations(server) : [])];
  return all.length > 0 ? all : undefined;
}

/** What some people get beside everybody's settings, by JupyterHub's group_overrides (5.1 and later). */
export function spawnerOverrides(context: ReleaseContext): Readonly<Record<string, YamlData>> | undefined {
  const { release, model } = context;
  const server = usualServer(release);
  const mounts = mountOverrides(release, homeOf(release, usualImage(context)));
  if (server === undefined || isChosen(release, model.on))
    return Object.keys(mounts).length === 0 ? undefined : { group_overrides: mounts };
  const collaboration = collaborationOverride(context, server);
  const overrides = {
    ...collaboration.overrides,
    ...staffOverrides(server, sharedMounts(context, server)),
    ...graderOverrides(server, context),
    ...mounts,
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
  const isBare = isLeftOut(release, "server-settings");
  if (Object.keys(server).length > 0 && !isBare)
    files["hubc-jupyter-server"] = { mountPath: serverConfigFile, data: server };
  if (network && !isBare) {
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

function variables(context: ReleaseContext, ofServer: Readonly<Record<string, YamlData>>): YamlData {
  const all = { ...variableData(context.release.environment, context), ...ofServer };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** `singleuser.extraContainers`; undefined where there are none. `home`: where servers have the person's home. */
function containers(release: Release, home: string): YamlData {
  const { containers } = release;
  return containers.length === 0 ? undefined : containers.map((container) => containerOf(container, release, home));
}

function containerOf(container: HubContainer, release: Release, home: string): YamlData {
  const { name, image, command, ports, user, environment, span } = container;
  return withOrigin(
    {
      name,
      image: from(image),
      command: command.length > 0 ? command.map((word) => from(word, templated(word.value))) : undefined,
      args:
        container.arguments.length > 0
          ? container.arguments.map((word) => from(word, templated(word.value)))
          : undefined,
      ports: ports.length > 0 ? ports.map((port) => ({ containerPort: from(port) })) : undefined,
      env:
        environment.length > 0
          ? environment.map(({ name, value }) => ({ name, value: from(value, templated(value.value)) }))
          : undefined,
      resources: containerResources(container),
      securityContext: user && { runAsUser: from(user) },
      volumeMounts: container.home.value
        ? [withOrigin({ ...homeInPod(release), mountPath: home }, container.home.span)]
        : undefined,
    },
    span,
  );
}

// What servers may reach beside the hub. The chart's own policies let the internet through and keep private networks and the
// cloud's metadata server out (jupyterhub chart 4.4.0, values.yaml and _helpers-netpol.tpl).

/** `singleuser.networkPolicy` and `singleuser.cloudMetadata`, where the hub says something of them. */
function outgoing({ outgoing }: Release): Record<string, YamlData> {
  if (outgoing === undefined) return {};
  const { networks, internet, blockMetadata, reach, span } = outgoing;
  const blocked = blockMetadata.value;
  const blocks = networks.map((network) => {
    const except = blocked && networkHolds(network.value, metadataServer) ? [`${metadataServer}/32`] : undefined;
    return { ipBlock: withOrigin({ cidr: network.value, except }, network.span) };
  });
  const rules = [
    ...(blocks.length > 0 ? [{ to: blocks }] : []),
    ...reach.map((peer) => egressRule(peer, { metadataIsBlocked: blocked })),
  ];
  return {
    networkPolicy: withOrigin(
      {
        egressAllowRules: {
          cloudMetadataServer: from(blockMetadata, !blocked),
          nonPrivateIPs: from(internet),
        },
        egress:
          blocks.length > 0
            ? withComment(rules, "Private networks that servers may reach.")
            : rules.length > 0
              ? rules
              : undefined,
      },
      span,
    ),
    cloudMetadata: { blockWithIptables: from(blockMetadata) },
  };
}
