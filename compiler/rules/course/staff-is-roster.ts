import { isWithinSource } from "../../model/group-sources.ts";
import type { Group } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** Staff are not the people that they teach. */
export const staffIsRoster = defineRule<{ course: string; why: string }>({
  code: "course/staff-is-roster",
  title: "Whoever takes the course teaches it",
  why: "Staff reach the servers, and so the homes, of everybody on the course's roster. Where the same people are both, everybody of the course reads and changes everybody else's work.",
  message: ({ course, why }) =>
    `Everybody on the roster of \`${course}\` would be its staff, and reach everybody else's server: ${why}.`,
  each: "courses",
  check: (course, report, _model, { groups }) => {
    const named = (list: readonly Sourced<string>[]) =>
      list.flatMap((reference) => {
        const group = groups().get(reference.value);
        return group === undefined ? [] : [{ reference, group }];
      });
    const rosters = named(course.roster);
    const staff = named(course.staff);
    for (const { reference, group } of staff) {
      for (const taken of rosters) {
        const why = sameness(group, taken.group);
        if (why === undefined) continue;
        const related = [{ span: taken.reference.span, message: "The roster is here." }];
        report({ course: course.name, why }, { span: reference.span, related });
        return;
      }
    }
    const teaching = new Set(staff.flatMap(({ group }) => group.members.map(({ value }) => value)));
    const [first] = staff;
    if (first === undefined || rosters.length === 0 || !rosters.every(({ group }) => isListed(group, teaching))) return;
    const why = "each person that the roster lists is listed as staff too";
    const related = rosters.slice(0, 1).map((one) => ({ span: one.reference.span, message: "The roster is here." }));
    report({ course: course.name, why }, { span: first.reference.span, related });
  },
});

/** Why everybody of the roster's group is in the staff's group; nothing where that is not known. */
function sameness(staff: Group, roster: Group): string | undefined {
  if (staff.name === roster.name) return `\`${staff.name}\` is both`;
  const secret = staff.secretMembers.find(({ value }) =>
    roster.secretMembers.some((one) => one.value.path === value.path),
  );
  if (secret !== undefined)
    return `\`${staff.name}\` and \`${roster.name}\` are the list in the secret \`${secret.value.path}\``;
  const covers = staff.sources.some((group) => roster.sources.some((other) => isWithinSource(other, group)));
  return covers ? `whoever sign-in puts into \`${roster.name}\` it puts into \`${staff.name}\` too` : undefined;
}

function isListed({ members, secretMembers, sources }: Group, people: ReadonlySet<string>): boolean {
  return (
    members.length > 0 && secretMembers.length + sources.length === 0 && members.every(({ value }) => people.has(value))
  );
}
