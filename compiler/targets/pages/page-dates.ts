// Dates and times as people read them on a page.

import { type CalendarEvent, courseEvents } from "../../model/calendar-events.ts";
import type { Course, Model, Weekday } from "../../model/model.ts";
import { weekdayOf } from "../../model/weekday.ts";
import { settingChanges } from "../../output/change-words.ts";
import { andList } from "../../text/and-list.ts";
import { type Day, printDate, printTime } from "../../text/calendar.ts";
import type { Ink } from "./ink.ts";

/** A date for a machine and for a person. */
export interface DateView {
  readonly iso: string;
  readonly words: string;
}

export function dateView(day: Day): DateView {
  return { iso: printDate(day), words: dateWords(day) };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Fri 16 Oct 2026`. */
export function dateWords(day: Day): string {
  const [year, month, date] = printDate(day).split("-").map(Number);
  const weekday = weekdayNames[weekdayOf(day)].slice(0, 3);
  return `${weekday} ${date} ${months[(month ?? 1) - 1]} ${year}`;
}

const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Something that is on a page's calendar: when it is, what it is, and what it means. */
export interface DatedView {
  /** The first day. */
  readonly iso: string;
  readonly when: string;
  readonly what: string;
  readonly note: string;
}

/** When a course meets, week by week: `Mondays, Wednesdays and Fridays`, `10:00 to 11:00`. */
export function weekly(course: Course, model: Model, ink: Ink): (DatedView & { readonly form: string | undefined })[] {
  return courseEvents(course, model)
    .filter(({ kind }) => kind === "lecture")
    .map((event) => ({
      iso: printDate(event.from),
      when: andList(event.weekdays.map((day) => `${weekdayNames[day]}s`)),
      what: ink.text(shortTitle(event, course)),
      note: timeWords(event),
      form: formOf(event, course, ink),
    }));
}

/** Of the lecture that the event is. */
function formOf({ id }: CalendarEvent, course: Course, ink: Ink): string | undefined {
  const lecture = course.lectures.find(({ name }) => id === `lecture.${course.name}.${name}`);
  return lecture?.form && ink.url(lecture.form.value);
}

/** What is on a day of its own: exams, windows, work. In order. `forStaff` says what changes in the program's words. */
export function dated(
  course: Course,
  model: Model,
  more: { readonly ink: Ink; readonly forStaff: boolean },
): DatedView[] {
  return courseEvents(course, model)
    .filter(({ kind }) => kind === "exam" || kind === "window" || kind === "open" || kind === "due")
    .sort((a, b) => a.from - b.from || (a.times?.from ?? 0) - (b.times?.from ?? 0))
    .map((event) => ({ event, note: noteOf(event, more.forStaff) }))
    .filter(({ event, note }) => event.kind !== "window" || note !== "")
    .map(({ event, note }) => ({
      iso: printDate(event.from),
      when: whenWords(event),
      what: more.ink.text(shortTitle(event, course)),
      note: more.ink.text(note),
    }));
}

/** `Fri 16 Oct 2026, 19:00 to 21:00`. */
export function whenWords(event: CalendarEvent): string {
  const { from, to, times } = event;
  if (times === undefined) return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
  if (from === to) return `${dateWords(from)}, ${timeWords(event)}`;
  return `${dateWords(from)}, ${printTime(times.from)} to ${dateWords(to)}, ${printTime(times.to)}`;
}

function timeWords({ times }: CalendarEvent): string {
  if (times === undefined) return "";
  return times.from === times.to ? printTime(times.from) : `${printTime(times.from)} to ${printTime(times.to)}`;
}

/** Without the course, which the page is about. */
function shortTitle({ title, kind }: CalendarEvent, { name }: Course): string {
  if (kind === "window") return "Another server size";
  const words = title.replace(` of ${name}`, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function noteOf(event: CalendarEvent, forStaff: boolean): string {
  const changes = settingChanges(event);
  if (forStaff) return changes.join(", ");
  // Students care for the room that they have, not for the nodes behind it.
  const room = changes
    .filter((one) => one.startsWith("memory ") || one.startsWith("cpu "))
    .map((one) => one.replace(/ instead of .*$/, ""));
  const image = event.kind === "exam" && event.sets.includes("image") ? ["in an environment of its own"] : [];
  return [...room, ...image].join(", ");
}

/** `Los Angeles time`; `UTC`. */
export function zoneWords(zone: string): string {
  const place = zone.includes("/") ? zone.split("/").at(-1) : undefined;
  return place === undefined ? zone : `${place.replaceAll("_", " ")} time`;
}
