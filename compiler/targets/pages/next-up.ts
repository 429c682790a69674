// What comes next in a course. A page is made once and read on many days, so it holds everything that comes, hidden, and a few lines of script
// show the first of what is not over by the reader's clock.

import { type CalendarEvent, courseEvents } from "../../model/calendar-events.ts";
import type { Course, Model } from "../../model/model.ts";
import { type Day, printDate, printTime } from "../../text/calendar.ts";
import { type Moment, momentOf } from "../../text/time-zone.ts";
import { weekdayOf } from "../../text/weekday.ts";
import type { Ink } from "./ink.ts";
import { datesOf, placeOf, shortTitle, whenWords } from "./page-dates.ts";

interface NextView {
  /** Those of one series are shown one at a time; empty for what is no series. */
  readonly series: string;
  /** When it is over, as the moment that every clock agrees on: `2026-10-17T04:00Z`. */
  readonly over: string;
  readonly what: string;
  readonly when: string;
  readonly place: string | undefined;
}

/** Lectures, exams, work that is due and days without class, in the order in which they end. */
export function nextUp(course: Course, model: Model, ink: Ink): NextView[] {
  const zone = model.project.timezone.value;
  const isFree = (day: Day) => course.holidays.some(({ on }) => on.value.from <= day && day <= on.value.to);
  const days = (event: CalendarEvent): CalendarEvent[] => {
    if (event.kind !== "lecture") return [event];
    const all = Array.from({ length: event.to - event.from + 1 }, (_, i) => event.from + i);
    return all
      .filter((day) => event.weekdays.includes(weekdayOf(day)) && !isFree(day))
      .map((day) => ({ ...event, from: day, to: day }));
  };
  return courseEvents(course, model)
    .filter(({ kind }) => ["lecture", "exam", "due", "holiday"].includes(kind))
    .flatMap(days)
    .map((event) => ({ event, over: momentOf(zone, event.to, event.times?.to ?? 24 * 60) }))
    .sort((a, b) => a.over - b.over)
    .map(({ event, over }) => ({
      series: event.kind === "lecture" ? event.id : "",
      over: momentText(over),
      what: ink.text(shortTitle(event, course)),
      when: whenWords(event, datesOf(model)),
      place: placeOf(event, course, ink),
    }));
}

function momentText(moment: Moment): string {
  const day = Math.floor(moment / 1440);
  return `${printDate(day)}T${printTime(moment - day * 1440)}Z`;
}
