// Which nodes pods go to, and the room kept free on them.

import { isForPeople } from "../../capacity/pool-load.ts";
import { coursesAhead, placeholderPool } from "../../capacity/room-ahead.ts";
import type { Course, Model, Pool, Release } from "../../model/model.ts";
import { poolMark, providersTaint } from "../../model/pool-nodes.ts";
import { poolFor } from "../../model/pool-of.ts";
import { kubernetesBytes, kubernetesCpu } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";
import { from } from "./release-context.ts";

function selectorOf(release: Release, pool: Pool): YamlData {
  const { key, value } = poolMark(release.provider, pool);
  return withOrigin({ [key]: value }, pool.span);
}

/** Tolerations for what the provider itself puts on the nodes of people. */
export function providersTolerations(release: Release): YamlData {
  const taints = release.provider.pools.flatMap((pool) => {
    const taint = pool.core ? undefined : providersTaint(release.provider, pool);
    return taint ? [{ taint, span: pool.spot?.span ?? pool.span }] : [];
  });
  const [first] = taints;
  return first && [withOrigin({ ...first.taint, operator: "Equal", effect: "NoSchedule" }, first.span)];
}

/** A selector for the nodes of the course's pool. */
export function poolSelector(release: Release, course: Course): YamlData {
  const pool = poolFor(release.provider, course);
  if (pool === undefined) return undefined;
  return course.pool === undefined
    ? selectorOf(release, pool)
    : withOrigin(selectorOf(release, pool), course.pool.span);
}

/** A selector for the nodes of the hub's own pods. */
export function coreSelector(release: Release): YamlData {
  const core = release.provider.pools.find((pool) => pool.core);
  return core && selectorOf(release, core);
}

/** What the chart guarantees where a course says nothing: `1G`, which JupyterHub reads as 1 GiB (values.yaml, 4.4.0). */
const defaultGuarantee = 2 ** 30;

/**
 * Placeholders: as many servers' room as `spare` says, each of the largest guarantee on the pool. Where room is made before
 * lectures and exams there are placeholders too, none of them at first.
 */
export function scheduling(release: Release, model: Model): YamlData {
  const core = coreSelector(release);
  const userScheduler = core === undefined ? undefined : { nodeSelector: core };
  const placeholders = placeholdersOf(release, model);
  if (placeholders === undefined) return userScheduler && { userScheduler };
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
        resources: { requests: largestRequests(release, pool) },
        extraPodSpec: placeholderSpec(release, pool),
      },
      origin,
    ),
  };
}

interface Placeholders {
  readonly pool: string;
  readonly replicas: YamlData;
  readonly origin: Span;
}

function placeholdersOf(release: Release, model: Model): Placeholders | undefined {
  const spare = release.spare.find(({ count }) => count.value > 0);
  if (spare) return { pool: spare.pool, replicas: from(spare.count), origin: spare.count.span };
  const [course] = isForPeople(release, model) ? coursesAhead(release) : [];
  const pool = placeholderPool(release);
  if (course === undefined || pool === undefined) return undefined;
  const origin = course.lectures[0]?.span ?? course.exams[0]?.span ?? course.span;
  const note = "Changed by the jobs in manifests/30-scale.yaml before lectures and exams.";
  return { pool: pool.name, replicas: withComment(0, note), origin };
}

function largestRequests(release: Release, pool: string): YamlData {
  const courses = release.courses.filter((course) => poolFor(release.provider, course)?.name === pool);
  const memory = Math.max(0, ...courses.map((course) => course.memory?.value.from ?? defaultGuarantee));
  const cpu = Math.max(0, ...courses.map((course) => course.cpu?.value.from ?? 0));
  return {
    memory: kubernetesBytes(memory > 0 ? memory : defaultGuarantee),
    ...(cpu > 0 ? { cpu: kubernetesCpu(cpu) } : {}),
  };
}

/** The chart sends placeholders where it sends all servers; where each course has nodes of its own, they need a selector too. */
function placeholderSpec(release: Release, name: string): YamlData {
  const pool = release.provider.pools.find((one) => one.name === name);
  return release.courses.length > 1 && pool ? { nodeSelector: selectorOf(release, pool) } : undefined;
}
