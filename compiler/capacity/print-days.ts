// Stretches of days as messages and tables name them.

import type { CourseStretch } from "../model/model.ts";
import type { SizeChoice } from "../model/server.ts";
import { type Day, printDate } from "../text/calendar.ts";

/** ` from 2026-11-02 to 2026-11-20` where a window holds, else nothing. */
export function inWindow(stretch: CourseStretch): string {
  return stretch.labels.length === 0 ? "" : ` ${printDays(stretch.from, stretch.to)}`;
}

/** The same; before it ` in size `large``, where people choose between several. */
export function inSizeOrWindow(stretch: CourseStretch, size: SizeChoice | undefined): string {
  return `${size === undefined ? "" : ` in size \`${size.name}\``}${inWindow(stretch)}`;
}

/** `from 2026-11-02 to 2026-11-20`, or `on 2026-11-02`. */
export function printDays(from: Day, to: Day): string {
  return from === to ? `on ${printDate(from)}` : `from ${printDate(from)} to ${printDate(to)}`;
}
