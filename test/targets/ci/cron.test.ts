import { expect, test } from "vitest";
import { cronTime } from "../../../compiler/targets/ci/cron.ts";
import { checkedDate } from "../../../compiler/text/calendar.ts";

test.each([
  ["2026-10-16", "UTC", "17 0 16 10 *"],
  ["2026-10-16", "America/Los_Angeles", "17 7 16 10 *"],
  ["2026-12-16", "America/Los_Angeles", "17 8 16 12 *"],
  ["2026-03-01", "Europe/Oslo", "17 23 28 2 *"],
  ["2028-03-01", "Europe/Oslo", "17 23 29 2 *"],
  ["2027-01-01", "Pacific/Auckland", "17 11 31 12 *"],
  ["2026-10-16", "Asia/Kathmandu", "32 18 15 10 *"],
  ["2026-10-16", "Nowhere/Land", "17 12 16 10 *"],
])("%s in %s begins at %s", (day, zone, cron) => {
  expect(cronTime(checkedDate(day) ?? 0, zone)).toBe(cron);
});
