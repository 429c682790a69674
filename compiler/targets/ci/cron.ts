// When a day begins, as a line for cron, which knows no zones and no years.

import type { Day } from "../../text/calendar.ts";
import { printDate } from "../../text/calendar.ts";
import { isTimeZone, momentOf } from "../../text/time-zone.ts";

/** Minutes after midnight: clear of the full hour, when GitHub's runners are waited for. */
const after = 17;

/**
 * Shortly after the day has begun in the zone, in UTC: minute, hour, day of the month, month, any day of the week. In a zone that
 * is not known, once the day has begun everywhere.
 */
export function cronTime(day: Day, zone: string): string {
  const moment = isTimeZone(zone) ? momentOf(zone, day, after) : day * 1440 + 12 * 60 + after;
  const utcDay = Math.floor(moment / 1440);
  const minutes = moment - utcDay * 1440;
  const [, month, date] = printDate(utcDay).split("-");
  return `${minutes % 60} ${Math.floor(minutes / 60)} ${Number(date)} ${Number(month)} *`;
}
