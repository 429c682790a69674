import { expect, test } from "vitest";
import { nightlyTime } from "../../../compiler/targets/ci/github-deploy.ts";

test.each([
  ["UTC", "17 0 * * *"],
  ["America/Los_Angeles", "17 8 * * *"],
  ["Europe/Oslo", "17 23 * * *"],
  ["Pacific/Auckland", "17 12 * * *"],
  ["Asia/Kathmandu", "32 18 * * *"],
])("a day in %s has begun at %s, summer and winter", (zone, cron) => {
  expect(nightlyTime(zone)).toBe(cron);
});
