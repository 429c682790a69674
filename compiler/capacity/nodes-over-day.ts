// How many nodes a pool has at each time of a day, if people come as the timetable says and fill nodes as well as can be.

import { cullingOf } from "../model/final-values.ts";
import { nodeBounds, type Pool } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import type { Server } from "../model/server.ts";
import { type Day, type Minutes, weekdayOf } from "../text/calendar.ts";
import { peopleOn } from "./people-over-day.ts";
import { type Load, wholeNodes } from "./pool-load.ts";
import { beginsSoonAfterMidnight, levelOn, placeholderPool, spareOn } from "./room-ahead.ts";

/** Minutes that a number stands for. */
export const slotMinutes = 15;
const slots = (24 * 60) / slotMinutes;

/** After so long without a pod a node is given back: the cluster autoscaler's `scale-down-unneeded-time`, rounded to slots. */
const slotsUnneeded = 1;

/** What fills a pool on a day, and the room kept free on it. */
export interface DayLoad {
  readonly pool: Pool;
  readonly loads: readonly Load[];
  /** Whose placeholders keep room free, each of the size of the largest server. */
  readonly release: Release;
}

/**
 * Between two days on which something begins or ends, days of one weekday are alike: a name that they share. It is about the courses
 * of the loads and of the release, for whose lectures and exams room is kept free.
 */
export function dayKinds({ loads, release }: DayLoad): (day: Day) => string {
  const changes = new Set<Day>();
  /** With the evening before, where room is made for what begins soon after midnight. */
  const changesAround = (from: Day, to: Day, ahead = 0) => {
    for (const day of [from, to + 1]) changes.add(day).add(day - ahead);
  };
  for (const { stretch } of loads) changesAround(stretch.from, stretch.to);
  for (const course of new Set<Server>([...loads.map(({ server }) => server), ...release.courses])) {
    const ahead = beginsSoonAfterMidnight(course) ? 1 : 0;
    changesAround(course.term.value.from, course.term.value.to, ahead);
    for (const { from, to } of course.stretches) changesAround(from, to, ahead);
    for (const { at } of course.exams) {
      // An exam begins in the middle of its first day, and ends in the middle of its last.
      changesAround(at.value.from.day, at.value.from.day, ahead);
      changesAround(at.value.to.day, at.value.to.day);
    }
  }
  const inOrder = [...changes].sort((a, b) => a - b);
  return (day) => `${weekdayOf(day)} ${inOrder.findLastIndex((change) => change <= day)}`;
}

/** Nodes in each slot of the day: those that the pool has, within its bounds, and those that its people need, whatever they are. */
export function nodesOverDay({ pool, loads, release }: DayLoad, day: Day): { nodes: number[]; wanted: number[] } {
  const { from, to } = nodeBounds(pool);
  const present = loads.filter(({ stretch, aNode }) => stretch.from <= day && day <= stretch.to && aNode.people > 0);
  const largest = present.reduce<Load | undefined>(
    (most, load) => (most && most.aNode.people <= load.aNode.people ? most : load),
    undefined,
  );
  const placeholders = placeholdersOn(release, pool, day);
  const idle = idleUntilStopped(release);
  const classes = present.map(({ server, stretch, aNode }) => ({ ...peopleOn(server, stretch, { day, idle }), aNode }));
  const changes = new Set(classes.flatMap(({ changes }) => changes.map((minute) => Math.ceil(minute / slotMinutes))));
  let parts = 0;
  const needs = Array.from({ length: slots }, (_, slot) => {
    const minute = slot * slotMinutes;
    if (changes.has(slot)) parts = classes.reduce((sum, { at, aNode }) => sum + at(minute) / aNode.people, 0);
    const kept = largest === undefined ? 0 : placeholders(minute) / largest.aNode.people;
    return { people: wholeNodes(parts), all: wholeNodes(parts + kept) };
  });
  const nodes = lingering(needs.map(({ all }) => all)).map((count) => Math.min(to, Math.max(from, count)));
  return { nodes, wanted: lingering(needs.map(({ people }) => people)) };
}

/** What the people of each server take of the nodes on a day, summed over its slots: a node that is full all day is one for each slot. */
export function nodePartsOn({ loads, release }: DayLoad, day: Day): ReadonlyMap<Server, number> {
  const idle = idleUntilStopped(release);
  const parts = new Map<Server, number>();
  for (const { server, stretch, aNode } of loads) {
    if (day < stretch.from || stretch.to < day || aNode.people === 0) continue;
    const { at } = peopleOn(server, stretch, { day, idle });
    for (let slot = 0; slot < slots; slot++) {
      const people = at(slot * slotMinutes);
      if (people > 0) parts.set(server, (parts.get(server) ?? 0) + people / aNode.people);
    }
  }
  return parts;
}

/** Seconds that a server which nobody uses goes on; where nothing stops it, or it is not known, until the end of the day. */
function idleUntilStopped(release: Release): number {
  const culling = cullingOf(release);
  return typeof culling === "string" ? 86400 : culling.idle;
}

function lingering(counts: readonly number[]): number[] {
  return counts.map((count, slot) => Math.max(count, ...counts.slice(Math.max(0, slot - slotsUnneeded), slot)));
}

/** The placeholders on a pool at each minute of a day: more before a lecture or an exam begins. */
function placeholdersOn(release: Release, pool: Pool, day: Day): (minute: Minutes) => number {
  if (placeholderPool(release) !== pool) return () => spareOn(release, pool);
  return levelOn(release, day);
}
