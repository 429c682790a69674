import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import { type Entry, mayHoldSomebody } from "../../model/entry.ts";
import type { Course, Group, Release } from "../../model/model.ts";

export const noStudents = defineDiagnostic<{ course: string; count: number; roster: readonly string[] }>({
  code: "hub/no-students",
  severity: "warning",
  title: "A course none of whose students may enter",
  why: "Without a word on who may enter, only rosters, staff and admins may; a written `allow` alone decides. A course that says how many students it has, and lets none of them in, is a hub that only its staff can use.",
  message: ({ course, count, roster }) =>
    `None of the ${count} students of \`${course}\` may enter: ${
      roster.length === 0
        ? "only admins and staff may. Give the course a `roster`, or write `allow` in the block `auth`."
        : `\`allow\` names neither its roster (${roster.map((one) => `\`${one}\``).join(", ")}) nor anybody in it. Add it to \`allow { groups }\`.`
    }`,
});

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
        { course: course.name, count, roster },
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

function groupsOf({ groups }: Release, names: ReadonlySet<string>): readonly Group[] {
  return groups.filter(({ name }) => names.has(name));
}

function holdsOthers({ members, secretMembers, sources }: Group, known: ReadonlySet<string>): boolean {
  return secretMembers.length > 0 || sources.length > 0 || members.some(({ value }) => !known.has(value));
}
