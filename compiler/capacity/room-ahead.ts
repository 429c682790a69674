// Room that is made before many people come at once. A node takes minutes to start and pulls gigabytes of image, so a lecture or an
// exam whose people all come to nodes that are not there yet begins a quarter of an hour late.
//
// - From half an hour before it begins, placeholders keep the room of all who work at once (`peak`), beside the `spare` ones.
// - When it begins they give it back at once: people take their places, and the autoscaler, which keeps a node for some ten minutes
//   after it became empty, is not made to start nodes for placeholders that people have pushed out.
// - Lectures and exams of one course share its `peak`; those of several courses add up.

import type { Course } from "../model/model.ts";
import { nodeBounds, type Pool, poolFor } from "../model/provider.ts";
import type { Release } from "../model/release.ts";
import { type Server, usualServer } from "../model/server.ts";
import { type Day, type Minutes, weekdayOf } from "../text/calendar.ts";
import type { SkippedTimes } from "../text/time-zone.ts";

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

/**
 * When the number of placeholders changes on a day, in order. What begins soon after midnight has its room from the evening before. Where
 * the times are given that clocks skip, none of them is named: half an hour before what begins in or after them is a time that clocks show.
 */
export function changesOn(release: Release, day: Day, skipped: readonly SkippedTimes[] = []): LevelChange[] {
  const times = coursesAhead(release).map((course) => waits(course, day, skipped));
  const levelAt = (minute: Minutes) =>
    times.reduce(
      (sum, ofCourse) => sum + Math.max(0, ...ofCourse.map((wait) => (holds(wait, minute) ? wait.need : 0))),
      usualLevel(release),
    );
  const minutes = [...new Set(times.flat().flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return minutes.flatMap((minute) => {
    const level = levelAt(minute);
    return isOfDay(minute) && level !== levelAt(minute - 1) ? [{ minute, level }] : [];
  });
}

/** How many of the chart's placeholders there are at a minute of a day. */
export function levelOn(release: Release, day: Day): (minute: Minutes) => number {
  const changes = [-1, 0].flatMap((before) =>
    changesOn(release, day + before).map(({ minute, level }) => ({ minute: minute + before * 1440, level })),
  );
  return (minute) => changes.findLast((change) => change.minute <= minute)?.level ?? usualLevel(release);
}

/** Is room for one of its lectures or exams made on the evening before? */
export function beginsSoonAfterMidnight({ lectures, exams }: Server): boolean {
  const starts = [...lectures.map(({ time }) => time.value.from), ...exams.map(({ at }) => at.value.from.minutes)];
  return starts.some((start) => start < leadMinutes);
}

interface Wait {
  readonly from: Minutes;
  readonly to: Minutes;
  readonly need: number;
}

function holds({ from, to }: Wait, minute: Minutes): boolean {
  return from <= minute && minute < to;
}

function isOfDay(minute: Minutes): boolean {
  return 0 <= minute && minute < 1440;
}

function waits(course: Course, day: Day, skipped: readonly SkippedTimes[]): Wait[] {
  return beginningsAround(course, day, skipped).flatMap(({ on, from, to }) => {
    const need = course.stretches.find((stretch) => stretch.from <= on && on <= stretch.to)?.peak?.value;
    return need === undefined ? [] : [{ from, to, need }];
  });
}

interface Beginning {
  readonly name: string;
  /** The day on which it begins. */
  readonly on: Day;
  /** When room for it begins to be made, and when it begins itself, in minutes of the day that is asked about. */
  readonly from: Minutes;
  readonly to: Minutes;
}

/** What begins on the day, and what begins on the next one so early that its room is made on this one. */
function beginningsAround(course: Course, day: Day, skipped: readonly SkippedTimes[]): Beginning[] {
  return [day - 1, day, day + 1].flatMap((on) =>
    startsOn(course, on).map(({ name, start }) => {
      const [from, to] = waitOnClock(on * 1440 + start, skipped);
      return { name, on, from: from - day * 1440, to: to - day * 1440 };
    }),
  );
}

function startsOn(course: Course, day: Day): { readonly name: string; readonly start: Minutes }[] {
  const { from, to } = course.term.value;
  if (day < from || day > to) return [];
  const weekday = weekdayOf(day);
  const lectures = course.lectures.filter(({ days }) => days.some(({ value }) => value === weekday));
  return [
    ...lectures.map(({ name, time }) => ({ name, start: time.value.from })),
    ...course.exams.flatMap(({ name, at }) =>
      at.value.from.day === day ? [{ name, start: at.value.from.minutes }] : [],
    ),
  ];
}

/** From when to when there is room for what begins at a time, as clocks show it. A time that they skip is read by the clock before (RFC 5545, 3.3.5). */
function waitOnClock(start: number, skipped: readonly SkippedTimes[]): [from: number, to: number] {
  const inside = skipped.find(({ from, to }) => from <= start && start < to);
  const to = inside === undefined ? start : start + inside.to - inside.from;
  const passed = skipped.find((times) => times.to <= to && to - leadMinutes < times.to);
  return [passed === undefined ? to - leadMinutes : to - leadMinutes - (passed.to - passed.from), to];
}

/** For what the number of placeholders changes at a minute of a day: `data8-main-ahead` as room is made, `data8-main` as it is given back. */
export function reasonsAt(
  release: Release,
  { day, minute }: { readonly day: Day; readonly minute: Minutes },
  skipped: readonly SkippedTimes[],
): string[] {
  return coursesAhead(release).flatMap((course) =>
    beginningsAround(course, day, skipped).flatMap(({ name, from, to }) => [
      ...(from === minute ? [`${course.name}-${name}-ahead`] : []),
      ...(to === minute ? [`${course.name}-${name}`] : []),
    ]),
  );
}
