// The picture of a day's nodes as a document of its own, for `hubc capacity`.

import type { CapacityReport } from "../capacity/capacity-report.ts";
import { emptyPicture, nodesPicture } from "../output/nodes-picture.ts";
import { type Day, printDate, printTime, weekdayNames, weekdayOf } from "../text/calendar.ts";

/** The picture as an SVG document: one panel for each pool on which people are counted. */
export function capacityPicture({ releases, on, timezone }: CapacityReport): string {
  const title = `Nodes on ${weekdayNames[weekdayOf(on)]}, ${printDate(on)}`;
  const date = (day: Day) => `${weekdayNames[weekdayOf(day)]} ${printDate(day)}`;
  return nodesPicture({ releases, title, timezone }, { date, time: printTime })?.svg ?? emptyPicture(title);
}
