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

let canonical: ReadonlySet<string> | undefined;

/** Does the engine know a zone of this name? Those that are no other's second name are known without asking for their rules. */
export function isTimeZone(zone: string): boolean {
  canonical ??= new Set(Intl.supportedValuesOf("timeZone"));
  if (canonical.has(zone) || zone === "UTC") return true;
  try {
    offsetsOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** How far the zone's clocks are ahead of UTC at the moment, in minutes. @throws RangeError where there is no such zone. */
export function offsetAt(zone: string, moment: Moment): number {
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(offsetsOf(zone).format(moment * 60_000)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/**
 * The moment at which the zone's clocks show this time. A time that clocks skip is read with the offset before the change, and of a time
 * that comes twice it is the first (RFC 5545, 3.3.5).
 */
export function momentOf(zone: string, day: Day, minutes: Minutes): Moment {
  const wall = day * 1440 + minutes;
  const offset = (moment: Moment) => offsetAt(zone, moment);
  const before = wall - offset(wall - 1440);
  const after = wall - offset(wall + 1440);
  const shows = (moment: Moment) => moment + offset(moment) === wall;
  if (shows(before)) return before;
  return shows(after) ? after : before;
}

/** When the zone's clocks change between two moments, in order. */
export function offsetChanges(zone: string, from: Moment, to: Moment): OffsetChange[] {
  const changes: OffsetChange[] = [];
  const offset = (moment: Moment) => offsetAt(zone, moment);
  let before = offset(from);
  for (let last = from; last < to; last += 1440) {
    const next = Math.min(last + 1440, to);
    const after = offset(next);
    if (after === before) continue;
    const at = firstMoment({ from: last, to: next }, (moment) => offset(moment) === after);
    changes.push({ at, before, after, name: zoneName(zone, at) });
    before = after;
  }
  return changes;
}

/** Times of the clock that a zone skips, in minutes since 1970-01-01 00:00 by that clock: `from` is never shown, `to` is. */
export interface SkippedTimes {
  readonly from: number;
  readonly to: number;
}

/** What the zone's clocks skip on these days, both included, in order. */
export function skippedTimes(zone: string, first: Day, last: Day): SkippedTimes[] {
  const changes = offsetChanges(zone, (first - 1) * 1440, (last + 2) * 1440);
  return changes.flatMap(({ at, before, after }) => (after > before ? [{ from: at + before, to: at + after }] : []));
}

/** The zone's short name at a moment. */
export function zoneName(zone: string, moment: Moment): string {
  const parts = namesOf(zone).formatToParts(moment * 60_000);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The first moment of which something is true that is not true at `from`, is at `to`, and changes once between them. */
function firstMoment(
  { from, to }: { readonly from: Moment; readonly to: Moment },
  holds: (moment: Moment) => boolean,
): Moment {
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

// One a zone: to make one takes some 20 times as long as to ask it (Node 20.20).
const offsets = new Map<string, Intl.DateTimeFormat>();
const names = new Map<string, Intl.DateTimeFormat>();

/** Writes a day with the zone's offset: `12/31/1969, GMT-08:00`. */
function offsetsOf(zone: string): Intl.DateTimeFormat {
  return formatterIn(offsets, zone, "longOffset");
}

/** Writes a day with the zone's short name: `12/31/1969, PST`. */
function namesOf(zone: string): Intl.DateTimeFormat {
  return formatterIn(names, zone, "short");
}

function formatterIn(
  kept: Map<string, Intl.DateTimeFormat>,
  zone: string,
  timeZoneName: "longOffset" | "short",
): Intl.DateTimeFormat {
  const formatter = kept.get(zone) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName });
  kept.set(zone, formatter);
  return formatter;
}
