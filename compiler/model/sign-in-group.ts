// Groups as JupyterHub has them. hubc's Python keeps each group under its own name; where a hub leaves that out, a group is the one that
// sign-in itself makes, under the name that it gives.

import type { GroupSource } from "./group-sources.ts";
import { isLeftOut } from "./left-out.ts";
import type { Group } from "./model.ts";
import type { Release } from "./release.ts";

/** The name that a group has in JupyterHub. */
export function jupyterhubGroup(release: Pick<Release, "leftOut" | "groups">, name: string): string {
  if (!isLeftOut(release, "exact-people")) return name;
  const group = release.groups.find((group) => group.name === name);
  return (group && signInGroup(group)) ?? name;
}

/** The one group of sign-in that a group is; undefined where it is more than that, or sign-in has no such group. */
export function signInGroup({ members, secretMembers, sources, adminPage }: Group): string | undefined {
  const [source] = sources;
  if (source === undefined || sources.length > 1 || members.length + secretMembers.length > 0 || adminPage.value)
    return undefined;
  const names = namesAtSignIn(source);
  return names.length === 1 ? names[0] : undefined;
}

/** The groups of sign-in in all of which a person of this source is; none where the source is no group of sign-in. */
export function namesAtSignIn(source: GroupSource): readonly string[] {
  switch (source.kind) {
    case "canvas":
      return canvasGroups(source);
    case "github":
      return [[source.organization.value, source.team?.value].filter((part) => part !== undefined).join(":")];
    case "google":
      return [source.email.value];
    case "claim":
      return [source.value.value];
    case "lti":
      return [];
  }
}

/** The groups that canvasoauthenticator makes of enrolments and groups (12fcbbb, __init__.py); a person must be in all. */
function canvasGroups({ course, role, group }: Extract<GroupSource, { kind: "canvas" }>): string[] {
  const base = `course::${course.value}`;
  if (role === undefined && group === undefined) return [base];
  return [
    ...(role === undefined ? [] : [`${base}::enrollment_type::${role.value}`]),
    ...(group === undefined ? [] : [`${base}::group::${group.value}`]),
  ];
}
