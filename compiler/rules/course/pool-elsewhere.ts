import { serversOn } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** Pools that courses name are the provider's. */
export const pools = defineRule<{ pool: string; provider: string; hub: string }>({
  code: "course/pool-elsewhere",
  title: "A pool of another cluster",
  why: "A course's servers run in the cluster of its hub; a pool of another cluster can't take them.",
  message: ({ pool, provider, hub }) => `\`${pool}\` is not a pool of \`${provider}\`, on which hub \`${hub}\` runs.`,
  check: (model, report) => {
    for (const release of model.releases) {
      for (const { pool } of serversOn(release).flatMap((server) => [server, ...server.choices.sizes])) {
        if (pool === undefined || pool.value.provider === release.provider.name) continue;
        const parameters = {
          pool: `${pool.value.provider}.${pool.value.pool}`,
          provider: release.provider.name,
          hub: release.hub,
        };
        report(parameters, { span: pool.span });
      }
    }
  },
});
