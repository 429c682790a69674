// A course over its whole term: rules and capacity look at every window, not only at those of the build's date.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Day } from "../text/calendar.ts";
import type { Block } from "./block.ts";
import { courseSize } from "./course-size.ts";
import type { CourseStretch, Range } from "./model.ts";
import { onDay, windowsOf } from "./windows.ts";

/** What is wrong in a window is reported for the build's date. */
const ignore: Report = () => {};

/** The days cut where a window or exam begins or ends, with the course's size on each stretch of them. */
export function stretchesOf(block: Block, days: Range<Day>): CourseStretch[] {
  const windows = windowsOf(block, days.from);
  const cuts = windows.flatMap(({ from, to }) => [from, to + 1]).filter((day) => days.from < day && day <= days.to);
  const starts = [...new Set([days.from, ...cuts])].sort((a, b) => a - b);
  const usual = courseSize(block);
  return starts.map((from, i) => {
    const holding = windows.filter((window) => window.from <= from && from <= window.to);
    const labels = holding.map(({ label }) => label);
    const effective = onDay(block, from, ignore);
    const { image, students, peak, memory, cpu, pool } = effective === block ? usual : courseSize(effective);
    return { from, to: (starts[i + 1] ?? days.to + 1) - 1, labels, image, students, peak, memory, cpu, pool };
  });
}
