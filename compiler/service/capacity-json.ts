// A capacity report as plain data for other programs: names and numbers, no places in files. Memory in bytes, cpu in cores.

import type { CapacityReport, ClassCapacity, PoolCapacity, ReleaseCapacity } from "../capacity/capacity-report.ts";
import { slotMinutes } from "../capacity/nodes-over-day.ts";
import { cents } from "../capacity/pool-cost.ts";
import { printDate, printTime } from "../text/calendar.ts";
import { printJson } from "../text/print-json.ts";

/** The report as JSON text. */
export function capacityJson(report: CapacityReport): string {
  const { on, timezone, releases, external } = report;
  return printJson({
    on: printDate(on),
    timezone,
    releases: releases.map(releaseData),
    ...(external.length > 0 && { externalHubs: external }),
  });
}

function releaseData({ release, forPeople, pools, cost, shares }: ReleaseCapacity): object {
  return {
    name: release.name,
    hub: release.hub,
    stage: release.stage,
    provider: release.provider.name,
    variant: release.provider.variant,
    forPeople,
    pools: pools.map(poolData),
    cost: cost && { ...cost, month: cents(cost.month), term: cents(cost.term) },
    shares: shares.length === 0 ? undefined : shares.map(shareData),
  };
}

/** What part of the release's cost one of its servers has. */
function shareData({ server, month, term }: ReleaseCapacity["shares"][number]): object {
  return { [server.of]: server.name, month: cents(month), term: cents(term) };
}

function poolData({ pool, machine, room, bounds, classes, nodesAtPeak, day, cost }: PoolCapacity): object {
  return {
    name: pool.name,
    core: pool.core,
    machine: pool.machine?.value,
    known: machine !== undefined,
    nodes: bounds,
    node: room,
    nodesAtPeak,
    courses: classes.map(classData),
    day: day && {
      minutes: slotMinutes,
      nodes: day.nodes,
      wanted: day.wanted,
      full: day.full.map(({ course, label, from, to }) => ({
        course,
        label,
        from: printTime(from),
        to: printTime(to),
      })),
    },
    cost: cost && {
      month: cents(cost.month),
      term: cents(cost.term),
      nodeHours: cents(cost.nodeHours),
      price: cost.price,
    },
  };
}

function classData({
  server,
  choice,
  stretches,
  guarantee: { memory, cpu, gpu, bringsVolume },
  aNode,
  limit,
  people,
  nodes,
  remainder,
}: ClassCapacity): object {
  return {
    ...(server.of === "course" ? { course: server.name } : { [server.of]: server.name }),
    size: choice?.name,
    days: (server.of === "course" ? stretches : []).map(({ from, to, labels }) => ({
      from: printDate(from),
      to: printDate(to),
      windows: labels,
    })),
    server: { memory, cpu, gpu, volume: bringsVolume() },
    aNode,
    limit,
    people,
    nodes,
    remainder,
  };
}
