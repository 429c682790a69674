import { expect, test } from "vitest";
import { checkedDate, checkedTime, printDate, printTime } from "../../compiler/text/calendar.ts";

test("days are those of the platform's calendar, forth and back, over four centuries", () => {
  for (let day = -80_000; day < 80_000; day += 1) {
    const written = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (printDate(day) !== written || checkedDate(written) !== day) expect.fail(`${day} is ${written}`);
  }
});

test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "26-01-01", "1900-02-29", ""])(
  "there is no day %s",
  (written) => {
    expect(checkedDate(written)).toBeUndefined();
  },
);

test.each([
  ["00:00", 0],
  ["9:05", 545],
  ["23:59", 1439],
  ["24:00", 1440],
])("%s is a time", (written, minutes) => {
  expect(checkedTime(written)).toBe(minutes);
  expect(checkedTime(printTime(minutes))).toBe(minutes);
});

test.each(["24:01", "25:00", "12:60", "12", "1:2", "12:00:00"])("%s is none", (written) => {
  expect(checkedTime(written)).toBeUndefined();
});
