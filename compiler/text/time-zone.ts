// From times as people in a place say them to moments that are the same everywhere. The rules of the zones are those of the ECMAScript
// engine (its copy of the IANA database), asked for one moment at a time: there is no clock here.

import type { Day, Minutes } from "./calendar.ts";

/** Minutes since 1970-01-01 00:00 UTC. */
export type Moment = number;

/** A zone's offset from UTC, in minutes, from a moment on. */
export interface OffsetChange {
  readonly at: Moment;
  readonly before: number;
  readonly after: number;
  /** The zone's short name from then on: `PST`, `GMT+1`. */
  readonly name: string;
}

/** Does the engine know a zone of this name? */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How far the zone's clocks are ahead of UTC at the moment, in minutes. @throws RangeError where there is no such zone. */
export function offsetAt(zone: string, moment: Moment): number {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(moment * 60_000)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const day = daysBetween(moment, number("day"));
  return day * 1440 + number("hour") * 60 + number("minute") - (((moment % 1440) + 1440) % 1440);
}

/** How many days the zone's date is ahead of the UTC date: -1, 0 or 1, told by the day of the month. */
function daysBetween(moment: Moment, dayOfMonth: number): number {
  const utc = dayOfMonthOf(moment);
  if (dayOfMonth === utc) return 0;
  return dayOfMonth === dayOfMonthOf(moment + 1440) ? 1 : -1;
}

function dayOfMonthOf(moment: Moment): number {
  const part = formatterOf("UTC")
    .formatToParts(moment * 60_000)
    .find(({ type }) => type === "day");
  return Number(part?.value);
}

/**
 * The moment at which the zone's clocks show this time. A time that clocks skip is read with the offset before the change, and of a time
 * that comes twice it is the first (RFC 5545, 3.3.5).
 */
export function momentOf(zone: string, day: Day, minutes: Minutes): Moment {
  const wall = day * 1440 + minutes;
  const before = wall - offsetAt(zone, wall - 1440);
  const after = wall - offsetAt(zone, wall + 1440);
  const shows = (moment: Moment) => moment + offsetAt(zone, moment) === wall;
  if (shows(before)) return before;
  return shows(after) ? after : before;
}

/** When the zone's clocks change between two moments, in order. */
export function offsetChanges(zone: string, from: Moment, to: Moment): OffsetChange[] {
  const changes: OffsetChange[] = [];
  let before = offsetAt(zone, from);
  for (let last = from; last < to; last += 1440) {
    const next = Math.min(last + 1440, to);
    const after = offsetAt(zone, next);
    if (after === before) continue;
    const at = firstWith(zone, { from: last, to: next, offset: after });
    changes.push({ at, before, after, name: zoneName(zone, at) });
    before = after;
  }
  return changes;
}

/** The zone's short name at a moment. */
export function zoneName(zone: string, moment: Moment): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "short" }).formatToParts(
    moment * 60_000,
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The first minute at which the zone has the offset that it has at `to`, and not at `from`. */
function firstWith(
  zone: string,
  { from, to, offset }: { readonly from: Moment; readonly to: Moment; readonly offset: number },
): Moment {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
}
