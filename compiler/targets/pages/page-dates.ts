// Dates and times as people read them on a page.

import { dateFormOf } from "../../knowledge/date-forms.ts";
import { type CalendarEvent, courseEvents } from "../../model/calendar-events.ts";
import type { Course, Model } from "../../model/model.ts";
import { settingChanges } from "../../output/change-words.ts";
import { andList } from "../../text/and-list.ts";
import { type Day, printDate, weekdayNames, weekOrder } from "../../text/calendar.ts";
import { dateWords, momentWords, timesWords, timeWords, type WrittenAs } from "../../text/date-words.ts";
import { examWords, lectureWords } from "../../text/name-words.ts";
import type { Ink } from "./ink.ts";

/** A date for a machine and for a person. */
export interface DateView {
  readonly iso: string;
  readonly words: string;
}

export function dateView(day: Day, as: WrittenAs): DateView {
  return { iso: printDate(day), words: dateWords(day, as) };
}

/** How dates are written where the program's time zone is. */
export function datesOf({ project }: Model): WrittenAs {
  return dateFormOf(project.timezone.value);
}

/** Something that is on a page's calendar: when it is, what it is, and what it means. */
export interface DatedView {
  /** The first day. */
  readonly iso: string;
  readonly when: string;
  readonly what: string;
  readonly note: string;
}

/** When and where people can ask: `Tuesdays`, `14:00 to 16:00`. */
export function officeHours({ officeHours: held }: Course, as: WrittenAs, ink: Ink): object[] {
  return held.map(({ days, time, with: who, place, url }) => ({
    when: andList(
      weekOrder.filter((day) => days.some(({ value }) => value === day)).map((day) => `${weekdayNames[day]}s`),
    ),
    time: timesWords(time.value, as),
    who: ink.text(andList(who.map(({ value }) => value))),
    place: place && ink.text(place.value),
    url: url && ink.url(url.value),
  }));
}

/** When a course meets, week by week: `Mondays, Wednesdays and Fridays`, `10:00 to 11:00`. */
export function weekly(
  course: Course,
  model: Model,
  ink: Ink,
): (DatedView & { readonly form: string | undefined; readonly place: string | undefined })[] {
  return courseEvents(course, model)
    .filter(({ kind }) => kind === "lecture")
    .map((event) => ({
      iso: printDate(event.from),
      when: andList(event.weekdays.map((day) => `${weekdayNames[day]}s`)),
      what: ink.text(shortTitle(event, course)),
      note: eventTimes(event, datesOf(model)),
      form: formOf(event, course, ink),
      place: placeOf(event, course, ink),
    }));
}

function formOf(event: CalendarEvent, course: Course, ink: Ink): string | undefined {
  const form = lectureOf(event, course)?.form;
  return form && ink.url(form.value);
}

export function placeOf(event: CalendarEvent, course: Course, ink: Ink): string | undefined {
  const place = (lectureOf(event, course) ?? examOf(event, course))?.place;
  return place && ink.text(place.value);
}

const lectureOf = ({ id }: CalendarEvent, { name: of, lectures }: Course) =>
  lectures.find(({ name }) => id === `lecture.${of}.${name}`);

const examOf = ({ id }: CalendarEvent, { name: of, exams }: Course) =>
  exams.find(({ name }) => id === `exam.${of}.${name}`);

/** What is on a day of its own: exams, windows, work. In order. `forStaff` says what changes in the program's words. */
export function dated(
  course: Course,
  model: Model,
  more: { readonly ink: Ink; readonly forStaff: boolean },
): DatedView[] {
  return courseEvents(course, model)
    .filter(({ kind }) => kind !== "course" && kind !== "term" && kind !== "lecture")
    .sort((a, b) => a.from - b.from || (a.times?.from ?? 0) - (b.times?.from ?? 0))
    .map((event) => ({ event, note: noteOf(event, more.forStaff) }))
    .filter(({ event, note }) => event.kind !== "window" || note !== "")
    .map(({ event, note }) => ({
      iso: printDate(event.from),
      when: whenWords(event, datesOf(model)),
      what: more.ink.text(shortTitle(event, course)),
      note: [more.ink.text(note), placeOf(event, course, more.ink) ?? ""].filter((one) => one !== "").join(", "),
    }));
}

/** `Fri 16 Oct 2026, 19:00 to 21:00`. */
export function whenWords(event: CalendarEvent, as: WrittenAs): string {
  const { from, to, times } = event;
  if (times === undefined) return from === to ? dateWords(from, as) : `${dateWords(from, as)} to ${dateWords(to, as)}`;
  if (from === to) return `${dateWords(from, as)}, ${eventTimes(event, as)}`;
  return `${momentWords({ day: from, minutes: times.from }, as)} to ${momentWords({ day: to, minutes: times.to }, as)}`;
}

function eventTimes({ times }: CalendarEvent, as: WrittenAs): string {
  if (times === undefined) return "";
  return times.from === times.to ? timeWords(times.from, as) : timesWords(times, as);
}

/** Without the course, which the page is about. */
export function shortTitle(event: CalendarEvent, course: Course): string {
  const { title, kind } = event;
  const { name } = course;
  if (kind === "window") return "Another server size";
  const lecture = lectureOf(event, course);
  if (lecture !== undefined) return lecture.title?.value ?? lectureWords(lecture.name);
  const exam = examOf(event, course);
  if (exam !== undefined) return exam.title?.value ?? examWords(exam.name);
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
