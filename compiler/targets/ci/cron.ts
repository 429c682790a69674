// When a day has begun, as a line for cron, which knows no zones.

import { checkedDate } from "../../text/calendar.ts";
import { isTimeZone, momentOf } from "../../text/time-zone.ts";

/** Minutes after midnight: clear of the full hour, when GitHub's runners are waited for. */
const after = 17;

/**
 * Every night shortly after the day has begun in the zone, in UTC, whether clocks are on summer time or not: minute, hour, any day. In a
 * zone that is not known, once the day has begun everywhere.
 */
export function nightlyTime(zone: string): string {
  const days = ["2026-01-15", "2026-07-15"].map((text) => checkedDate(text) ?? 0);
  const late = days.map((day) => (isTimeZone(zone) ? momentOf(zone, day, after) - day * 1440 : 12 * 60 + after));
  const minutes = (Math.max(...late) + 1440) % 1440;
  return `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
}
