// What a hub's nodes hold and cost, as facts: of the stage that people use, whichever is asked about.

import { capacities } from "../capacity/capacity-report.ts";
import { cents } from "../capacity/pool-cost.ts";
import { isPeoplesStage, loadsIn, nodesFor, roomOf } from "../capacity/pool-load.ts";
import { peaksByPool, shortages } from "../capacity/pool-shortage.ts";
import type { Block } from "../model/block.ts";
import type { Model } from "../model/model.ts";
import { poolFor } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { type Server, serversOn } from "../model/server.ts";
import { costFacts } from "../schema/blocks/facts.ts";
import { factBlock, type Gathering, gathering, put, putUnknown, type Reason } from "./fact-block.ts";

export interface OfHub {
  readonly model: Model;
  readonly hub: string;
  readonly course: string | undefined;
}

/** `fits` and `nodes`, of those who work at once on the model's date. */
export function putCapacity(to: Gathering, { model, hub, course }: OfHub): void {
  const release = peoplesRelease(model, hub);
  if (release === undefined) return;
  const unsized = serversOn(release).find((server) => isOf(server, course) && !hasKnownRoom(server, release, model));
  if (unsized !== undefined || serversOn(release).length === 0) {
    const because =
      unsized === undefined ? "no server runs on the hub" : `what a node for ${unsized.name} holds is not known`;
    const reason: Reason = { because, places: [release.provider.span] };
    putUnknown(to, "fits", reason);
    putUnknown(to, "nodes", reason);
    return;
  }
  const loads = loadsIn(model).filter(({ stretch }) => stretch.from <= model.on && model.on <= stretch.to);
  const peaks = peaksByPool(model, loads);
  const short = shortages(peaks).find((shortage) =>
    shortage.loads.some(({ release: of, server }) => of.hub === hub && isOf(server, course)),
  );
  const place = short?.loads[0]?.stretch.peak?.span ?? release.provider.span;
  put(to, "fits", short === undefined, place);
  if (short !== undefined) {
    const { pool, needed, most } = short;
    const because = `pool ${pool.name} needs ${needed} nodes and has at most ${most}`;
    to.reasons.set("fits", { because, places: [pool.nodes?.span ?? pool.span] });
  }
  const onPools = [...peaks.values()].map((hubs) =>
    hubs.flat().filter(({ release: of, server }) => of === release && isOf(server, course)),
  );
  put(
    to,
    "nodes",
    onPools.reduce((sum, own) => sum + nodesFor(own), 0),
    release.provider.span,
  );
}

/** What the hub costs, or the course's share of it. */
export function costBlock({ model, hub, course }: OfHub, reasons: Map<string, Reason>): readonly Block[] {
  const release = peoplesRelease(model, hub);
  if (release === undefined) return [];
  const { cost, shares } = capacities(model)(release);
  const span = release.budget?.month.span ?? release.span;
  const to = gathering("cost.", reasons);
  const own = course === undefined ? cost : shares.find(({ server }) => isOf(server, course));
  if (own === undefined || cost === undefined) {
    const because =
      cost === undefined ? "what the machines of its pools cost is not known" : `nobody is counted in ${course ?? ""}`;
    for (const key of Object.keys(costFacts.settings))
      putUnknown(to, key, { because, places: [release.provider.span] });
  } else {
    put(to, "month", cents(own.month), span);
    put(to, "term", cents(own.term), span);
    put(to, "currency", cost.currency, span);
  }
  return [factBlock(costFacts, to, { key: "cost", span })];
}

function peoplesRelease(model: Model, hub: string): Release | undefined {
  return model.releases.find((release) => release.hub === hub && isPeoplesStage(release, model));
}

function isOf({ of, name }: Server, course: string | undefined): boolean {
  return course === undefined || (of === "course" && name === course);
}

function hasKnownRoom(server: Server, release: Release, model: Model): boolean {
  const pool = poolFor(release.provider, server);
  return pool !== undefined && roomOf(pool, release.provider, model) !== undefined;
}
