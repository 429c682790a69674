import { expect, test } from "vitest";
import { dateFormOf } from "../../compiler/knowledge/date-forms.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { dateWords, momentWords, timesWords, timeWords } from "../../compiler/text/date-words.ts";

const day = checkedDate("2026-10-16") ?? 0;

test.each([
  ["America/Los_Angeles", "Fri, Oct 16, 2026", "7:00 pm"],
  ["America/Indiana/Knox", "Fri, Oct 16, 2026", "7:00 pm"],
  ["US/Eastern", "Fri, Oct 16, 2026", "7:00 pm"],
  ["America/Toronto", "Fri, Oct 16, 2026", "7:00 pm"],
  ["America/Sao_Paulo", "Fri 16 Oct 2026", "19:00"],
  ["Australia/Sydney", "Fri 16 Oct 2026", "7:00 pm"],
  ["Asia/Kolkata", "Fri 16 Oct 2026", "7:00 pm"],
  ["Europe/Berlin", "Fri 16 Oct 2026", "19:00"],
  ["UTC", "Fri 16 Oct 2026", "19:00"],
])("in %s dates are as there", (zone, date, time) => {
  const as = dateFormOf(zone);
  expect(dateWords(day, as)).toBe(date);
  expect(timeWords(19 * 60, as)).toBe(time);
  expect(momentWords({ day, minutes: 19 * 60 }, as)).toBe(`${date}, ${time}`);
});

test.each([
  [0, "12:00 am"],
  [59, "12:59 am"],
  [719, "11:59 am"],
  [720, "12:00 pm"],
  [1439, "11:59 pm"],
  [1440, "12:00 am"],
])("minute %i of a day is %s", (minutes, words) => {
  expect(timeWords(minutes, { monthFirst: true, twelveHours: true })).toBe(words);
});

test("a half of the day is said once where both times are in it", () => {
  const us = dateFormOf("America/Chicago");
  expect(timesWords({ from: 19 * 60, to: 21 * 60 }, us)).toBe("7:00 to 9:00 pm");
  expect(timesWords({ from: 11 * 60, to: 12 * 60 + 30 }, us)).toBe("11:00 am to 12:30 pm");
  expect(timesWords({ from: 22 * 60, to: 24 * 60 }, us)).toBe("10:00 pm to 12:00 am");
  expect(timesWords({ from: 60, to: 120 }, dateFormOf("Europe/Paris"))).toBe("01:00 to 02:00");
});
