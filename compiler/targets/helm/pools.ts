// Which nodes pods go to, and the room kept free on them.

import { largestServer } from "../../capacity/largest-server.ts";
import { isPeoplesStage } from "../../capacity/pool-load.ts";
import { coursesAhead, placeholderPool } from "../../capacity/room-ahead.ts";
import { gpuResource } from "../../knowledge/gpus.ts";
import { isChosen } from "../../model/exams-on-day.ts";
import type { Model } from "../../model/model.ts";
import { type Pool, poolFor, poolSelectorOf, providersTaint } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { type Server, usualServer } from "../../model/server.ts";
import { kubernetesBytes, kubernetesCpu } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";
import { podReplicas, podResources } from "./own-pods.ts";
import { from, type ReleaseContext } from "./release-context.ts";

function selectorOf(release: Release, pool: Pool): YamlData {
  return withOrigin(poolSelectorOf(release.provider, pool), pool.span);
}

/** Tolerations for what the provider itself puts on the nodes of people. */
export function providersTolerations(release: Release): YamlData[] {
  const taints = release.provider.pools.flatMap((pool) => {
    const taint = pool.core ? undefined : providersTaint(release.provider, pool);
    return taint ? [{ taint, span: pool.spot?.span ?? pool.span }] : [];
  });
  const [first] = taints;
  return first === undefined
    ? []
    : [withOrigin({ ...first.taint, operator: "Equal", effect: "NoSchedule" }, first.span)];
}

/** A selector for the nodes of the pool that a server, or one of its sizes, runs on. */
export function poolSelector(release: Release, server: Pick<Server, "pool">): YamlData {
  const pool = poolFor(release.provider, server);
  if (pool === undefined) return undefined;
  return server.pool === undefined
    ? selectorOf(release, pool)
    : withOrigin(selectorOf(release, pool), server.pool.span);
}

/**
 * The selector of the pool that the hub names for all servers, where that of any other pool replaces it. KubeSpawner adds the labels of a
 * choice to those of the hub (7.0, `_apply_overrides`), so pools that are found by labels of other names would be found by both, which no
 * node has.
 */
export function usualPoolSelector(release: Release): YamlData {
  const { hubServer, provider } = release;
  const { pool } = hubServer;
  const names = provider.pools.filter(({ core }) => !core).map((pool) => labelNames(release, pool));
  return pool === undefined || new Set(names).size > 1 ? undefined : poolSelector(release, { pool });
}

function labelNames({ provider }: Release, pool: Pool): string {
  return Object.keys(poolSelectorOf(provider, pool)).sort().join(" ");
}

/** A selector for the nodes of the hub's own pods. */
export function coreSelector(release: Release): YamlData {
  const core = release.provider.pools.find((pool) => pool.core);
  return core && selectorOf(release, core);
}

/**
 * Placeholders: as many servers' room as `spare` says, each of the largest guarantee on the pool. Where room is made before
 * lectures and exams there are placeholders too, none of them at first. The chart's are on one pool; those of others are objects
 * beside it.
 */
export function scheduling(context: ReleaseContext): YamlData {
  const { release, model } = context;
  const core = coreSelector(release);
  const ofScheduler = {
    enabled: release.userScheduler && from(release.userScheduler),
    nodeSelector: core,
    replicas: podReplicas(release, "user-scheduler"),
    resources: podResources(release, "user-scheduler"),
  };
  const userScheduler = Object.values(ofScheduler).every((value) => value === undefined) ? undefined : ofScheduler;
  const placeholders = placeholdersOf(release, model);
  if (placeholders === undefined) {
    const podPriority = release.podPriority && { enabled: from(release.podPriority) };
    return userScheduler || podPriority ? { userScheduler, podPriority } : undefined;
  }
  const { pool, replicas, origin } = placeholders;
  return {
    userScheduler,
    podPriority: withComment(
      withOrigin({ enabled: true }, origin),
      "Placeholders give way to people only where pods have priorities.",
    ),
    userPlaceholder: withOrigin(
      {
        enabled: true,
        replicas,
        resources: largestResources(release, pool),
        extraPodSpec: placeholderSpec(context, pool),
      },
      origin,
    ),
  };
}

function placeholdersOf(
  release: Release,
  model: Model,
): { readonly pool: Pool; readonly replicas: YamlData; readonly origin: Span } | undefined {
  const pool = placeholderPool(release);
  if (pool === undefined) return undefined;
  const spare = release.spare.find((one) => one.pool === pool.name && one.count.value > 0);
  if (spare) return { pool, replicas: from(spare.count), origin: spare.count.span };
  const [course] = isPeoplesStage(release, model) ? coursesAhead(release) : [];
  if (course === undefined) {
    // The spare room of other pools takes its priority from the chart.
    const elsewhere = release.spare.find(({ count }) => count.value > 0);
    return elsewhere && { pool, replicas: 0, origin: elsewhere.count.span };
  }
  const origin = course.lectures[0]?.span ?? course.exams[0]?.span ?? course.span;
  const note = "Changed by the jobs in manifests/30-scale.yaml before lectures and exams.";
  return { pool, replicas: withComment(0, note), origin };
}

/** Whole GPUs have a limit wherever they are asked for. */
function largestResources(release: Release, pool: Pool): YamlData {
  const { memory, cpu, gpu } = largestServer(release, pool);
  const gpus = gpu > 0 ? { [gpuResource]: String(gpu) } : undefined;
  return {
    requests: { memory: kubernetesBytes(memory), ...(cpu > 0 ? { cpu: kubernetesCpu(cpu) } : {}), ...gpus },
    limits: gpus,
  };
}

/** The chart sends placeholders where it sends all servers; where that is not one pool, or another, they need a selector too. */
function placeholderSpec({ release, model }: ReleaseContext, pool: Pool): YamlData {
  const usual = usualServer(release);
  const isThere = usual !== undefined && poolFor(release.provider, usual) === pool;
  return isThere && !isChosen(release, model.on) ? undefined : { nodeSelector: selectorOf(release, pool) };
}
