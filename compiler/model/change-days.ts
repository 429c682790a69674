// The days on which what is deployed is another than the day before: what somebody, or a schedule, has to build and deploy for, since a
// grant begins and ends only when it is deployed. A test builds every day of programs, and holds what differs against this.

import type { Day } from "../text/calendar.ts";
import { type CalendarEvent, calendarEvents } from "./calendar-events.ts";
import { coursesByHub, coursesOn, isOnHub } from "./courses-on-hub.ts";
import { imageExamsOn } from "./exams-on-day.ts";
import type { Course, CourseWindow, Group, Model, Range } from "./model.ts";

/** One hub on one day. */
export interface ChangeDay {
  readonly day: Day;
  readonly hub: string;
  /** Those that change, in order of declaration. */
  readonly stages: readonly string[];
  readonly what: readonly Change[];
}

export interface Change {
  readonly how: "begins" | "ends";
  readonly event: CalendarEvent;
}

/** In order of day and hub. */
export function changeDays(model: Model): readonly ChangeDay[] {
  const byHub = coursesByHub(model.courses);
  const found = new Map<string, { day: Day; hub: string; stages: Set<string>; what: Change[] }>();
  for (const event of calendarEvents(model)) {
    if (!event.changesBuild) continue;
    const both = [
      { how: "begins", day: event.from },
      { how: "ends", day: event.to + 1 },
    ] as const;
    for (const { name, stages } of event.hubs) {
      const place = { model, hub: name, courses: byHub.get(name) ?? [] };
      for (const { how, day } of both) {
        if (stateOf(event, place, day - 1) === stateOf(event, place, day)) continue;
        const key = `${day} ${name}`;
        const entry = found.get(key) ?? { day, hub: name, stages: new Set(), what: [] };
        found.set(key, entry);
        for (const stage of stages) entry.stages.add(stage);
        entry.what.push({ how, event });
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => a.day - b.day || (a.hub < b.hub ? -1 : a.hub > b.hub ? 1 : 0))
    .map((one) => ({ ...one, stages: inOrder(one.hub, one.stages, model) }));
}

/** The days around a date on which a build for it is what it is: from the last change up to the next. */
export function daysAlike(changes: readonly ChangeDay[], on: Day): Partial<Range<Day>> {
  const before = changes.map(({ day }) => day).filter((day) => day <= on);
  const after = changes.map(({ day }) => day).filter((day) => day > on);
  return {
    ...(before.length > 0 ? { from: Math.max(...before) } : {}),
    ...(after.length > 0 ? { to: Math.min(...after) - 1 } : {}),
  };
}

/** `exam midterm of data8 begins`. */
export function changeWords({ how, event }: Change): string {
  return `${event.title} ${how}`;
}

interface Place {
  readonly model: Model;
  readonly hub: string;
  /** Those that name the hub. */
  readonly courses: readonly Course[];
}

/** What an event is about, as it is deployed on a day: the same text on two days where nothing of it is another. */
function stateOf({ kind, owner }: CalendarEvent, { model, hub, courses }: Place, day: Day): string {
  const releases = model.releases.filter((release) => release.hub === hub);
  if (owner.kind === "hub") return JSON.stringify(releases.map(({ windows }) => labelsOn(windows, day)));
  const [release] = releases;
  const withRights = new Set(model.groups.filter((group) => givesRights(group, hub)).map(({ name }) => name));
  const built = coursesOn(courses, day, {
    choose: release?.choose,
    permanent: release?.permanent ?? [],
    adminsOutside: release?.adminsOutside ?? false,
    hasRights: (name) => withRights.has(name),
  });
  if (owner.kind === "course" && kind === "course") return built;
  const names: unknown[] = JSON.parse(built);
  if (owner.kind === "course") return names.includes(owner.course.name) ? courseState(owner.course, day) : "";
  const isBuilt = (course: Course) => names.includes(course.name);
  return groupState(owner.group, { model, hub, courses: courses.filter(isBuilt) }, day);
}

/** Its windows, as far as something comes of them. `courses` are those that the hub is built for. */
function groupState(group: Group, { model, hub, courses }: Place, day: Day): string {
  const isIn = (list: readonly { readonly value: string }[]) => list.some(({ value }) => value === group.name);
  const naming = ({ staff, roster }: Course) => isIn(staff) || isIn(roster);
  const isThere =
    group.hubs.includes(hub) ||
    courses.some((course) => isOnHub(course, day) && naming(course)) ||
    (model.hubs.length === 1 && group.hubs.length === 0 && !model.courses.some(naming)) ||
    model.releases.some((release) => release.hub === hub && isIn(release.auth.allow.groups));
  if (isThere) return JSON.stringify(labelsOn(group.windows, day));
  // Outside of all terms a roster only says who its people are.
  const lists = group.windows.filter(({ sets }) => sets.includes("members"));
  return courses.some(({ roster }) => isIn(roster)) ? JSON.stringify(labelsOn(lists, day)) : "";
}

/** On a hub that it does not name itself: what its members may do and get there ends with the courses that name it. */
function givesRights({ hubs, may, workspace, memory, cpu }: Group, hub: string): boolean {
  return !hubs.includes(hub) && (may.length > 0 || [workspace, memory, cpu].some((one) => one !== undefined));
}

/** The size of a course's servers, and the exams that have an image of their own. How many people come changes no server. */
function courseState(course: Course, day: Day): string {
  const labels = course.windows.filter((window) => holds(window, day)).map(({ label }) => label);
  const like = course.stretches.find((stretch) => sameLabels(stretch.labels, labels));
  const size = like
    ? [like.image, like.memory, like.cpu, like.pool].map((one) => one?.value ?? null)
    : course.windows.filter((window) => holds(window, day)).map(({ label, sets }) => [label, sets]);
  return JSON.stringify([size, imageExamsOn(course, day).map(({ name }) => name)]);
}

function sameLabels(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((label, i) => label === other[i]);
}

function labelsOn(windows: readonly CourseWindow[], day: Day): string[] {
  return windows.filter((window) => window.changes && holds(window, day)).map(({ label }) => label);
}

function holds({ from, to }: CourseWindow, day: Day): boolean {
  return from <= day && day <= to;
}

function inOrder(hub: string, stages: ReadonlySet<string>, { hubs }: Model): string[] {
  return (hubs.find(({ name }) => name === hub)?.stages ?? []).filter((stage) => stages.has(stage));
}
