// Days of the week, for what comes again every week.

import type { Day } from "./calendar.ts";

/** By their short names, Monday first. */
export const weekOrder = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof weekOrder)[number];

/** Day 0, 1 January 1970, was a Thursday. */
export function weekdayOf(day: Day): Weekday {
  return weekOrder[(((day + 3) % 7) + 7) % 7] ?? "thu";
}

/** As people write them. */
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};
