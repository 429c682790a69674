// Room that is made before many people come at once. A node takes minutes to start and pulls gigabytes of image, so a lecture or an
// exam whose people all come to nodes that are not there yet begins a quarter of an hour late.
//
// - From half an hour before it begins, placeholders keep the room of all who work at once (`peak`), beside the `spare` ones.
// - When it begins they give it back at once: people take their places, and the autoscaler, which keeps a node for some ten minutes
//   after it became empty, is not made to start nodes for placeholders that people have pushed out.
// - Lectures and exams of one course share its `peak`; those of several courses add up.

import type { Course, Pool, Release } from "../model/model.ts";
import { nodeBounds, poolFor } from "../model/pool-of.ts";
import { usualServer } from "../model/servers-on-hub.ts";
import { weekdayOf } from "../model/weekday.ts";
import type { Day, Minutes } from "../text/calendar.ts";

/** How long before its beginning. */
export const leadMinutes = 30;

/** From `minute` on there are to be so many placeholders. */
export interface LevelChange {
  readonly minute: Minutes;
  readonly level: number;
}

/**
 * The pool of the chart's own placeholders, of which there is one kind: that of the hub's first course, else of its usual server, where it has spare room
 * or a time to make room for, else the first with spare room. Spare room elsewhere is kept by placeholders beside the chart's.
 */
export function placeholderPool(release: Release): Pool | undefined {
  const first = usualServer(release);
  const usual = first && poolFor(release.provider, first);
  const [spare] = sparePools(release);
  if (spare === undefined) return usual;
  const isUsed = usual !== undefined && (spareOn(release, usual) > 0 || coursesAheadOn(release, usual).length > 0);
  return isUsed ? usual : spare;
}

/** The pools on which room is always kept, in order of the program. */
export function sparePools(release: Release): Pool[] {
  return release.spare.flatMap(({ pool, count }) => {
    const found = release.provider.pools.find(({ name }) => name === pool);
    return found !== undefined && count.value > 0 ? [found] : [];
  });
}

/** How many servers' room is always kept on a pool. */
export function spareOn(release: Release, pool: Pool): number {
  return release.spare.find((one) => one.pool === pool.name)?.count.value ?? 0;
}

/** The courses for which room is made: on the placeholders' pool, if that can grow, and of a size that is known. */
export function coursesAhead(release: Release): readonly Course[] {
  const pool = placeholderPool(release);
  return pool === undefined ? [] : coursesAheadOn(release, pool);
}

function coursesAheadOn(release: Release, pool: Pool): readonly Course[] {
  if (pool.core) return [];
  const { from, to } = nodeBounds(pool);
  if (from === to) return [];
  return release.courses.filter(
    (course) =>
      poolFor(release.provider, course) === pool &&
      course.lectures.length + course.exams.length > 0 &&
      course.stretches.some(({ peak }) => peak !== undefined),
  );
}

/** How many of the chart's placeholders there always are. */
export function usualLevel(release: Release): number {
  const pool = placeholderPool(release);
  return pool === undefined ? 0 : spareOn(release, pool);
}

/** When the number of placeholders changes on a day, in order; it begins and ends as usual. */
export function changesOn(release: Release, day: Day): LevelChange[] {
  const times = coursesAhead(release).map((course) => waits(course, day));
  const minutes = [...new Set(times.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const changes: LevelChange[] = [];
  for (const minute of minutes) {
    const needs = times.map((ofCourse) =>
      Math.max(0, ...ofCourse.map((wait) => (holds(wait, minute) ? wait.need : 0))),
    );
    const level = usualLevel(release) + needs.reduce((sum, need) => sum + need, 0);
    if (level !== (changes.at(-1)?.level ?? usualLevel(release))) changes.push({ minute, level });
  }
  return changes;
}

interface Wait {
  readonly from: Minutes;
  readonly to: Minutes;
  readonly need: number;
}

function holds({ from, to }: Wait, minute: Minutes): boolean {
  return from <= minute && minute < to;
}

function waits(course: Course, day: Day): Wait[] {
  const { from, to } = course.term.value;
  const need = course.stretches.find((stretch) => stretch.from <= day && day <= stretch.to)?.peak?.value;
  if (need === undefined || day < from || day > to) return [];
  return beginnings(course, day).map((one) => ({ ...one, need }));
}

interface Beginning {
  readonly name: string;
  /** When room for it begins to be made, and when it begins itself. */
  readonly from: Minutes;
  readonly to: Minutes;
}

/** The lectures and exams of a day, but for what begins as the day does. */
function beginnings(course: Course, day: Day): Beginning[] {
  const weekday = weekdayOf(day);
  const lectures = course.lectures.filter(({ days }) => days.some(({ value }) => value === weekday));
  const starts = [
    ...lectures.map(({ name, time }) => ({ name, start: time.value.from })),
    ...course.exams.flatMap(({ name, at }) =>
      at.value.from.day === day ? [{ name, start: at.value.from.minutes }] : [],
    ),
  ];
  return starts.flatMap(({ name, start }) =>
    start > 0 ? [{ name, from: Math.max(0, start - leadMinutes), to: start }] : [],
  );
}

/** For what the number of placeholders changes at a minute of a day: `data8-main-ahead` as room is made, `data8-main` as it is given back. */
export function reasonsAt(release: Release, day: Day, minute: Minutes): string[] {
  return coursesAhead(release).flatMap((course) =>
    beginnings(course, day).flatMap(({ name, from, to }) => [
      ...(from === minute ? [`${course.name}-${name}-ahead`] : []),
      ...(to === minute ? [`${course.name}-${name}`] : []),
    ]),
  );
}
