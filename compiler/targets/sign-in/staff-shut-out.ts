import { defineDiagnostic, diagnose, type Report } from "../../diagnostics/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Group } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import type { NameForm } from "./usernames.ts";

export const staffShutOut = defineDiagnostic<{ names: readonly string[]; course: string; group: string }>({
  code: "hub/staff-shut-out",
  severity: "warning",
  title: "Staff who may not enter",
  why: "A written `allow` alone decides who may enter: being staff of a course gives rights, and no way in.",
  message: ({ names, course, group }) => {
    const [first = "", ...more] = names;
    const who =
      names.length === 0
        ? `Nobody in \`${group}\``
        : `\`${first}\`${more.length === 0 ? "" : ` and ${more.length} more`} in \`${group}\``;
    return `${who}, staff of \`${course}\`, may ${names.length === 0 ? "enter" : "not enter"}: \`allow\` says nothing of them. Add \`${group}\` to \`allow { groups }\`.`;
  },
});

export function checkStaff(release: Release, entry: Entry, form: NameForm | undefined, report: Report): void {
  if (release.auth.allow.how !== "listed" || entry.also.length > 0 || entry.undecided.length > 0) return;
  const inside = new Set([
    ...entry.people,
    ...release.admins.map(({ value }) => value),
    ...release.groups.flatMap((group) =>
      entry.groups.includes(group.name) ? group.members.map(({ value }) => value) : [],
    ),
  ]);
  const told = new Set<string>();
  for (const course of release.courses)
    for (const { value, span } of course.staff) {
      const group = release.groups.find(({ name }) => name === value);
      if (group === undefined || entry.groups.includes(value) || told.has(value)) continue;
      told.add(value);
      const outside = group.members.filter((name) => !inside.has(name.value) && !isOfDomain(name, entry, form));
      const [first] = outside;
      const found = { names: outside.map((name) => name.value), course: course.name, group: value };
      if (first !== undefined) report(diagnose(staffShutOut, found, { span: first.span }));
      else if (
        isUnknown(group) &&
        entry.people.length === 0 &&
        entry.domains.length === 0 &&
        !hasUnknown(release, entry)
      )
        report(diagnose(staffShutOut, found, { span }));
    }
}

function isOfDomain({ value }: Sourced<string>, { domains }: Entry, form: NameForm | undefined): boolean {
  if (domains.length === 0) return false;
  if (form === undefined || form.addresses !== true) return true;
  const own = value.includes("@") ? [value.slice(value.lastIndexOf("@") + 1)] : form.stripped;
  return own.some((domain) => domains.some((one) => one.toLowerCase() === domain));
}

/** Does sign-in or a secret list say who is in it? */
function isUnknown({ members, secretMembers, sources }: Group): boolean {
  return members.length === 0 && (secretMembers.length > 0 || sources.length > 0);
}

function hasUnknown(release: Release, entry: Entry): boolean {
  return release.groups.some((group) => entry.groups.includes(group.name) && isUnknown(group));
}
