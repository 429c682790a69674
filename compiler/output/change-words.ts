// What is different while a window or an exam holds, in words: the same on pages, in release notes and in calendars.

import type { CalendarEvent } from "../model/calendar-events.ts";
import type { Range } from "../model/model.ts";
import { unlimited } from "../schema/values/quantities.ts";
import { readableBytes } from "./quantities.ts";

/** One phrase for each thing that is set: `memory 2 GiB to 4 GiB instead of 1 GiB to 2 GiB`. */
export function settingChanges({ sets, size }: CalendarEvent): string[] {
  return sets.map((key) => {
    const now = size && valueWords(key, size.now);
    const usual = size && valueWords(key, size.usually);
    if (now === undefined) return `another \`${key}\``;
    return usual === undefined || usual === now ? `${key} ${now}` : `${key} ${now} instead of ${usual}`;
  });
}

/** `2 GiB to 4 GiB`; one size where both ends are the same. */
export function bytesRange({ from, to }: Range<number>): string {
  if (to === unlimited) return `${readableBytes(from)} and more`;
  return from === to ? readableBytes(to) : `${readableBytes(from)} to ${readableBytes(to)}`;
}

type Size = NonNullable<CalendarEvent["size"]>["now"];

/** Absent for a setting that is no size, or is not said. */
function valueWords(key: string, size: Size): string | undefined {
  switch (key) {
    case "memory":
      return size.memory && bytesRange(size.memory.value);
    case "cpu":
      return size.cpu && coresRange(size.cpu.value);
    case "image":
      return size.image.value;
    case "peak":
      return size.peak && String(size.peak.value);
    case "students":
      return size.students && String(size.students.value);
    case "pool":
      return size.pool?.value.pool;
    default:
      return undefined;
  }
}

/** `0.5 to 2`; one number where both ends are the same. */
export function coresRange({ from, to }: Range<number>): string {
  if (to === unlimited) return `${from} and more`;
  return from === to ? String(to) : `${from} to ${to}`;
}
