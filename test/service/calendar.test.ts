import { describe, expect, test } from "vitest";
import { type CalendarRange, calendarJson, calendarReport, calendarText } from "../../compiler/service/calendar.ts";
import { calendarIcs } from "../../compiler/service/calendar-ics.ts";
import { checkedDate, type Day } from "../../compiler/text/calendar.ts";
import { type IcsComponent, icsText, icsValue, readIcs } from "../support/calendar.ts";
import { checkProgram, readProgram } from "../support/programs.ts";

const folder = new URL("../fixtures/programs/pages-and-dates/", import.meta.url).pathname;
const assets = new Map([
  ["pages/students.md.hbs", "# {{title}}"],
  ["pages/operators.html.hbs", "<h1>{{title}}</h1>"],
]);

function reportOf(range: CalendarRange = {}, on = "2026-10-05", texts = readProgram(folder)) {
  const { model, diagnostics } = checkProgram(texts, { on, assets });
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return calendarReport(model, range);
}

function day(text: string): Day {
  const found = checkedDate(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
}

/** By id: `2026-08-25 2027-02-05`. */
function json(range?: CalendarRange, on?: string) {
  return JSON.parse(calendarJson(reportOf(range, on)));
}

describe("what is in it", () => {
  test("terms, windows of courses, groups, hubs and stages, exams, lectures and work, in order", () => {
    const rows = json().events.map(
      (one: { id: string; from: string; to: string }) => `${one.id} ${one.from} ${one.to}`,
    );
    expect(rows).toEqual([
      "course.stats 2026-08-25 2027-02-05",
      "term.stats 2026-09-01 2027-01-29",
      "lecture.stats.main 2026-09-01 2027-01-28",
      "lecture.stats.tutorial 2026-09-04 2027-01-29",
      "due.stats.material.lab-1 2026-09-11 2026-09-11",
      "open.stats.hw1 2026-10-01 2026-10-01",
      "holiday.stats.unity-day 2026-10-03 2026-10-03",
      "exam.stats.midterm 2026-10-05 2026-10-05",
      "due.stats.hw1 2026-10-09 2026-10-09",
      "window.campus-staging.2026-10-10-2026-10-11 2026-10-10 2026-10-11",
      "window.stats.1 2026-10-26 2026-11-08",
      "window.campus.2026-11-02-2026-11-06 2026-11-02 2026-11-06",
      "window.students.2026-12-01-2026-12-07 2026-12-01 2026-12-07",
      "exam.stats.night 2026-12-10 2026-12-11",
      "holiday.stats.winter 2026-12-21 2027-01-03",
    ]);
  });

  test("the day that it is made for does not change what is in it", () => {
    expect(json({}, "2026-12-24").events).toEqual(json().events);
    expect(json({}, "2026-12-24").changes).toEqual(json().changes);
  });

  test("who is affected, and what is different", () => {
    const [window] = json().events.filter(({ id }: { id: string }) => id === "window.stats.1");
    expect(window).toMatchObject({
      people: 120,
      peak: 80,
      hubs: [{ name: "campus", stages: ["staging", "prod"] }],
      changes: ["memory 2 GiB to 4 GiB instead of 512 MiB to 2 GiB", "peak 80 instead of 40"],
    });
    const [exam] = json().events.filter(({ id }: { id: string }) => id === "exam.stats.midterm");
    expect(exam.changes).toEqual(["image exam instead of stats", "memory 1 GiB to 2 GiB instead of 512 MiB to 2 GiB"]);
  });

  test("a range holds what touches it; a hub and a stage can be picked", () => {
    const range = { from: day("2026-11-08"), to: day("2026-12-01") };
    const ids = json(range).events.map(({ id }: { id: string }) => id);
    expect(ids).toContain("window.stats.1");
    expect(ids).toContain("window.students.2026-12-01-2026-12-07");
    expect(ids).not.toContain("window.campus.2026-11-02-2026-11-06");
    expect(ids).not.toContain("exam.stats.night");
    expect(json(range).changes.map(({ date }: { date: string }) => date)).toEqual(["2026-11-09", "2026-12-01"]);
    const prod = json({ stage: "prod" }).events.map(({ id }: { id: string }) => id);
    expect(prod).not.toContain("window.campus-staging.2026-10-10-2026-10-11");
    expect(json({ hub: "other" }).events).toEqual([]);
  });
});

describe("as text", () => {
  test("a line for each, the days to deploy below, and what holds is marked", () => {
    const text = calendarText(reportOf());
    expect(text).toContain("Calendar, times in Europe/Berlin");
    expect(text).toMatch(/2026-10-05 18:00 to 20:00 \(now\) +exam midterm of stats +image exam instead of stats/);
    expect(text).toMatch(/2026-12-10 22:00 to 2026-12-11 01:00 +Night of <stars> \| exam of stats/);
    expect(text).toMatch(/tue, thu 08:30 to 10:00, 2026-09-01 to 2027-01-28 +lecture of stats/);
    expect(text).toMatch(/2026-10-12 {2}campus \(staging\) +window of campus, staging ends/);
    expect(text.match(/\(now\)/g)).toHaveLength(3);
  });

  test("an empty range says so", () => {
    expect(calendarText(reportOf({ from: day("2030-01-01") }))).toBe("Nothing is in the calendar.\n");
  });
});

describe("as iCalendar", () => {
  const calendar = (range?: CalendarRange, on?: string) => readIcs(calendarIcs(reportOf(range, on)));
  const events = (whole: IcsComponent) => whole.parts.filter(({ name }) => name === "VEVENT");
  const eventNamed = (whole: IcsComponent, uid: string) => {
    const found = events(whole).find((one) => icsValue(one, "UID").startsWith(`${uid}@`));
    if (found === undefined) throw new Error(`no ${uid}`);
    return found;
  };
  const property = ({ properties }: IcsComponent, name: string) => {
    const found = properties.find((one) => one.name === name);
    return found && `${found.parameters}:${found.value}`;
  };

  test("it has what a calendar and each event must have, once", () => {
    const whole = calendar();
    expect(whole.name).toBe("VCALENDAR");
    expect(icsValue(whole, "VERSION")).toBe("2.0");
    expect(icsValue(whole, "PRODID")).not.toBe("");
    const uids = events(whole).map((one) => icsValue(one, "UID"));
    expect(uids).toHaveLength(15 + 12);
    expect(new Set(uids).size).toBe(uids.length);
    for (const one of events(whole)) {
      expect(icsValue(one, "DTSTAMP")).toBe("20261005T000000Z");
      expect(icsText(icsValue(one, "SUMMARY"))).not.toBe("");
      icsText(icsValue(one, "DESCRIPTION"));
      icsValue(one, "DTSTART");
    }
  });

  test("whole days end with the day after", () => {
    const window = eventNamed(calendar(), "window.stats.1");
    expect(property(window, "DTSTART")).toBe(";VALUE=DATE:20261026");
    expect(property(window, "DTEND")).toBe(";VALUE=DATE:20261109");
    expect(icsText(icsValue(window, "DESCRIPTION"))).toContain("peak 80 instead of 40\ncampus (staging, prod)");
  });

  test("times are of the project's zone, whose changes stand beside them", () => {
    const whole = calendar();
    expect(property(eventNamed(whole, "exam.stats.night"), "DTSTART")).toBe(";TZID=Europe/Berlin:20261210T220000");
    expect(property(eventNamed(whole, "exam.stats.night"), "DTEND")).toBe(";TZID=Europe/Berlin:20261211T010000");
    const [zone] = whole.parts.filter(({ name }) => name === "VTIMEZONE");
    if (zone === undefined) throw new Error("no zone");
    expect(icsValue(zone, "TZID")).toBe("Europe/Berlin");
    expect(zone.parts.map((one) => [one.name, icsValue(one, "TZOFFSETFROM"), icsValue(one, "TZOFFSETTO")])).toEqual([
      ["DAYLIGHT", "+0200", "+0200"],
      ["STANDARD", "+0200", "+0100"],
    ]);
    const [summer, winter] = zone.parts.map((one) => icsValue(one, "DTSTART"));
    expect(winter).toBe("20261025T030000");
    expect((summer ?? "") < "20260901T083000").toBe(true);
  });

  test("a lecture comes every week at its hour, until its last day", () => {
    const lecture = eventNamed(calendar(), "lecture.stats.main");
    expect(property(lecture, "DTSTART")).toBe(";TZID=Europe/Berlin:20260901T083000");
    // 08:30 in winter is 07:30 in UTC.
    expect(property(lecture, "RRULE")).toBe(":FREQ=WEEKLY;UNTIL=20270128T073000Z;BYDAY=TU,TH");
  });

  test("what is due is a moment", () => {
    const due = eventNamed(calendar(), "due.stats.hw1");
    expect(property(due, "DTSTART")).toBe(";TZID=Europe/Berlin:20261009T235900");
    expect(property(due, "DTEND")).toBeUndefined();
  });

  test("the same event keeps its id on another day", () => {
    const ids = (on: string) => events(calendar({}, on)).map((one) => icsValue(one, "UID"));
    expect(ids("2026-12-24")).toEqual(ids("2026-10-05"));
  });

  test("UTC needs no zone; long, strange titles are folded and escaped", () => {
    const title = `Ünïcode; commas, back\\\\slashes 🎓🎓🎓 ${"long ".repeat(30)}end`;
    const texts = new Map(
      [...readProgram(folder)].map(([path, text]): [string, string] => [
        path,
        text.replace(/ {2}title +?= "Statistics.*/, `  title = "${title}"`).replace(/ {2}timezone +?= .*/, ""),
      ]),
    );
    const written = calendarIcs(reportOf({}, "2026-10-05", texts));
    const whole = readIcs(written);
    expect(whole.parts.some(({ name }) => name === "VTIMEZONE")).toBe(false);
    expect(property(eventNamed(whole, "exam.stats.midterm"), "DTSTART")).toBe(":20261005T180000Z");
    const description = icsText(icsValue(eventNamed(whole, "term.stats"), "DESCRIPTION"));
    expect(description.split("\n")[0]).toBe(title.replace("\\\\", "\\"));
    expect(written).not.toContain("\ufffd");
  });
});
