// Volumes that belong to one zone, and nodes that may come up in another.

import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { finalValue } from "../../model/final-values.ts";
import type { Release } from "../../model/model.ts";
import type { Pool, Provider } from "../../model/provider.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ pool: string; what: string; cloud: string; zones: string; mend: string }>({
  code: "provider/zonal-volumes",
  severity: "warning",
  title: "Volumes of one zone, and a pool of several",
  why: "A disk of Amazon or Azure belongs to one zone, and only a node of that zone can mount it. A pool that spans several zones gets its next node in any of them: a server, or the hub, whose disk is in another zone waits for ever. Say one zone for the pool of the hub. For people's volumes name the zones: on EKS a pool becomes a node group for each, so that a node can be made where the disk is.",
  message: ({ pool, what, cloud, zones, mend }) =>
    `${what} is a disk of ${cloud} and belongs to one zone, but nodes of pool \`${pool}\` come up in ${zones}: ${mend}.`,
});

/** Nodes come up where the disks are that their pods mount. */
export const zonalVolumes: Rule = {
  diagnostics: [definition],
  check: (model, report) => {
    for (const provider of model.providers) {
      const releases = model.releases.filter((release) => release.provider.name === provider.name);
      if (releases.length === 0 || (provider.variant !== "eks" && provider.variant !== "aks")) continue;
      for (const pool of provider.pools) checkPool(pool, provider, { releases, report });
    }
  },
};

interface Look {
  readonly releases: readonly Release[];
  readonly report: Report;
}

function checkPool(pool: Pool, provider: Provider, { releases, report }: Look): void {
  const isEks = provider.variant === "eks";
  // A pool of AKS lies in no zone where it names none, and its disks can be mounted by every node.
  const zones = pool.zones.length;
  if (zones === 1 || (!isEks && zones === 0)) return;
  const where = zones === 0 ? "any zone of the region" : `${zones} zones`;
  const span: Span = pool.zones[0]?.span ?? pool.span;
  const cloud = isEks ? "Amazon" : "Azure";
  const say = (what: string, mend: string, related: Span): void =>
    report(
      diagnose(
        definition,
        { pool: pool.name, what, cloud, zones: where, mend },
        { span, related: [{ span: related, message: "The disk is this one's." }] },
      ),
    );
  if (pool.core) {
    const withDatabase = releases.find(hasDatabaseDisk);
    if (withDatabase)
      say(`The database of hub \`${withDatabase.hub}\``, "say one zone for the hub's pool", withDatabase.span);
    return;
  }
  const homes = releases.map((release) => release.homes).find(({ variant }) => variant === "dynamic");
  // eksctl gets a node group for each zone that a pool names.
  if (homes === undefined || (isEks && zones > 1)) return;
  const mend = isEks ? "name the pool's zones" : "make a pool for each zone";
  say(`Each home of \`${homes.name}\``, mend, homes.span);
}

/** The chart keeps the hub's database on a volume of its own, unless the values say otherwise (chart 4.4.0, `hub.db.type`). */
function hasDatabaseDisk(release: Release): boolean {
  return finalValue(release, "hub.db.type") === "sqlite-pvc";
}
