import type { Report } from "../../diagnostics/diagnostic.ts";
import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/model.ts";
import { serversOn } from "../../model/servers-on-hub.ts";
import { unknownNames } from "../../names/names-diagnostics.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Rule } from "../rule.ts";

const elsewhere = defineDiagnostic<{ pool: string; provider: string; hub: string }>({
  code: "course/pool-elsewhere",
  severity: "error",
  title: "A pool of another cluster",
  why: "A course's servers run in the cluster of its hub; a pool of another cluster can't take them.",
  message: ({ pool, provider, hub }) => `\`${pool}\` is not a pool of \`${provider}\`, on which hub \`${hub}\` runs.`,
});

/** Pools that courses and placeholders name are the provider's. */
export const pools: Rule = {
  diagnostics: [elsewhere],
  check: (model, report) => {
    for (const release of model.releases) {
      for (const { pool } of serversOn(release).flatMap((server) => [server, ...server.choices.sizes])) {
        if (pool === undefined || pool.value.provider === release.provider.name) continue;
        const parameters = {
          pool: `${pool.value.provider}.${pool.value.pool}`,
          provider: release.provider.name,
          hub: release.hub,
        };
        report(diagnose(elsewhere, parameters, { span: pool.span }));
      }
      checkSpare(release, report);
    }
  },
};

function checkSpare(release: Release, report: Report): void {
  const unknownPool = unknownNames["pool"];
  const known = release.provider.pools.map((pool) => pool.name);
  for (const { pool, count } of release.spare) {
    if (known.includes(pool) || unknownPool === undefined) continue;
    report(diagnose(unknownPool, { name: pool, suggestion: closest(pool, known), known }, { span: count.span }));
  }
}
