// A pool as AKS sees it: names of twelve characters, and System pools, which can't be empty.

import type { Range } from "../../model/model.ts";
import { nodeBounds } from "../../model/pool-of.ts";
import type { Pool, Provider } from "../../model/provider.ts";

/** Pods a node: AKS's own default is 30 with Azure's network plugin, and 110 is what Kubernetes plans for. */
export const podsANode = 110;

export interface AgentPool {
  readonly pool: Pool;
  /** At most twelve lower-case letters and digits, a letter first (Microsoft Learn, agent pools of Linux). */
  readonly name: string;
  readonly mode: "System" | "User";
  readonly bounds: Range<number>;
}

/** The pools of a provider, System pools first: those for the hub's own pods, or else the first. */
export function agentPools({ pools }: Provider): readonly AgentPool[] {
  const cores = pools.filter((pool) => pool.core);
  const system = new Set(cores.length > 0 ? cores : pools.slice(0, 1));
  const taken = new Set<string>();
  const made = pools.map((pool): AgentPool => {
    const name = agentPoolName(pool.name, taken);
    taken.add(name);
    const { from, to } = nodeBounds(pool);
    if (!system.has(pool)) return { pool, name, mode: "User", bounds: { from, to } };
    return { pool, name, mode: "System", bounds: { from: Math.max(1, from), to: Math.max(1, to) } };
  });
  return [...made.filter(({ mode }) => mode === "System"), ...made.filter(({ mode }) => mode === "User")];
}

function agentPoolName(name: string, taken: ReadonlySet<string>): string {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const base = /^[a-z]/.test(letters) ? letters : `p${letters}`;
  const short = base.slice(0, 12);
  for (let i = 2; ; i++) {
    const candidate = i === 2 ? short : `${base.slice(0, 12 - String(i - 1).length)}${i - 1}`;
    if (!taken.has(candidate)) return candidate;
  }
}
