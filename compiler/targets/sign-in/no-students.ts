import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { type Entry, mayHoldSomebody } from "../../model/entry.ts";
import type { Course, Group } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";

interface NoStudents {
  readonly course: string;
  readonly count: number;
  readonly roster: readonly string[];
  /** Nobody is in the roster. */
  readonly isEmpty: boolean;
}

export const noStudents = defineDiagnostic<NoStudents>({
  code: "hub/no-students",
  severity: "warning",
  title: "A course none of whose students may enter",
  why: "Without a word on who may enter, only rosters, staff and admins may; a written `allow` alone decides. A course that says how many students it has, and lets none of them in, is a hub that only its staff can use.",
  message: ({ course, count, roster, isEmpty }) =>
    `None of the ${count} students of \`${course}\` may enter: ${whyNone(roster, isEmpty)}`,
});

function whyNone(roster: readonly string[], isEmpty: boolean): string {
  if (roster.length === 0)
    return "only admins and staff may. Give the course a `roster`, or write `allow` in the block `auth`.";
  const names = roster.map((one) => `\`${one}\``).join(", ");
  return isEmpty
    ? `nobody is in its roster (${names}). Name its \`members\`, in a secret list too, or say \`from\` where they come.`
    : `\`allow\` names neither its roster (${names}) nor anybody in it. Add it to \`allow { groups }\`.`;
}

export function checkStudents(release: Release, entry: Entry, report: Report): void {
  if (entry.how !== "listed" || entry.domains.length > 0 || entry.also.length > 0 || entry.undecided.length > 0) return;
  for (const course of release.courses) {
    const count = course.students?.value ?? 0;
    if (count === 0 || studentsMayEnter(release, entry, course)) continue;
    const roster = course.roster.map(({ value }) => value);
    const related = course.students && [{ span: course.students.span, message: "The course says how many it has." }];
    report(
      diagnose(
        noStudents,
        { course: course.name, count, roster, isEmpty: isEmptyRoster(release, course) },
        { span: release.auth.allow.span, ...(related && { related }) },
      ),
    );
  }
}

function studentsMayEnter(release: Release, entry: Entry, course: Course): boolean {
  const staff = new Set(course.staff.map(({ value }) => value));
  const known = new Set([
    ...release.admins.map(({ value }) => value),
    ...groupsOf(release, staff).flatMap(({ members }) => members.map(({ value }) => value)),
  ]);
  const people = entry.people.filter((name) => !known.has(name));
  if (course.roster.length === 0) {
    const others = groupsOf(release, new Set(entry.groups.filter((name) => !staff.has(name))));
    return people.length > 0 || others.some((group) => holdsOthers(group, known));
  }
  const roster = new Set(course.roster.map(({ value }) => value));
  if (isEmptyRoster(release, course)) return false;
  if (entry.groups.some((name) => roster.has(name))) return true;
  // Whom a secret list or a sign-in puts into the roster nobody can say, so a list of people may hold them.
  const groups = groupsOf(release, roster);
  const isSaid = groups.every(({ secretMembers, sources }) => secretMembers.length === 0 && sources.length === 0);
  const members = groups.flatMap((group) => group.members.map(({ value }) => value));
  const allowed = groupsOf(release, new Set(entry.groups));
  const inside = new Set([...people, ...allowed.flatMap((group) => group.members.map(({ value }) => value))]);
  if (!isSaid) return inside.size > 0 || allowed.some(mayHoldSomebody);
  return (
    members.some((name) => inside.has(name)) ||
    allowed.some((group) => group.secretMembers.length + group.sources.length > 0)
  );
}

/** Whom an admin adds by hand is in such a group too. */
function isEmptyRoster(release: Release, { roster }: Course): boolean {
  const groups = groupsOf(release, new Set(roster.map(({ value }) => value)));
  return (
    roster.length > 0 && groups.length > 0 && !groups.some((group) => group.adminPage.value || mayHoldSomebody(group))
  );
}

function groupsOf({ groups }: Release, names: ReadonlySet<string>): readonly Group[] {
  return groups.filter(({ name }) => names.has(name));
}

function holdsOthers({ members, secretMembers, sources }: Group, known: ReadonlySet<string>): boolean {
  return secretMembers.length > 0 || sources.length > 0 || members.some(({ value }) => !known.has(value));
}
