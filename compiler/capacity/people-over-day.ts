// How many people are at work at each time of a day. Nobody knows beforehand; this is a plain model of it, so that a picture can be
// drawn and a cost be named, and it is written out wherever its numbers are shown.
//
// - In a lecture or an exam, and until their servers are culled after it, everybody is there who works at once: `peak`.
// - Otherwise a part of them: few at night, more by day, most in the evening, half of that at weekends.
// - A course without lectures is taken to be full on weekdays from 14:00 to 16:00.
// - In the grace before and after the term, as at night.

import type { CourseSize, Server } from "../model/server.ts";
import { type Day, type Minutes, weekdayOf } from "../text/calendar.ts";

/** Parts of `peak`, from the time on. */
const usualShares = [
  { from: 0, share: 0.05 },
  { from: 8 * 60, share: 0.25 },
  { from: 18 * 60, share: 0.35 },
] as const;

const nightShare = 0.05;
const assumedFull = { days: ["mon", "tue", "wed", "thu", "fri"], from: 14 * 60, to: 16 * 60 } as const;

/** A time on the day when everybody is there. */
export interface Full {
  readonly label: string;
  readonly from: Minutes;
  readonly to: Minutes;
}

/** When a course is full on a day: its lectures and exams. */
export function fullTimes(course: Server, day: Day): Full[] {
  const weekday = weekdayOf(day);
  if (!inTerm(course, day)) return [];
  const exams = course.exams.flatMap(({ name, at }) => {
    const { from, to } = at.value;
    if (day < from.day || day > to.day) return [];
    return [
      { label: `exam ${name}`, from: day === from.day ? from.minutes : 0, to: day === to.day ? to.minutes : 24 * 60 },
    ];
  });
  if (course.lectures.length === 0) {
    const assumed = assumedFull.days.some((one) => one === weekday);
    return assumed ? [...exams, { label: "assumed", from: assumedFull.from, to: assumedFull.to }] : exams;
  }
  const lectures = course.lectures
    .filter(({ days }) => days.some(({ value }) => value === weekday))
    .map(({ name, time }) => ({ label: `lecture ${name}`, from: time.value.from, to: time.value.to }));
  return [...lectures, ...exams];
}

/** How many people of a course are at work over a day. */
export interface PeopleOverDay {
  readonly at: (minute: Minutes) => number;
  /** The minutes at which there may be more or fewer than before, the day's first among them. */
  readonly changes: readonly Minutes[];
}

/** People of a course on a day. `idle`: seconds after which a server without activity is stopped. */
export function peopleOn(
  course: Server,
  size: Pick<CourseSize, "peak">,
  { day, idle }: { readonly day: Day; readonly idle: number },
): PeopleOverDay {
  const peak = size.peak?.value ?? 0;
  const tail = Math.ceil(idle / 60);
  const full = fullTimes(course, day);
  const shareAt = usualShareOn(course, day);
  return {
    at: (minute) => {
      const isFull = full.some(({ from, to }) => from <= minute && minute < to + tail);
      return isFull ? peak : Math.ceil(peak * shareAt(minute));
    },
    changes: [...usualShares.map(({ from }) => from), ...full.flatMap(({ from, to }) => [from, to + tail])],
  };
}

function usualShareOn(course: Server, day: Day): (minute: Minutes) => number {
  if (!inTerm(course, day)) return () => nightShare;
  const weekday = weekdayOf(day);
  const part = weekday === "sat" || weekday === "sun" ? 0.5 : 1;
  return (minute) => (usualShares.findLast(({ from }) => from <= minute)?.share ?? nightShare) * part;
}

function inTerm({ term }: Server, day: Day): boolean {
  return term.value.from <= day && day <= term.value.to;
}
