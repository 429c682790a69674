// Volumes that belong to one zone, and nodes that may come up in another.

import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import { finalValue } from "../../model/final-values.ts";
import { type Pool, type Provider, poolFor } from "../../model/provider.ts";
import type { Release } from "../../model/release.ts";
import { serversOn } from "../../model/server.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type ReportOf } from "../rule.ts";

interface Parameters {
  readonly pool: string;
  readonly what: string;
  readonly cloud: string;
  readonly zones: string;
  readonly mend: string;
}

/** Nodes come up where the disks are that their pods mount. */
export const zonalVolumes = defineRule<Parameters>({
  code: "provider/zonal-volumes",
  severity: "warning",
  title: "Volumes of one zone, and a pool of several",
  why: "A disk of Amazon or Azure belongs to one zone, and only a node of that zone can mount it. A pool that spans several zones gets its next node in any of them: a server, or the hub, whose disk is in another zone waits for ever. Say one zone for the pool of the hub. For people's volumes name the zones: on EKS a pool becomes a node group for each, so that a node can be made where the disk is.",
  message: ({ pool, what, cloud, zones, mend }) =>
    `${what} is a disk of ${cloud} and belongs to one zone, but nodes of pool \`${pool}\` come up in ${zones}: ${mend}.`,
  check: (model, report) => {
    for (const provider of model.providers) {
      const releases = model.releases.filter((release) => release.provider.name === provider.name);
      if (releases.length === 0 || (provider.variant !== "eks" && provider.variant !== "aks")) continue;
      for (const pool of provider.pools) checkPool(pool, provider, { releases, report });
      for (const release of releases) asFarAsKnown(() => checkPoolsOfOneHome(release, report));
    }
  },
});

interface Look {
  readonly releases: readonly Release[];
  readonly report: ReportOf<Parameters>;
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
      { pool: pool.name, what, cloud, zones: where, mend },
      { span, related: [{ span: related, message: "The disk is this one's." }] },
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

/** A home is made in the zone of its first server, and each pool that the same person works on has to reach it there. */
function checkPoolsOfOneHome(release: Release, report: ReportOf<Parameters>): void {
  const { homes, provider } = release;
  if (homes.variant !== "dynamic") return;
  const places = serversOn(release).flatMap((server) =>
    [server, ...server.choices.sizes].flatMap((one) => {
      const pool = poolFor(provider, { pool: one.pool ?? server.pool });
      return pool === undefined || pool.zones.length === 0
        ? []
        : [{ pool, roster: server.roster, span: (one.pool ?? pool).span }];
    }),
  );
  for (const [i, { pool, roster, span }] of places.entries()) {
    const apart = places
      .slice(0, i)
      .find((other) => isApart(pool, other.pool) && mayBeOne(roster, other.roster, release));
    if (apart === undefined) continue;
    const zones = `${pool.zones.map(({ value }) => value).join(", ")} and those of pool \`${apart.pool.name}\`, where the same people work, in ${apart.pool.zones.map(({ value }) => value).join(", ")}`;
    const words = {
      pool: pool.name,
      what: `Each home of \`${homes.name}\``,
      cloud: provider.variant === "eks" ? "Amazon" : "Azure",
      zones,
      mend: "give both pools the same zones",
    };
    report(words, { span, related: [{ span: homes.span, message: "The disk is this one's." }] });
    return;
  }
}

function isApart(pool: Pool, other: Pool): boolean {
  return !pool.zones.some(({ value }) => other.zones.some((zone) => zone.value === value));
}

type Roster = readonly { readonly value: string }[];

/** May one person have both servers, as far as the lists say it? */
function mayBeOne(one: Roster, other: Roster, { groups }: Release): boolean {
  if (one.length === 0 || other.length === 0) return true;
  const peopleOf = (roster: Roster) =>
    groups
      .filter(({ name }) => roster.some(({ value }) => value === name))
      .flatMap(({ name, members }) => [`group ${name}`, ...members.map(({ value }) => value)]);
  const there = new Set(peopleOf(one));
  return peopleOf(other).some((name) => there.has(name));
}

/** The chart keeps the hub's database on a volume of its own, unless the values say otherwise (chart 4.4.0, `hub.db.type`). */
function hasDatabaseDisk(release: Release): boolean {
  return finalValue(release, "hub.db.type") === "sqlite-pvc";
}
