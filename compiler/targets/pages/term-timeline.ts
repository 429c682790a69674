// A course's term as a picture: its weeks as a line, and on it exams, work that is due, holidays and windows.

import { type CalendarEvent, courseEvents } from "../../model/calendar-events.ts";
import type { Course, Model } from "../../model/model.ts";
import { printXml, type XmlElement, xml } from "../../output/xml.ts";
import { type Day, printDate } from "../../text/calendar.ts";
import { dateWords, monthWord } from "../../text/date-words.ts";
import { datesOf } from "./page-dates.ts";

const size = { width: 640, height: 66, left: 12, right: 12, line: 52 } as const;

type Kind = "exam" | "due" | "holiday" | "window";

const isShown = ({ kind }: CalendarEvent): boolean => ["exam", "due", "holiday", "window"].includes(kind);

/** The picture as SVG for a page, with its legend; empty where nothing stands in the term but its ends. */
export function termTimeline(course: Course, model: Model, nameOf: (event: CalendarEvent) => string): string {
  const { from, to } = course.term.value;
  const events = courseEvents(course, model).filter((event) => isShown(event) && event.from <= to && event.to >= from);
  if (events.length === 0 || to <= from) return "";
  const x = (day: Day): number => {
    const within = Math.min(to, Math.max(from, day));
    return size.left + ((within - from) / (to - from)) * (size.width - size.left - size.right);
  };
  const titleOf = (event: CalendarEvent) => `${nameOf(event)}, ${dateWords(event.from, datesOf(model))}`;
  const said = events.map((event) => `${titleOf(event)}.`).join(" ");
  const picture = printXml(
    xml(
      "svg",
      {
        class: "timeline",
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: "img",
        "aria-label": `The term. ${said}`,
      },
      ...monthsIn(from, to).map((day) => monthMark(day, x(day))),
      xml("line", { class: "term", x1: size.left, y1: size.line, x2: size.width - size.right, y2: size.line }),
      ...events.map((event) => mark(event, { x, title: titleOf(event) })),
    ),
  );
  return `${picture}\n${legend(new Set(events.map(({ kind }) => kind)))}`;
}

/** The first days of months in the term, by which readers find their way. */
function monthsIn(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((day) => printDate(day).endsWith("-01"));
}

function monthMark(day: Day, x: number): XmlElement {
  const atEnd = x > size.width - 40;
  return xml(
    "g",
    {},
    xml("line", { class: "month", x1: x, y1: size.line - 18, x2: x, y2: size.line + 8 }),
    xml(
      "text",
      { x: atEnd ? x - 4 : x + 4, y: size.line - 22, "text-anchor": atEnd ? "end" : "start" },
      monthWord(day),
    ),
  );
}

function mark(
  event: CalendarEvent,
  { x, title: words }: { readonly x: (day: Day) => number; readonly title: string },
): XmlElement {
  const title = xml("title", {}, words);
  const [start, end] = [x(event.from), x(event.to)];
  switch (event.kind) {
    case "exam":
      return xml(
        "g",
        {},
        title,
        xml("path", { class: "exam", d: `M ${start} ${size.line - 9} l 9 9 l -9 9 l -9 -9 z` }),
      );
    case "due":
      return xml("g", {}, title, xml("circle", { class: "due", cx: start, cy: size.line, r: 5 }));
    default:
      return xml(
        "g",
        {},
        title,
        xml("rect", {
          class: event.kind,
          x: start,
          y: size.line - 5,
          width: Math.max(4, end - start),
          height: 10,
          rx: 2,
        }),
      );
  }
}

const words: Readonly<Record<Kind, string>> = {
  exam: "exam",
  due: "due",
  holiday: "no class",
  window: "another server size",
};

/** What the marks mean, so that colours are not needed; a list, which wraps on a phone. */
function legend(kinds: ReadonlySet<CalendarEvent["kind"]>): string {
  const shown = (["exam", "due", "holiday", "window"] as const).filter((kind) => kinds.has(kind));
  const items = shown.map((kind) => {
    const sign = { class: "timeline-sign", viewBox: "0 0 14 14", "aria-hidden": "true" };
    return xml("li", {}, xml("svg", sign, signOf(kind)), xml("span", {}, words[kind]));
  });
  return printXml(xml("ul", { class: "legend" }, ...items));
}

function signOf(kind: Kind): XmlElement {
  switch (kind) {
    case "exam":
      return xml("path", { class: kind, d: "M 7 0 l 7 7 l -7 7 l -7 -7 z" });
    case "due":
      return xml("circle", { class: kind, cx: 7, cy: 7, r: 5 });
    default:
      return xml("rect", { class: kind, x: 1, y: 3, width: 12, height: 8, rx: 2 });
  }
}
