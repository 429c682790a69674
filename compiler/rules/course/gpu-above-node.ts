import { machineOf } from "../../capacity/machine-of.ts";
import type { Model } from "../../model/model.ts";
import { type Pool, poolFor } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { inSize, type Server, serversOn } from "../../model/server.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** A node of a course's pool has the GPUs that its servers ask for, in every window. Of own hardware nothing is known. */
export const gpuAboveNode = defineRule<{ asked: number; pool: string; has: number }>({
  code: "course/gpu-above-node",
  title: "More GPUs than a node has",
  why: "A server runs on one node and takes whole GPUs of it. Where a node has too few, the server stays pending, and no new node helps. Take a machine with GPUs, or another pool.",
  message: ({ asked, pool, has }) =>
    `A server asks for ${asked} GPU${asked === 1 ? "" : "s"}, but a node of ${pool} has ${has === 0 ? "none" : has}: no server starts.`,
  judges: "parts",
  each: "releases",
  check: (release, report, model) => {
    for (const server of serversOn(release)) {
      const short = shortPool(server, release, model);
      if (short === undefined) continue;
      const { gpu, pool, has } = short;
      const machine = pool.machine?.value;
      const named = `pool \`${pool.name}\`${machine === undefined ? "" : ` (${machine})`}`;
      const related = [{ span: pool.machine?.span ?? pool.span, message: "Its servers run on these machines." }];
      const parameters = { asked: gpu.value, pool: named, has };
      report(parameters, { span: gpu.span, related });
    }
  },
});

interface ShortPool {
  /** What is asked for. */
  readonly gpu: Sourced<number>;
  readonly pool: Pool;
  readonly has: number;
}

/** The first pool of the server, in any window and size, whose nodes have too few GPUs. */
function shortPool(server: Server, { provider }: Release, model: Model): ShortPool | undefined {
  const { sizes } = server.choices;
  const placed =
    sizes.length === 0
      ? server.stretches.map((stretch) => ({ pool: stretch.pool, gpu: server.gpu }))
      : sizes.map((size) => inSize(server, size));
  for (const { pool: said, gpu } of placed) {
    const pool = poolFor(provider, { pool: said });
    if (pool === undefined || pool.memory !== undefined || gpu === undefined) continue;
    const has = machineOf(pool, provider, model.machines)?.gpu;
    if (has !== undefined && has < gpu.value) return { gpu, pool, has };
  }
  return undefined;
}
