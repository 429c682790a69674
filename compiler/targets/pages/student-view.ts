// What students need of their course: what to open, when, whom to ask, and what their server is.

import { linkTitle } from "../../knowledge/link-services.ts";
import { type CalendarEvent, courseEvents } from "../../model/calendar-events.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Course, Model } from "../../model/model.ts";
import { printXml, type XmlElement, xml } from "../../output/xml.ts";
import { type Day, printDate, printTime, weekdayOf } from "../../text/calendar.ts";
import { dateWords, momentWords, monthWord, type WrittenAs } from "../../text/date-words.ts";
import { type Moment, momentOf } from "../../text/time-zone.ts";
import type { CoursePageInput, MaterialLink, OtherPage } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";
import {
  dated,
  datesOf,
  dateView,
  officeHours,
  placeOf,
  shortTitle,
  weekly,
  whenWords,
  zoneWords,
} from "./page-dates.ts";
import { serverView } from "./server-view.ts";

/** The names that a template for students gives its words by. */
export function studentView(input: CoursePageInput, ink: Ink): object {
  const { course, model, stages } = input;
  const pages = input.pages.filter(({ audience }) => audience !== "staff");
  const [{ hub, release, links }] = stages;
  const help = pages.filter(isHelp);
  const dates = datesOf(model);
  const due = input.work.filter(({ url }) => url !== undefined);
  return {
    ...courseHead(input, ink),
    hub: { url: ink.url(`${hub.url}/`), host: ink.text(shownAddress(hub)) },
    external: release === undefined,
    next: nextUp(course, model, ink),
    material: materialOf(links, dates, ink),
    parts: partsOf(links, dates, ink),
    people: peopleOf(course, ink),
    hours: officeHours(course, dates, ink),
    fromLms: hub.auth?.variant === "lti",
    weekly: weekly(course, model, ink),
    dates: dated(course, model, { ink, forStaff: false }),
    timeline: termTimeline(course, model, (event) => shortTitle(event, course)),
    timezone: ink.text(zoneWords(model.project.timezone.value)),
    handIn: due.map(({ title, url }) => ({ title: ink.text(title), url: ink.url(url ?? "") })),
    help: help.map((page) => pageView(page, ink)),
    pages: pages.filter((page) => !isHelp(page)).map((page) => pageView(page, ink)),
    server: serverView(input, ink),
  };
}

/** Title, description and days: what each page of a course begins with. */
export function courseHead({ course, model }: CoursePageInput, ink: Ink): object {
  const dates = datesOf(model);
  const last = course.stretches.at(-1)?.to ?? course.term.value.to;
  return {
    title: ink.text(course.title.value),
    about: course.description && ink.text(course.description.value),
    term: { from: dateView(course.term.value.from, dates), to: dateView(course.term.value.to, dates) },
    last: dateView(last, dates),
  };
}

/** Links in order. */
export function materialOf(links: readonly MaterialLink[], dates: WrittenAs, ink: Ink): object[] {
  return links.map((link) => linkView(link, dates, ink));
}

function linkView({ name, url, due }: MaterialLink, dates: WrittenAs, ink: Ink): object {
  return { name: ink.text(name), url: ink.url(url), due: due === undefined ? "" : momentWords(due, dates) };
}

/** Links by week or unit, in the order in which those come first. Links of none stand first, under no heading. */
function partsOf(links: readonly MaterialLink[], dates: WrittenAs, ink: Ink): object[] {
  const parts = new Map<string, MaterialLink[]>([["", []]]);
  for (const link of links) parts.set(link.part ?? "", [...(parts.get(link.part ?? "") ?? []), link]);
  return [...parts]
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) => ({
      title: ink.text(title),
      // Titles and due dates want a line each; short names stand beside each other.
      kind: parts.size > 1 || inside.some(({ due }) => due !== undefined) ? "work" : "links",
      links: inside.map((link) => linkView(link, dates, ink)),
    }));
}

const roles = { instructor: "Instructor", "teaching-assistant": "Teaching assistant" } as const;

/** Those whom the course names itself, and those of its site. */
function peopleOf({ people, site }: Course, ink: Ink): object[] {
  return [...people, ...(site?.staff ?? [])].map(({ name, role, email, website, about }) => ({
    name: ink.text(name.value),
    role: roles[role.value],
    email: email && ink.text(email.value),
    mail: email && ink.url(`mailto:${email.value}`),
    website: website && ink.url(website.value),
    about: about && ink.text(about.value),
  }));
}

/** Is it where questions are answered? */
function isHelp({ name }: OtherPage): boolean {
  return ["piazza", "ed", "slack", "discord", "zoom"].includes(name) || /help|forum|question|support|office/.test(name);
}

/** A page by the name that people know it by. */
export function pageView({ name, url }: OtherPage, ink: Ink): { readonly title: string; readonly url: string } {
  return { title: ink.text(linkTitle(name)), url: ink.url(url) };
}

// What comes next in a course. A page is made once and read on many days, so it holds everything that comes, hidden, and a few lines of script
// show the first of what is not over by the reader's clock.

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
function nextUp(course: Course, model: Model, ink: Ink): NextView[] {
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

// A course's term as a picture: its weeks as a line, and on it exams, work that is due, holidays and windows.

const size = { width: 640, height: 66, left: 12, right: 12, line: 52 } as const;

type Kind = "exam" | "due" | "holiday" | "window";

const isShown = ({ kind }: CalendarEvent): boolean => ["exam", "due", "holiday", "window"].includes(kind);

/** The picture as SVG for a page, with its legend; empty where nothing stands in the term but its ends. */
function termTimeline(course: Course, model: Model, nameOf: (event: CalendarEvent) => string): string {
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
