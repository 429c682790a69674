// Which courses a hub is built for on a day, and whether they are given person by person.

import type { Day } from "../text/calendar.ts";
import { asKnown } from "./as-far-as-known.ts";
import type { Course, Model } from "./model.ts";
import type { Release } from "./release.ts";
import type { Server } from "./server.ts";

/** What a hub holds. */
export interface CoursesOnHub {
  /** The courses that it is built for: those that apply on the day; where none does, the nearest, without staff. */
  readonly built: readonly Course[];
  /** It has courses, and none applies on the day: it is before, between or after their terms. */
  readonly outsideTerms: boolean;
  /** Those that share the hub with another, on some day. */
  readonly sharing: ReadonlySet<Course>;
  /** Servers that the hub has always. */
  readonly permanent: readonly Server[];
}

/** A hub that has servers always is never outside of terms: what a course gave ends with it. */
export function coursesOnHub(declared: readonly Course[], on: Day, permanent: readonly Server[]): CoursesOnHub {
  const sharing = coursesSharingDays(declared);
  const applying = declared.filter((course) => course.applies);
  if (applying.length > 0 || declared.length === 0 || permanent.length > 0)
    return { built: applying, sharing, permanent, outsideTerms: false };
  const built = nearestCourses(declared, on).map((course) => outsideTerm(course, sharing.has(course)));
  return { built, sharing, permanent, outsideTerms: true };
}

/**
 * What is left of a course where it does not apply: image, resources and whose servers they are. What its staff may do has ended,
 * or has not begun. Its folders belong to its people, and on a hub that it shared that is not everybody who signs in.
 */
function outsideTerm(course: Course, shared: boolean): Course {
  return shared ? { ...course, staff: [], shared: [], grading: undefined } : { ...course, staff: [] };
}

/** All courses, by the hub that they name. */
export function coursesByHub(courses: readonly Course[]): ReadonlyMap<string, readonly Course[]> {
  const found = new Map<string, Course[]>();
  for (const course of courses) {
    const onHub = found.get(course.hub.value);
    if (onHub) onHub.push(course);
    else found.set(course.hub.value, [course]);
  }
  return found;
}

/** Those that applied last; before the first of all, those that will apply first. None of them applies on the day. */
function nearestCourses(courses: readonly Course[], on: Day): readonly Course[] {
  const days = courses.map((course) => ({ course, ...daysOf(course) }));
  const last = Math.max(...days.map(({ to }) => to).filter((to) => to < on));
  const first = Math.min(...days.map(({ from }) => from));
  const isNearest = ({ from, to }: { readonly from: Day; readonly to: Day }) =>
    Number.isFinite(last) ? to === last : from === first;
  return days.filter(isNearest).map(({ course }) => course);
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

/** What of a hub decides, beside its courses, what a day changes. */
export interface HubOverTime {
  readonly choose: Release["choose"];
  /** Servers that it has always. */
  readonly permanent: readonly Server[];
  /** Outside of terms only admins start servers. */
  readonly adminsOutside: boolean;
  /** Does a group of this name give its members more than that they are in it? */
  readonly hasRights: (group: string) => boolean;
}

/**
 * What a hub's courses are built as on a day: the same text on two days where a build is the same. It is that of `coursesOnHub` and
 * `isByCourse`, for any day.
 */
export function coursesOn(declared: readonly Course[], day: Day, hub: HubOverTime): string {
  const sharing = coursesSharingDays(declared);
  const applying = declared.filter((course) => isOnHub(course, day));
  const outsideTerms = applying.length === 0 && declared.length > 0 && hub.permanent.length === 0;
  const courses = outsideTerms ? nearestCourses(declared, day) : applying;
  const byCourse = isByCourse({ courses, sharing: [...sharing], permanent: hub.permanent }, hub.choose);
  const ends = ({ staff, roster, shared, grading }: Course, isSharing: boolean) =>
    staff.length > 0 ||
    roster.some(({ value }) => hub.hasRights(value)) ||
    (isSharing && (shared.length > 0 || grading !== undefined));
  const somethingEnds = byCourse || hub.adminsOutside || courses.some((course) => ends(course, sharing.has(course)));
  return JSON.stringify([...courses.map(({ name }) => name), outsideTerms && somethingEnds, byCourse]);
}

/** Is the day one of its term or grace? */
export function isOnHub(course: Course, day: Day): boolean {
  const { from, to } = daysOf(course);
  return from <= day && day <= to;
}

function daysOf({ stretches, term }: Course): { readonly from: Day; readonly to: Day } {
  return { from: stretches[0]?.from ?? term.value.from, to: stretches.at(-1)?.to ?? term.value.to };
}

/**
 * Is each person given their own courses? So it is where several apply, and a hub on which courses ever share a day stays so for
 * each of them that has a roster, in its term and outside of all: it does not open to everybody because the others ended. So it is
 * too where the hub has servers beside those of courses, or one that is for some people.
 */
export function isByCourse(
  {
    courses,
    sharing,
    permanent,
  }: {
    readonly courses: readonly Course[];
    readonly sharing: readonly Course[];
    readonly permanent: readonly Server[];
  },
  choose: Release["choose"],
): boolean {
  if (permanent.length > 0)
    return permanent.length + courses.length > 1 || permanent.some(({ roster }) => roster.length > 0);
  if (courses.length !== 1) return courses.length > 1;
  return courses.some((course) => course.roster.length > 0 && (choose !== undefined || sharing.length > 0));
}

// The courses of a release for rules that judge each by itself: also where an error in the days of one leaves open which of them apply.

/** Those that the release is built for; where that is not known, those that are declared for its hub and apply, or may. */
export function coursesAsKnown(release: Release, { courses }: Pick<Model, "courses">): readonly Course[] {
  const mayApply = (course: Course) => asKnown(() => course.applies) ?? true;
  const isHere = (course: Course) => asKnown(() => course.hub.value === release.hub) ?? false;
  return asKnown(() => release.courses) ?? courses.filter((course) => isHere(course) && mayApply(course));
}
