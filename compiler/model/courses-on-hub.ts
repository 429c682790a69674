// Which courses a hub is built for on a day, and whether they are given person by person.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Course, Release } from "./model.ts";
import { severalCourses, termOver } from "./release-diagnostics.ts";

/** What a hub holds. */
export interface CoursesOnHub {
  /** The courses that it is built for: those that apply on the day; where none does, the one whose term is nearest. */
  readonly built: readonly Course[];
  /** Those that share the hub with another, on some day. */
  readonly sharing: ReadonlySet<Course>;
}

/** Reports `course/term-over` where no course applies. */
export function coursesOnHub(
  hub: { readonly name: string; readonly courses: readonly Course[] },
  on: Day,
  report: Report,
): CoursesOnHub {
  const { name, courses: declared } = hub;
  const sharing = coursesSharingDays(declared);
  const applying = declared.filter((course) => course.applies);
  if (applying.length > 0 || declared.length === 0) return { built: applying, sharing };
  const nearest = nearestCourse(declared, on);
  report(diagnose(termOver, { course: nearest.name, hub: name, on: printDate(on) }, { span: nearest.term.span }));
  // Its folders belong to its people, and on a hub that it shared that is not everybody who signs in.
  return { built: [sharing.has(nearest) ? { ...nearest, shared: [] } : nearest], sharing };
}

/** All courses, by the hub that they name. */
export const coursesByHub = computedOnce((courses: readonly Course[]): ReadonlyMap<string, readonly Course[]> => {
  const found = new Map<string, Course[]>();
  for (const course of courses) {
    const onHub = found.get(course.hub.value);
    if (onHub) onHub.push(course);
    else found.set(course.hub.value, [course]);
  }
  return found;
});

/** @throws Error for no courses. */
function nearestCourse(courses: readonly Course[], on: Day): Course {
  const past = courses.filter((course) => course.term.value.to < on);
  const ended = [...past].sort((a, b) => b.term.value.to - a.term.value.to);
  const ahead = courses.filter((course) => course.term.value.from > on);
  const [next] = [...ahead].sort((a, b) => a.term.value.from - b.term.value.from);
  const nearest = ended[0] ?? next ?? courses[0];
  if (nearest === undefined) throw new Error("invariant: a hub without courses has no nearest one");
  return nearest;
}

/** The courses that apply on a day on which another of them does. */
export function coursesSharingDays(courses: readonly Course[]): ReadonlySet<Course> {
  const sorted = courses.map((course) => ({ course, ...daysOf(course) })).sort((a, b) => a.from - b.from);
  const sharing = new Set<Course>();
  let latest: (typeof sorted)[number] | undefined;
  for (const one of sorted) {
    if (latest !== undefined && one.from <= latest.to) sharing.add(one.course).add(latest.course);
    if (latest === undefined || one.to > latest.to) latest = one;
  }
  return sharing;
}

/**
 * What a hub's courses are built as on a day: the same text on two days where a build is the same. It is that of `coursesOnHub` and
 * `isByCourse`, for any day.
 */
export function coursesOn(declared: readonly Course[], day: Day, choose: Release["choose"]): string {
  const sharing = coursesSharingDays(declared);
  const applying = declared.filter((course) => daysOf(course).from <= day && day <= daysOf(course).to);
  const nearest = applying.length === 0 && declared.length > 0 ? nearestCourse(declared, day) : undefined;
  if (nearest !== undefined) return JSON.stringify([nearest.name, sharing.has(nearest) && nearest.shared.length > 0]);
  const [only, ...others] = applying;
  const isAlone = only !== undefined && others.length === 0;
  const byCourse = isAlone
    ? only.roster.length > 0 && (choose !== undefined || sharing.has(only))
    : applying.length > 1;
  return JSON.stringify([...applying.map(({ name }) => name), byCourse]);
}

function daysOf({ stretches, term }: Course): { readonly from: Day; readonly to: Day } {
  return { from: stretches[0]?.from ?? term.value.from, to: stretches.at(-1)?.to ?? term.value.to };
}

/**
 * Is each person given their own courses? So it is where several apply, and stays so for the last of them that applies: it
 * does not open to everybody because the others ended.
 */
export function isByCourse(
  { courses, sharing }: { readonly courses: readonly Course[]; readonly sharing: readonly Course[] },
  choose: Release["choose"],
): boolean {
  const applying = courses.filter((course) => course.applies);
  if (applying.length !== 1) return applying.length > 1;
  return applying.some((course) => course.roster.length > 0 && (choose !== undefined || sharing.includes(course)));
}

/** Where courses share a hub, each has a roster, unless the hub says that people choose. */
export function checkEveryRoster(release: Release, { sharing }: CoursesOnHub, report: Report): void {
  if (release.choose?.value === "by-choice") return;
  const open = [...sharing].filter((course) => course.roster.length === 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (open.length === 0) return;
  const related = open.map((course) => ({ span: course.span, message: `\`${course.name}\` has no \`roster\`.` }));
  const parameters = { hub: release.hub, courses: open.map(({ name }) => name), said: release.choose !== undefined };
  report(diagnose(severalCourses, parameters, { span: release.choose?.span ?? release.span, related }));
}
