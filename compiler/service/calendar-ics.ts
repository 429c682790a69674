// A calendar as iCalendar (RFC 5545), for the calendars that people have. Times stand in the project's zone, whose changes of the clock are
// written beside them, so that a lecture stays at its hour when the clocks change.

import type { CalendarEvent } from "../model/calendar-events.ts";
import { type ChangeDay, changeWords } from "../model/change-days.ts";
import { settingChanges } from "../output/change-words.ts";
import { type Day, type Minutes, printDate, printTime, type Weekday } from "../text/calendar.ts";
import { type Moment, momentOf, offsetAt, offsetChanges, zoneName } from "../text/time-zone.ts";
import { type CalendarReport, whoWords } from "./calendar.ts";

/** The calendar as iCalendar text: lines of at most 75 octets that end in CRLF. Its stamps are of the day that it is made for. */
export function calendarIcs(report: CalendarReport): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//hubc//calendar//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...zoneLines(report),
    ...report.events.flatMap((event) => eventLines(event, report)),
    ...report.changes.flatMap((change) => changeLines(change, report)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, report: CalendarReport): string[] {
  const { id, kind, title, owner, hubs, weekdays } = event;
  const course = owner.kind === "course" ? owner.course.title.value : undefined;
  const description = [course, ...settingChanges(event), whoWords(event)].filter(
    (one) => one !== undefined && one !== "",
  );
  const host = report.hosts.get(hubs[0]?.name ?? "");
  const page = report.pages.get(hubs[0]?.name ?? "");
  return component("VEVENT", [
    `UID:${textValue(`${id}@${host ?? "hubc.invalid"}`)}`,
    `DTSTAMP:${date(report.on)}T000000Z`,
    ...whenLines(event, report.timezone),
    ...(weekdays.length > 0 ? [repetition(event, report.timezone)] : []),
    `SUMMARY:${textValue(title)}`,
    `DESCRIPTION:${textValue(description.join("\n"))}`,
    ...(page === undefined ? [] : [`URL:${page}`]),
    `CATEGORIES:${kind.toUpperCase()}`,
    `TRANSP:${event.times === undefined ? "TRANSPARENT" : "OPAQUE"}`,
  ]);
}

function changeLines({ day, hub, stages, what }: ChangeDay, { on, hosts }: CalendarReport): string[] {
  return component("VEVENT", [
    `UID:${textValue(`deploy.${hub}.${printDate(day)}@${hosts.get(hub) ?? "hubc.invalid"}`)}`,
    `DTSTAMP:${date(on)}T000000Z`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(day + 1)}`,
    `SUMMARY:${textValue(`deploy ${hub}`)}`,
    `DESCRIPTION:${textValue([...what.map(changeWords), `stages: ${stages.join(", ")}`].join("\n"))}`,
    "CATEGORIES:DEPLOY",
    "TRANSP:TRANSPARENT",
  ]);
}

/** Whole days end with the day after the last; a time that is a single moment has no end. */
function whenLines({ from, to, times, weekdays }: CalendarEvent, zone: string): string[] {
  if (times === undefined) return [`DTSTART;VALUE=DATE:${date(from)}`, `DTEND;VALUE=DATE:${date(to + 1)}`];
  const lastDay = weekdays.length > 0 ? from : to;
  const start = `DTSTART${localTime(zone, from, times.from)}`;
  return from === lastDay && times.from === times.to ? [start] : [start, `DTEND${localTime(zone, lastDay, times.to)}`];
}

/** The last repetition is said in UTC, as RFC 5545, 3.3.10 wants it beside a time with a zone. */
function repetition({ to, times, weekdays }: CalendarEvent, zone: string): string {
  const days = weekdays.map((one) => dayNames[one]).join(",");
  return `RRULE:FREQ=WEEKLY;UNTIL=${utcTime(momentOf(zone, to, times?.from ?? 0))};BYDAY=${days}`;
}

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: "MO",
  tue: "TU",
  wed: "WE",
  thu: "TH",
  fri: "FR",
  sat: "SA",
  sun: "SU",
};

/** The zone with every change of its clocks from before the first time to after the last; nothing where no time needs it. */
function zoneLines({ events, timezone }: CalendarReport): string[] {
  const timed = events.filter(({ times }) => times !== undefined);
  if (timed.length === 0 || isUtc(timezone)) return [];
  const first = (Math.min(...timed.map(({ from }) => from)) - 1) * 1440;
  const last = (Math.max(...timed.map(({ to }) => to)) + 2) * 1440;
  const offset = offsetAt(timezone, first);
  const start = { at: first, before: offset, after: offset, name: zoneName(timezone, first) };
  const usual = Math.min(offset, ...offsetChanges(timezone, first, first + 366 * 1440).map(({ after }) => after));
  const observances = [start, ...offsetChanges(timezone, first, last)].flatMap(({ at, before, after, name }) =>
    component(after > usual ? "DAYLIGHT" : "STANDARD", [
      // The local time before the change, as the zone's clocks showed it.
      `DTSTART:${clock(at + before)}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `TZNAME:${textValue(name)}`,
    ]),
  );
  return component("VTIMEZONE", [`TZID:${timezone}`, ...observances]);
}

function isUtc(zone: string): boolean {
  return zone === "UTC" || zone === "GMT";
}

function component(name: string, lines: readonly string[]): string[] {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

/** What follows the name of a property that holds a time. */
function localTime(zone: string, day: Day, minutes: Minutes): string {
  const local = clock(day * 1440 + minutes);
  return isUtc(zone) ? `:${local}Z` : `;TZID=${zone}:${local}`;
}

function utcTime(moment: Moment): string {
  return `${clock(moment)}Z`;
}

/** Minutes since the beginning of 1970 on a clock that never changes. */
function clock(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  return `${date(day)}T${printTime(minutes - day * 1440).replace(":", "")}00`;
}

function date(day: Day): string {
  return printDate(day).replaceAll("-", "");
}

/** `-0700`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${printTime(size).replace(":", "")}`;
}

/** Text as a property holds it (RFC 5545, 3.3.11); control characters have no place in it. */
function textValue(text: string): string {
  return (
    text
      .replace(/\r\n|[\r\u2028\u2029\u0085]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 allows none of them in a text.
      .replace(/[\x00-\x09\x0b-\x1f\x7f]/g, " ")
      .replace(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n")
  );
}

/** Folded into lines of at most 75 octets of UTF-8, never within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const most = 75;
  let text = "";
  let length = 0;
  for (const character of line) {
    const size = octets(character);
    if (length + size > most) {
      text += "\r\n ";
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}

/** Of a character in UTF-8. */
function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
