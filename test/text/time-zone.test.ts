import { describe, expect, test } from "vitest";
import { checkedDate, type Day } from "../../compiler/text/calendar.ts";
import { isTimeZone, momentOf, offsetAt, offsetChanges, zoneName } from "../../compiler/text/time-zone.ts";

function day(text: string): Day {
  const found = checkedDate(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
}

/** What the engine's own dates say: hours and minutes in UTC. */
function utc(zone: string, date: string, minutes: number): string {
  return new Date(momentOf(zone, day(date), minutes) * 60_000).toISOString().slice(0, 16);
}

test.each([
  ["UTC", "2026-10-16", 19 * 60, "2026-10-16T19:00"],
  ["America/Los_Angeles", "2026-10-16", 19 * 60, "2026-10-17T02:00"],
  ["America/Los_Angeles", "2026-12-10", 15 * 60, "2026-12-10T23:00"],
  ["Europe/Berlin", "2026-10-05", 0, "2026-10-04T22:00"],
  ["Asia/Kolkata", "2026-01-01", 3 * 60, "2025-12-31T21:30"],
  ["Pacific/Kiritimati", "2026-03-01", 60, "2026-02-28T11:00"],
  ["Australia/Lord_Howe", "2026-07-01", 12 * 60, "2026-07-01T01:30"],
])("in %s, %s at minute %i is %s in UTC", (zone, date, minutes, expected) => {
  expect(utc(zone, date, minutes)).toBe(expected);
});

describe("where clocks change", () => {
  const zone = "America/Los_Angeles";

  test("a time that is skipped is read with the offset before the change", () => {
    expect(utc(zone, "2026-03-08", 2 * 60 + 30)).toBe("2026-03-08T10:30");
    expect(utc(zone, "2026-03-08", 60 + 59)).toBe("2026-03-08T09:59");
    expect(utc(zone, "2026-03-08", 3 * 60)).toBe("2026-03-08T10:00");
  });

  test("a time that comes twice is the first", () => {
    expect(utc(zone, "2026-11-01", 60 + 30)).toBe("2026-11-01T08:30");
    expect(utc(zone, "2026-11-01", 2 * 60)).toBe("2026-11-01T10:00");
  });

  test("every change of a year is found, to the minute", () => {
    const changes = offsetChanges(zone, day("2026-01-01") * 1440, day("2027-01-01") * 1440);
    expect(
      changes.map(({ at, before, after, name }) => [new Date(at * 60_000).toISOString(), before, after, name]),
    ).toEqual([
      ["2026-03-08T10:00:00.000Z", -480, -420, "PDT"],
      ["2026-11-01T09:00:00.000Z", -420, -480, "PST"],
    ]);
    expect(offsetChanges("Asia/Tokyo", day("2026-01-01") * 1440, day("2027-01-01") * 1440)).toEqual([]);
  });
});

test("offsets agree with the engine's own wall clock, all over the world and the year", () => {
  for (const zone of [
    "UTC",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Pacific/Auckland",
    "Pacific/Pago_Pago",
    "Europe/Dublin",
  ]) {
    for (let moment = day("2026-01-01") * 1440 + 7; moment < day("2027-01-03") * 1440; moment += 1440 * 3 + 61) {
      const shown = new Date(moment * 60_000).toLocaleString("sv-SE", { timeZone: zone });
      const wall = Date.parse(`${shown.replace(" ", "T")}Z`) / 60_000;
      expect(offsetAt(zone, moment), `${zone} ${moment}`).toBe(wall - moment);
    }
  }
});

test("a zone is known or not", () => {
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Europe/Atlantis")).toBe(false);
  expect(zoneName("America/Los_Angeles", day("2026-07-01") * 1440)).toBe("PDT");
});
