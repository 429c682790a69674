// A calendar as a text for a terminal: what starts and ends, in a table, and below it the days to deploy on.

import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import type { CalendarEvent } from "../model/calendar-events.ts";
import { type ChangeDay, changeWords } from "../model/change-days.ts";
import { settingChanges } from "../output/change-words.ts";
import { type Day, printDate, printTime } from "../text/calendar.ts";
import { displayWidth } from "../text/display-cells.ts";
import { largest } from "../text/many.ts";
import type { CalendarReport } from "./calendar.ts";

/** The calendar in lines of text; what holds on its day is marked. */
export function calendarText(report: CalendarReport, palette: Palette = plainPalette): string {
  const { events, changes, timezone, on, external } = report;
  if (events.length + changes.length === 0) return "Nothing is in the calendar.\n";
  const lines = [palette.strong(`Calendar, times in ${timezone}`)];
  if (events.length > 0) {
    const rows = [["WHEN", "WHAT", "CHANGES", "WHO"], ...events.map((event) => eventRow(event, on))];
    lines.push("", ...table(rows));
  }
  if (changes.length > 0) {
    const rows = changes.map(changeRow);
    lines.push("", palette.strong("A build that is deployed changes something on"), ...table(rows));
  }
  for (const hub of external) {
    lines.push(
      "",
      `Hub ${hub} is external: its maintenance, and when courses begin and end on it, are in the calendar of those who run it.`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function eventRow(event: CalendarEvent, on: Day): string[] {
  const isNow = event.weekdays.length === 0 && event.from <= on && on <= event.to;
  return [
    `${whenWords(event)}${isNow ? " (now)" : ""}`,
    event.title,
    settingChanges(event).join(", "),
    whoWords(event),
  ];
}

/** `2026-10-16 19:00 to 21:00`. */
function whenWords({ from, to, times, weekdays }: CalendarEvent): string {
  if (times === undefined) return from === to ? printDate(from) : `${printDate(from)} to ${printDate(to)}`;
  const [start, end] = [printTime(times.from), printTime(times.to)];
  if (weekdays.length > 0) return `${weekdays.join(", ")} ${start} to ${end}, ${printDate(from)} to ${printDate(to)}`;
  if (from !== to) return `${printDate(from)} ${start} to ${printDate(to)} ${end}`;
  return start === end ? `${printDate(from)} ${start}` : `${printDate(from)} ${start} to ${end}`;
}

/** Where, and how many people: `datahub (staging, prod), 1800 people`. */
export function whoWords({ hubs, people, peak }: CalendarEvent): string {
  const places = hubs.map(({ name, stages }) => (stages.length === 0 ? name : `${name} (${stages.join(", ")})`));
  const count = people === undefined ? [] : [`${people} people`];
  const atOnce = peak === undefined || peak === people ? [] : [`${peak} at once`];
  return [...places, ...count, ...atOnce].join(", ");
}

function changeRow({ day, hub, stages, what }: ChangeDay): string[] {
  return [printDate(day), `${hub} (${stages.join(", ")})`, what.map(changeWords).join(", ")];
}

/** Columns as wide as their widest entry; those without any are left out. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => largest(rows.map((row) => displayWidth(row[i] ?? ""))));
  const used = widths.map((_, i) => rows.some((row, at) => (row[i] ?? "") !== "" && (at > 0 || rows.length === 1)));
  return rows.map((row) => {
    const cells = row.flatMap((cell, i) => (used[i] ? [cell + " ".repeat((widths[i] ?? 0) - displayWidth(cell))] : []));
    return `  ${cells.join("  ")}`.trimEnd();
  });
}
