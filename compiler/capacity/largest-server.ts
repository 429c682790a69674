// The largest server that starts on a pool: placeholders keep its room.

import { besideEachServer } from "../model/hub-container.ts";
import { type Pool, poolFor } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { asUsual, type Server, serversOn } from "../model/server.ts";

/** What the chart guarantees where nothing is said: `1G`, which JupyterHub reads as 1 GiB (values.yaml, 4.4.0). */
const usualGuarantee = 2 ** 30;

/** Guarantees: bytes, cores, GPUs. */
export interface LargestServer {
  readonly memory: number;
  readonly cpu: number;
  readonly gpu: number;
}

/** The largest guarantee of each kind among the release's servers on the pool, each in its usual size. */
export function largestServer(release: Release, pool: Pool): LargestServer {
  const servers = serversOn(release)
    .map(asUsual)
    .filter((server) => poolFor(release.provider, server) === pool);
  const beside = besideEachServer(release);
  const largest = (of: (server: Server) => number): number => Math.max(0, ...servers.map(of));
  const memory = largest(({ memory }) => memory?.value.from ?? usualGuarantee);
  return {
    memory: (memory > 0 ? memory : usualGuarantee) + beside.memory,
    cpu: largest(({ cpu }) => cpu?.value.from ?? 0) + beside.cpu,
    gpu: largest(({ gpu }) => gpu?.value ?? 0),
  };
}
