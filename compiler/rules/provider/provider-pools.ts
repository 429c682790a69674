// The pools of all providers, and which of them hold the hub itself.

import type { Model } from "../../model/model.ts";
import type { Pool, Provider } from "../../model/provider.ts";

export function providerPools({ providers }: Model) {
  return providers.flatMap((provider) => provider.pools.map((pool) => ({ provider, pool })));
}

/** Azure wants a pool for the cluster's own pods: without a `core` one it is the first. */
export function holdsHub({ variant, pools }: Provider, pool: Pool): boolean {
  return pool.core || (variant === "aks" && pool === pools[0] && !pools.some((pool) => pool.core));
}
