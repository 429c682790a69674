// The weekly schedule and the dates of a course, as Just the Class shows them.

import type { Course } from "../../model/model.ts";
import { frontMatterFile } from "../../output/front-matter.ts";
import { htmlText } from "../../output/html-text.ts";
import { markdownText } from "../../output/markdown.ts";
import type { OutputFile, OutputLine } from "../../output/output-file.ts";
import { withOrigin } from "../../output/yaml-tree.ts";
import { type Minutes, printDate, printTime } from "../../text/calendar.ts";
import { lectureWords } from "../../text/name-words.ts";
import type { Span } from "../../text/span.ts";
import type { Weekday } from "../../text/weekday.ts";

const days: readonly (readonly [Weekday, string])[] = [
  ["mon", "Monday"],
  ["tue", "Tuesday"],
  ["wed", "Wednesday"],
  ["thu", "Thursday"],
  ["fri", "Friday"],
  ["sat", "Saturday"],
  ["sun", "Sunday"],
];

/** `_schedules/hubc-weekly.md`: lectures; events must lie within the timeline, which has a line each half hour (its schedule layout). */
export function weeklyFile(course: Course, folder: string): OutputFile | undefined {
  const { lectures } = course;
  if (lectures.length === 0) return undefined;
  const half = 30;
  const first = Math.floor(Math.min(...lectures.map(({ time }) => time.value.from)) / half) * half;
  const last = Math.ceil(Math.max(...lectures.map(({ time }) => time.value.to)) / half) * half;
  const timeline = Array.from({ length: (last - first) / half + 1 }, (_, i) => clock(first + i * half));
  const used = new Set(lectures.flatMap((lecture) => lecture.days.map(({ value }) => value)));
  const weekend = used.has("sat") || used.has("sun");
  const schedule = days.slice(0, weekend ? 7 : 5).map(([day, name]) => {
    const events = lectures
      .filter((lecture) => lecture.days.some(({ value }) => value === day))
      .toSorted((a, b) => a.time.value.from - b.time.value.from)
      .map(({ name: label, title, time, span }) =>
        withOrigin(
          {
            name: htmlText(title?.value ?? lectureWords(label)),
            start: clock(time.value.from),
            end: clock(time.value.to),
            class: "lecture",
          },
          span,
        ),
      );
    return { name, events: events.length > 0 ? events : undefined };
  });
  const document = { data: { timeline, schedule }, header: "Written by hubc." };
  return frontMatterFile(`${folder}/_schedules/hubc-weekly.md`, document, course.span);
}

/** The form that the theme's `minutes.liquid` reads: `9:30 AM`. */
function clock(minutes: Minutes): string {
  const hour = Math.floor(minutes / 60) % 24;
  const half = hour < 12 ? "AM" : "PM";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, "0")} ${half}`;
}

interface Dated {
  readonly when: string;
  readonly text: string;
  readonly span: Span;
}

/** `_modules/hubc-dates.md`: what happens on which day, as the definition list that the theme's calendar is made of. */
export function datesFile(course: Course, folder: string): OutputFile | undefined {
  const entries = [...examDates(course), ...dueDates(course)].toSorted((a, b) => (a.when < b.when ? -1 : 1));
  if (entries.length === 0) return undefined;
  const body: OutputLine[] = [];
  let day = "";
  for (const { when, text, span } of entries) {
    if (when.slice(0, 10) !== day) {
      day = when.slice(0, 10);
      body.push({ text: "" }, { text: day, origin: span });
    }
    body.push({ text: `: ${text}`, origin: span });
  }
  const document = { data: { title: "Dates" }, body, header: "Written by hubc." };
  return frontMatterFile(`${folder}/_modules/hubc-dates.md`, document, course.span);
}

function examDates({ exams }: Course): Dated[] {
  return exams.map(({ name, at, span }) => {
    const { from, to } = at.value;
    const until = to.day === from.day ? printTime(to.minutes) : `${printDate(to.day)} ${printTime(to.minutes)}`;
    const text = `**Exam**{: .label .label-red } ${markdownText(name)}, ${printTime(from.minutes)} to ${until}`;
    return { when: `${printDate(from.day)} ${printTime(from.minutes)}`, text, span };
  });
}

function dueDates({ grading }: Course): Dated[] {
  return (grading?.assignments ?? []).flatMap(({ name, title, due, span }) => {
    if (due === undefined) return [];
    const { day, minutes } = due.value;
    const text = `**Due**{: .label .label-red } ${markdownText(title?.value ?? name)}, ${printTime(minutes)}`;
    return [{ when: `${printDate(day)} ${printTime(minutes)}`, text, span }];
  });
}
