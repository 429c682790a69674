// The calendar of a program, as data: what starts and ends, who is affected, and the days on which a build has to be deployed.

import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import { type CalendarEvent, calendarEvents } from "../model/calendar-events.ts";
import { type ChangeDay, changeDays, changeWords } from "../model/change-days.ts";
import type { CourseHub, Model } from "../model/model.ts";
import { settingChanges } from "../output/change-words.ts";
import { type Day, printDate, printTime } from "../text/calendar.ts";
import { displayWidth } from "../text/display-cells.ts";
import { largest } from "../text/many.ts";
import { printJson } from "../text/print-json.ts";

export interface CalendarReport {
  /** The day that it is made for. */
  readonly on: Day;
  /** Of all times. */
  readonly timezone: string;
  /** The host of each hub: that of the stage that people use. */
  readonly hosts: ReadonlyMap<string, string>;
  /** The page of each hub that people open, of the same stage. */
  readonly pages: ReadonlyMap<string, string>;
  /** Names of the hubs asked for that somebody else runs. */
  readonly external: readonly string[];
  readonly events: readonly CalendarEvent[];
  readonly changes: readonly ChangeDay[];
}

/** What is asked for. Days are included; without them there is no bound. */
export interface CalendarRange {
  readonly from?: Day;
  readonly to?: Day;
  readonly hub?: string;
  readonly stage?: string;
}

/** Everything that touches the days of the range. */
export function calendarReport(model: Model, range: CalendarRange = {}): CalendarReport {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, hub, stage } = range;
  const isAsked = (name: string, stages: readonly string[]) =>
    (hub ?? name) === name && (stage === undefined || stages.includes(stage));
  return {
    on: model.on,
    timezone: model.project.timezone.value,
    hosts: ofHubs(model, ({ domain }) => domain.value),
    external: model.externalHubs.filter(({ name }) => isAsked(name, [])).map(({ name }) => name),
    pages: ofHubs(model, ({ url }) => `${url}/`),
    events: calendarEvents(model).filter(
      (event) =>
        event.from <= to &&
        event.to >= from &&
        ((hub === undefined && stage === undefined) || event.hubs.some(({ name, stages }) => isAsked(name, stages))),
    ),
    changes: changeDays(model).filter(
      (change) => from <= change.day && change.day <= to && isAsked(change.hub, change.stages),
    ),
  };
}

/** Something of the stage of each hub that people use. */
function ofHubs({ hubs, releases, externalHubs }: Model, of: (hub: CourseHub) => string): ReadonlyMap<string, string> {
  return new Map(
    [
      ...hubs.flatMap(({ name, peoplesStage }) =>
        releases.filter(({ hub, stage }) => hub === name && stage === peoplesStage),
      ),
      ...externalHubs,
    ].map((one): [string, string] => [one.hub, of(one)]),
  );
}

/** The calendar as JSON text. Dates and times are those of the time zone that it names. */
export function calendarJson({ on, timezone, events, changes }: CalendarReport): string {
  const data = {
    on: printDate(on),
    timezone,
    events: events.map(eventData),
    changes: changes.map(({ day, hub, stages, what }) => ({
      date: printDate(day),
      hub,
      stages,
      what: what.map((change) => ({ how: change.how, event: change.event.id, text: changeWords(change) })),
    })),
  };
  return printJson(data);
}

function eventData(event: CalendarEvent): object {
  const { id, kind, title, owner, from, to, times, weekdays, hubs, people, peak, changesBuild } = event;
  return {
    id,
    kind,
    title,
    [owner.kind]: owner.kind === "course" ? owner.course.name : owner.kind === "group" ? owner.group.name : owner.hub,
    from: printDate(from),
    to: printDate(to),
    ...(times && { times: { from: printTime(times.from), to: printTime(times.to) } }),
    ...(weekdays.length > 0 && { weekdays }),
    changes: settingChanges(event),
    changesBuild,
    hubs,
    people,
    peak,
  };
}

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
