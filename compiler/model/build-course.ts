// A course's block to the model, for one date.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Declaration } from "../names/bind.ts";
import { exam, lecture, course as schema } from "../schema/blocks/course.ts";
import { content, shared, signIn } from "../schema/blocks/course-material.ts";
import type { Day } from "../text/calendar.ts";
import { type Block, blockOf, blocksOf, freeSettings, valueIn } from "./block.ts";
import {
  buildGrading,
  buildHoliday,
  buildLms,
  buildOfficeHours,
  buildPeople,
  buildSite,
  buildTextbook,
} from "./build-material.ts";
import { itemsOf, required } from "./build-parts.ts";
import { choicesOf, variablesOf } from "./build-server.ts";
import type { App, Audience, Content, ContentLink, GitSignIn, NamedUrl, SharedFolder } from "./content.ts";
import { courseSize, nameIn } from "./course-size.ts";
import type { Course, CourseStretch, Exam, Lecture, Range } from "./model.ts";
import { readerOf } from "./reader.ts";
import { mapSourced, type Sourced } from "./sourced.ts";
import { examTime, onDay, windowDates, windowsOf } from "./windows.ts";

/** The course as it is on the day `on`: windows and exams of that day are applied. */
export function buildCourse(declaration: Declaration, block: Block, on: Day, report: Report): Course {
  const effective = onDay(block, on, report);
  const { settings } = schema;
  const term = required(valueIn(effective, settings.term), { from: on, to: on }, block);
  const grace = required(valueIn(effective, settings.grace), 14 * 86400, block);
  const { image, students, peak, memory, cpu, pool } = courseSize(effective);
  return {
    of: "course",
    name: declaration.name,
    span: block.span,
    doc: block.doc,
    title: required(valueIn(effective, settings.title), declaration.name, block),
    description: valueIn(effective, settings.description),
    hub: nameIn(valueIn(effective, settings.hub), block),
    term,
    grace,
    image,
    students,
    peak,
    memory,
    cpu,
    pool,
    gpu: valueIn(effective, settings.gpu),
    staff: itemsOf(valueIn(effective, settings.staff)).map((item) => mapSourced(item, (target) => target.name)),
    roster: itemsOf(valueIn(effective, settings.roster)).map((item) => mapSourced(item, (target) => target.name)),
    openWith: required(valueIn(effective, settings["open-with"]), "lab", block),
    needs: itemsOf(valueIn(effective, settings.needs)),
    collaboration: required(valueIn(effective, settings.collaboration), false, block),
    environment: variablesOf(effective),
    choices: choicesOf(effective, image),
    contents: blocksOf(effective, "content").map(buildContent),
    shared: blocksOf(effective, "shared").map(buildShared),
    textbook: buildTextbook(blockOf(effective, "textbook")),
    site: buildSite(blockOf(effective, "site")),
    grading: buildGrading(blockOf(effective, "grading")),
    lms: buildLms(blockOf(effective, "lms")),
    links: freeSettings<WrittenLink>(blockOf(effective, "links")).map(linkNamed),
    people: buildPeople(blocksOf(effective, "person")),
    officeHours: blocksOf(effective, "office-hours").flatMap(buildOfficeHours),
    holidays: blocksOf(effective, "holiday").flatMap(buildHoliday),
    windows: windowsOf(block, on),
    stretches: stretchesOf(block, daysOf(block, applicableDays(term.value, grace.value))),
    lectures: blocksOf(effective, "lecture").flatMap(buildLecture),
    exams: blocksOf(effective, "exam").flatMap(buildExam),
    applies: applies(term.value, grace.value, on),
  };
}

/** A term widened by its grace holds the day. The grace counts whole days. */
function applies(term: Range<Day>, grace: number, on: Day): boolean {
  const days = applicableDays(term, grace);
  return days.from <= on && on <= days.to;
}

/** Where the term has an error, all days that a window or an exam is about. */
function daysOf(block: Block, { from, to }: Range<Day>): Range<Day> {
  if (valueIn(block, schema.settings.term) !== undefined) return { from, to };
  const windows = windowDates(block);
  return {
    from: Math.min(from, ...windows.map((dates) => dates.from)),
    to: Math.max(to, ...windows.map((dates) => dates.to)),
  };
}

function applicableDays(term: Range<Day>, grace: number): Range<Day> {
  const days = Math.ceil(grace / 86400);
  return { from: term.from - days, to: term.to + days };
}

/** An address, or one with the only people to whom it is shown. */
type WrittenLink = string | { readonly url: string; readonly audience?: Audience };

function linkNamed({ name, value }: { readonly name: string; readonly value: Sourced<WrittenLink> }): NamedUrl {
  const { value: written } = value;
  const { url, audience } = typeof written === "string" ? { url: written, audience: undefined } : written;
  return { name, url: mapSourced(value, () => url), audience };
}

function buildLecture(block: Block): Lecture[] {
  const read = readerOf(lecture, block);
  const days = read("days");
  const time = read("time");
  return days && time
    ? [
        {
          name: block.label ?? "",
          days: itemsOf(days),
          time,
          title: read("title"),
          place: read("place"),
          form: read("form"),
          span: block.span,
        },
      ]
    : [];
}

function buildExam(block: Block): Exam[] {
  const read = readerOf(exam, block);
  const at = examTime(block);
  const image = read("image");
  return at
    ? [
        {
          name: block.label ?? "",
          at,
          title: read("title"),
          place: read("place"),
          memory: read("memory"),
          image: image && nameIn(image, block),
          span: block.span,
        },
      ]
    : [];
}

function buildShared(block: Block): SharedFolder {
  const read = readerOf(shared, block);
  const storage = read("storage");
  return {
    name: block.label ?? "",
    path: required(read("path"), block.label ?? "shared", block),
    staffWrites: required(read("staff-writes"), true, block),
    storage: storage && mapSourced(storage, ({ name }) => name),
    span: block.span,
  };
}

interface WrittenOpen {
  readonly path: string;
  readonly with?: App;
  readonly branch?: string;
  readonly title?: string;
  readonly part?: string;
  readonly due?: ContentLink["due"];
}

function openLink(name: string, { value, span }: Sourced<string | WrittenOpen>): ContentLink {
  const written: WrittenOpen = typeof value === "string" ? { path: value } : value;
  const { path, with: app, branch, title, part, due } = written;
  return { name, path, app, branch, title, part, due, span };
}

function buildContent(block: Block): Content {
  const read = readerOf(content, block);
  const signIn = gitSignIn(blockOf(block, "sign-in"));
  return {
    name: block.label ?? "",
    repo: required(read("repo"), "", block),
    branch: read("branch"),
    branches: itemsOf(read("branches")),
    folder: read("folder"),
    private: mapSourced(required(read("private"), false, block), (said) => said || signIn !== undefined),
    signIn,
    depth: read("depth"),
    open: freeSettings<string | WrittenOpen>(blockOf(block, "open")).map(({ name, value }) => openLink(name, value)),
    span: block.span,
  };
}

/** How git signs in to a content's repository. Undefined where there is no block, or it lacks what it needs, which has been reported. */
function gitSignIn(block: Block | undefined): GitSignIn | undefined {
  if (block === undefined) return undefined;
  const { span } = block;
  const read = readerOf(signIn, block);
  if (block.variant === "token") {
    const username = read("username");
    const token = read("token");
    return username && token && { kind: "token", username, token, span };
  }
  if (block.variant === "github-app") {
    const appId = read("app-id");
    const privateKey = read("private-key");
    return appId && privateKey && { kind: "github-app", appId, privateKey, span };
  }
  const clientId = read("client-id");
  return clientId && { kind: "gh-scoped-creds", clientId, appUrl: read("app-url"), span };
}

/** What is wrong in a window is reported for the build's date. */
const ignore: Report = () => {};

/** The days cut where a window or exam begins or ends, with the course's size on each stretch of them: rules and capacity look at all, not only at the build's date. */
function stretchesOf(block: Block, days: Range<Day>): CourseStretch[] {
  const windows = windowDates(block);
  const cuts = windows.flatMap(({ from, to }) => [from, to + 1]).filter((day) => days.from < day && day <= days.to);
  const starts = [...new Set([days.from, ...cuts])].sort((a, b) => a - b);
  const usual = courseSize(block);
  return starts.map((from, i) => {
    const holding = windows.filter((window) => window.from <= from && from <= window.to);
    const labels = holding.map(({ label }) => label);
    const effective = onDay(block, from, ignore);
    const { image, students, peak, memory, cpu, pool } = effective === block ? usual : courseSize(effective);
    return { from, to: (starts[i + 1] ?? days.to + 1) - 1, labels, image, students, peak, memory, cpu, pool };
  });
}
