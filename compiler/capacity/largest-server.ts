// The largest server that starts on a pool: placeholders keep its room.

import type { Pool, Release } from "../model/model.ts";
import { poolFor } from "../model/pool-of.ts";

/** What the chart guarantees where a course says nothing: `1G`, which JupyterHub reads as 1 GiB (values.yaml, 4.4.0). */
const usualGuarantee = 2 ** 30;

/** Guarantees: bytes, cores, GPUs. */
export interface LargestServer {
  readonly memory: number;
  readonly cpu: number;
  readonly gpu: number;
}

/** The largest guarantee of each kind among the release's courses on the pool. */
export function largestServer(release: Release, pool: Pool): LargestServer {
  const courses = release.courses.filter((course) => poolFor(release.provider, course) === pool);
  const largest = (of: (course: Release["courses"][number]) => number): number => Math.max(0, ...courses.map(of));
  const memory = largest((course) => course.memory?.value.from ?? usualGuarantee);
  return {
    memory: memory > 0 ? memory : usualGuarantee,
    cpu: largest((course) => course.cpu?.value.from ?? 0),
    gpu: largest((course) => course.gpu?.value ?? 0),
  };
}
