import { diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { Release } from "../../model/release.ts";
import { unknownNames } from "../../names/names-diagnostics.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Rule } from "../rule.ts";

/** Placeholders are for pools that the provider has. */
export const sparePools: Rule = {
  check: (model, report) => {
    for (const release of model.releases) asFarAsKnown(() => checkSpare(release, report));
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
