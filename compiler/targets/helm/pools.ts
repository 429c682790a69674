// Which nodes pods go to, and the room kept free on them.

import type { Course, Pool, Release } from "../../model/model.ts";
import { kubernetesBytes, kubernetesCpu } from "../../output/quantities.ts";
import { withComment, withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { poolMark, providersTaint } from "../provider/pool-nodes.ts";
import { from } from "./release-context.ts";

/** The pool of a course: the one that it names, else the provider's only one for people. */
export function poolOf(release: Release, course: Course): Pool | undefined {
  const { pools } = release.provider;
  const named = course.pool?.value;
  if (named !== undefined) return pools.find((pool) => pool.name === named.pool);
  const forPeople = pools.filter((pool) => !pool.core);
  return forPeople.length === 1 ? forPeople[0] : undefined;
}

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
  const pool = poolOf(release, course);
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

/** Placeholders: as many servers' room as `spare` says, each of the largest guarantee on the pool. */
export function scheduling(release: Release): YamlData {
  const core = coreSelector(release);
  const userScheduler = core === undefined ? undefined : { nodeSelector: core };
  const spare = release.spare.find(({ count }) => count.value > 0);
  if (spare === undefined) return userScheduler && { userScheduler };
  const courses = release.courses.filter((course) => poolOf(release, course)?.name === spare.pool);
  const memory = Math.max(0, ...courses.map((course) => course.memory?.value.from ?? defaultGuarantee));
  const cpu = Math.max(0, ...courses.map((course) => course.cpu?.value.from ?? 0));
  const requests = {
    memory: kubernetesBytes(memory > 0 ? memory : defaultGuarantee),
    ...(cpu > 0 ? { cpu: kubernetesCpu(cpu) } : {}),
  };
  return {
    userScheduler,
    podPriority: withComment(
      withOrigin({ enabled: true }, spare.count.span),
      "Placeholders give way to people only where pods have priorities.",
    ),
    userPlaceholder: withOrigin(
      {
        enabled: true,
        replicas: from(spare.count),
        resources: { requests },
        extraPodSpec: placeholderSpec(release, spare.pool),
      },
      spare.count.span,
    ),
  };
}

/** The chart sends placeholders where it sends all servers; where each course has nodes of its own, they need a selector too. */
function placeholderSpec(release: Release, name: string): YamlData {
  const pool = release.provider.pools.find((one) => one.name === name);
  return release.courses.length > 1 && pool ? { nodeSelector: selectorOf(release, pool) } : undefined;
}
