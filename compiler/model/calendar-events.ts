// What a program says of time, as a list of dated things: terms, the days on which a course applies, windows, exams, lectures and work that is
// due. Calendars, pages and schedules are all made from it, so that they name the same dates.

import { andList } from "../text/and-list.ts";
import { type Day, type Minutes, type Weekday, weekdayOf, weekOrder } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import { withFinalSizes } from "./final-server.ts";
import type { Holiday } from "./material.ts";
import type { Course, CourseWindow, Exam, Group, Lecture, Model, Range } from "./model.ts";
import type { Release } from "./release.ts";
import type { CourseSize } from "./server.ts";

/** `course`: the days on which the course is on its hub, which is its term and its grace. `open`: work that is given out. */
export type EventKind = "course" | "term" | "window" | "exam" | "lecture" | "open" | "due" | "holiday";

/** What declares it. */
export type EventOwner =
  | { readonly kind: "course"; readonly course: Course }
  | { readonly kind: "group"; readonly group: Group }
  | { readonly kind: "hub"; readonly hub: string };

export interface CalendarEvent {
  /** The same as long as what it says keeps its name; unique in a program. */
  readonly id: string;
  readonly kind: EventKind;
  /** With its owner: `exam midterm of data8`. */
  readonly title: string;
  readonly owner: EventOwner;
  /** The first and the last day. */
  readonly from: Day;
  readonly to: Day;
  /** From the time on the first day to the time on the last, in the project's time zone; of a lecture, on each day. Absent for whole days. */
  readonly times: Range<Minutes> | undefined;
  /** Days of the week on which it is, for what comes again every week; else empty. */
  readonly weekdays: readonly Weekday[];
  /** Names of what is set while it holds. */
  readonly sets: readonly string[];
  /** The course's size while it holds, where that is another than usual, and the usual one. */
  readonly size: { readonly now: CourseSize; readonly usually: CourseSize } | undefined;
  /** The hubs that it is about, each with its stages. */
  readonly hubs: readonly { readonly name: string; readonly stages: readonly string[] }[];
  /** How many are in the course, and how many of them work at once. */
  readonly people: number | undefined;
  readonly peak: number | undefined;
  /** What a build writes is another during it than before and after. */
  readonly changesBuild: boolean;
  readonly span: Span;
}

/** Of the whole program, in order of their first day, time and title. */
export function calendarEvents(model: Model): readonly CalendarEvent[] {
  const events = [
    ...model.courses.flatMap((course) => courseEvents(course, model)),
    ...model.groups.flatMap((group) => group.windows.map((window) => groupWindow(group, window, model))),
    ...model.hubs.flatMap(({ name, stages }) =>
      hubWindows(
        stages.flatMap(
          (stage) => model.releases.find((release) => release.hub === name && release.stage === stage) ?? [],
        ),
      ),
    ),
  ];
  return events.sort(
    (a, b) =>
      a.from - b.from ||
      (a.times?.from ?? -1) - (b.times?.from ?? -1) ||
      b.to - a.to ||
      (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  );
}

/** What one course says of time. */
export function courseEvents(course: Course, model: Model): CalendarEvent[] {
  const { from, to } = course.term.value;
  const days = { from: course.stretches[0]?.from ?? from, to: course.stretches.at(-1)?.to ?? to };
  const of = about(course, model);
  const windows = course.windows.filter(({ span }) => !course.exams.some((exam) => exam.span === span));
  return [
    {
      ...of,
      kind: "course",
      id: `course.${course.name}`,
      title: `course ${course.name} on hub ${course.hub.value}`,
      ...days,
      changesBuild: !model.externalHubs.some(({ name }) => name === course.hub.value),
    },
    { ...of, kind: "term", id: `term.${course.name}`, title: `term of ${course.name}`, from, to },
    ...windows.map((window, i): CalendarEvent => sized(courseWindow(course, window, { of, number: i + 1 }), model)),
    ...course.exams.map((exam) => sized(examEvent(course, exam, of), model)),
    ...course.lectures.flatMap((lecture) => lectureEvent(course, lecture, of) ?? []),
    ...workEvents(course, of),
    ...course.holidays.map((holiday) => holidayEvent(course, holiday, of)),
  ];
}

type Rest = Omit<CalendarEvent, "id" | "kind" | "title" | "from" | "to">;

/** What most events of a course have in common. */
function about(course: Course, model: Model): Rest {
  return {
    owner: { kind: "course", course },
    times: undefined,
    weekdays: [],
    sets: [],
    size: undefined,
    hubs: hubsNamed(model, [course.hub.value]),
    people: course.students?.value,
    peak: course.peak?.value,
    changesBuild: false,
    span: course.term.span,
  };
}

function hubsNamed(model: Model, names: readonly string[]): CalendarEvent["hubs"] {
  const external = model.externalHubs.map(({ name }) => ({ name, stages: [] }));
  return [...model.hubs, ...external]
    .filter(({ name }) => names.includes(name))
    .map(({ name, stages }) => ({ name, stages }));
}

/** Without the sizes that come out otherwise on some stage of the hub, such as those that a profile of its own replaces. */
function sized(event: CalendarEvent, { releases }: Model): CalendarEvent {
  const { size, sets, hubs } = event;
  if (size === undefined) return event;
  const on = releases.filter(({ hub, ownValues }) => ownValues.length > 0 && hubs.some(({ name }) => name === hub));
  const now = on.reduce<CourseSize>(withFinalSizes, size.now);
  const usually = on.reduce<CourseSize>(withFinalSizes, size.usually);
  const isReplaced = (key: string) =>
    (key === "memory" && now.memory !== size.now.memory) || (key === "cpu" && now.cpu !== size.now.cpu);
  return { ...event, size: { now, usually }, sets: sets.filter((key) => !isReplaced(key)) };
}

function courseWindow(
  course: Course,
  { from, to, sets, span }: CourseWindow,
  { of, number }: { readonly of: Rest; readonly number: number },
): CalendarEvent {
  const size = sizeOn(course, from);
  const id = `window.${course.name}.${number}`;
  const rest = { ...of, from, to, sets, span, size, peak: size?.now.peak?.value ?? of.peak };
  return { ...rest, kind: "window", id, title: `window of ${course.name}`, changesBuild: true };
}

/** The size on a day of a window, and that on days without any; nothing where the course has no such day. */
function sizeOn({ stretches }: Course, day: Day): CalendarEvent["size"] {
  const now = stretches.find(({ from, to }) => from <= day && day <= to);
  const usually = stretches.find(({ labels }) => labels.length === 0);
  return now && usually && { now, usually };
}

function examEvent(course: Course, exam: Exam, of: Rest): CalendarEvent {
  const { from, to } = exam.at.value;
  const size = sizeOn(course, from.day);
  const sets = [...(exam.image ? ["image"] : []), ...(exam.memory ? ["memory"] : [])];
  return {
    ...of,
    kind: "exam",
    id: `exam.${course.name}.${exam.name}`,
    title: exam.title === undefined ? `exam ${exam.name} of ${course.name}` : `${exam.title.value} of ${course.name}`,
    from: from.day,
    to: to.day,
    times: { from: from.minutes, to: to.minutes },
    sets,
    size: size && exam.image ? { ...size, now: { ...size.now, image: exam.image } } : size,
    changesBuild: sets.length > 0,
    span: exam.span,
  };
}

/** From its first day in the term to its last. Absent where the term has no such day. */
function lectureEvent(course: Course, lecture: Lecture, of: Rest): CalendarEvent | undefined {
  const weekdays = weekOrder.filter((one) => lecture.days.some(({ value }) => value === one));
  const { from: first, to: last } = course.term.value;
  let [from, to] = [first, last];
  while (from <= last && !weekdays.includes(weekdayOf(from))) from++;
  while (to >= from && !weekdays.includes(weekdayOf(to))) to--;
  if (from > to) return undefined;
  const name = lecture.title?.value ?? (lecture.name === "main" ? "lecture" : `lecture ${lecture.name}`);
  const times = lecture.time.value;
  return {
    ...of,
    kind: "lecture",
    id: `lecture.${course.name}.${lecture.name}`,
    title: `${name} of ${course.name}`,
    from,
    to,
    times,
    weekdays,
    span: lecture.span,
  };
}

function holidayEvent(course: Course, { name, on, title, span }: Holiday, of: Rest): CalendarEvent {
  const what = title?.value ?? name;
  return {
    ...of,
    kind: "holiday",
    id: `holiday.${course.name}.${name}`,
    title: `${what}, no class of ${course.name}`,
    ...on.value,
    span,
  };
}

/** What is due by a link; an assignment of the same notebook that says when it is due says it for both. */
function linkEvents(course: Course, of: Rest): CalendarEvent[] {
  const graded = new Set(
    (course.grading?.assignments ?? []).flatMap(({ notebook, due }) => (due ? [notebook.value] : [])),
  );
  return course.contents.flatMap(({ name: content, open }) =>
    open.flatMap(({ name, title, path, due, span }): CalendarEvent[] => {
      if (due === undefined || graded.has(path)) return [];
      const times = { from: due.minutes, to: due.minutes };
      const id = `due.${course.name}.${content}.${name}`;
      return [
        {
          ...of,
          kind: "due",
          id,
          title: `${title ?? name} of ${course.name} is due`,
          from: due.day,
          to: due.day,
          times,
          span,
        },
      ];
    }),
  );
}

function workEvents(course: Course, of: Rest): CalendarEvent[] {
  const graded = (course.grading?.assignments ?? []).flatMap(({ name, title, released, due, span }) => {
    const what = title?.value ?? name;
    const event = (kind: "open" | "due", at: typeof due): CalendarEvent[] => {
      if (at === undefined) return [];
      const { day, minutes } = at.value;
      const words = kind === "due" ? `${what} of ${course.name} is due` : `${what} of ${course.name} is given out`;
      const times = { from: minutes, to: minutes };
      return [{ ...of, kind, id: `${kind}.${course.name}.${name}`, title: words, from: day, to: day, times, span }];
    };
    return [...event("open", released), ...event("due", due)];
  });
  return [...graded, ...linkEvents(course, of)];
}

function groupWindow(group: Group, window: CourseWindow, model: Model): CalendarEvent {
  const courses = model.courses.filter(({ staff, roster }) =>
    [...staff, ...roster].some(({ value }) => value === group.name),
  );
  const named = [...group.hubs, ...courses.map(({ hub }) => hub.value)];
  const [only] = model.hubs;
  const names = named.length > 0 || model.hubs.length !== 1 || only === undefined ? named : [only.name];
  return {
    ...windowEvent(window, group.name),
    title: `window of group ${group.name}`,
    owner: { kind: "group", group },
    hubs: hubsNamed(model, names),
  };
}

/** What the windows of groups and hubs say alike: `where` is a part of the id. */
function windowEvent({ from, to, sets, label, span }: CourseWindow, where: string) {
  return {
    id: `window.${where}.${label.replaceAll(/[^0-9]+/g, "-")}`,
    kind: "window",
    from,
    to,
    times: undefined,
    weekdays: [],
    sets,
    size: undefined,
    people: undefined,
    peak: undefined,
    changesBuild: true,
    span,
  } as const;
}

/** A hub's windows: one that stands in the hub is about all its stages, one of a stage about that. */
function hubWindows(releases: readonly Release[]): CalendarEvent[] {
  const found = new Map<string, CalendarEvent>();
  for (const { hub, stage, windows } of releases) {
    for (const window of windows) {
      const key = `${window.span.file.path} ${window.span.start}`;
      const stages = [...(found.get(key)?.hubs[0]?.stages ?? []), stage];
      const where = stages.length === releases.length ? hub : `${hub}-${stages.join("-")}`;
      found.set(key, {
        ...windowEvent(window, where),
        title: stages.length === releases.length ? `window of hub ${hub}` : `window of ${hub}, ${andList(stages)}`,
        owner: { kind: "hub", hub },
        hubs: [{ name: hub, stages }],
      });
    }
  }
  return [...found.values()];
}
