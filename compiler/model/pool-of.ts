// Where a course's servers run.

import type { Pool, Provider } from "./provider.ts";
import type { CourseSize } from "./server.ts";

/** The pool of the provider that a course names, else the provider's only one for people. */
export function poolFor(provider: Provider, { pool }: Pick<CourseSize, "pool">): Pool | undefined {
  if (pool !== undefined) {
    return pool.value.provider === provider.name
      ? provider.pools.find((one) => one.name === pool.value.pool)
      : undefined;
  }
  const forPeople = provider.pools.filter((pool) => !pool.core);
  return forPeople.length === 1 ? forPeople[0] : undefined;
}

/** How few and how many nodes a pool may have, in all zones together. */
export function nodeBounds(pool: Pool): { readonly from: number; readonly to: number } {
  const hosts = Math.max(1, pool.hosts.length);
  return pool.nodes?.value ?? { from: hosts, to: hosts };
}
