// The names that hubc makes, in namespaces where no declaration and no sign-in can make one: what a program names joins nothing of hubc's.

import type { Server } from "./server.ts";

/** Every JupyterHub group that hubc makes begins so. No declaration's name holds a colon, and what sign-in gives is taken out in the hub (python/hubc_hub/roster.py). */
export const groupNamespace = "hubc:";

/** The group of a course's people. In scopes a program calls it `course-<course>`. */
export function peopleGroup({ name }: Pick<Server, "name">): string {
  return `${groupNamespace}course:${name}`;
}

/** The group of the account whose server grades a course. */
export function graderGroup({ name }: Pick<Server, "name">): string {
  return `${groupNamespace}grader:${name}`;
}

/** The group of accounts that work together in real time where not the whole hub does. */
/** The group of a hub's admins, where something is theirs alone. */
export const adminsGroup = `${groupNamespace}admins`;
export const collaborationGroup = `${groupNamespace}collaboration`;

/** The roles that hubc makes begin so; JupyterHub takes no colon in their names (jupyterhub 5.5, roles.py). */
export const roleNamespace = "hubc-";

/** The image of a hub whose sign-in the chart's own hub image does not hold. */
export function hubImageName(variant: string): string {
  return `hub-with-${variant}`;
}

/** Is it a name of hubc's own, wherever it stands: of a group, a role, a service, a file, a volume, or a piece such as `90-hubc`? */
export function isReservedName(name: string): boolean {
  return /^(?:\d+-)?hubc(?:[-_:/]|$)/i.test(name);
}

/** In a scope, the name of the group of a course's people. */
export function writtenPeopleGroup({ name }: Pick<Server, "name">): string {
  return `course-${name}`;
}

/** Beginnings of names that belong to shared accounts on every hub that has such an account; a hub may name more. */
export const accountPrefixes: readonly string[] = ["shared-", "collab-", "team-", "grader-"];

/** Accounts that grade are called so, and after their course. */
export const graderPrefix = "grader-";

/** The beginning that makes a name a shared account's; absent where none does. */
export function accountPrefixOf(name: string, prefixes: readonly string[]): string | undefined {
  return prefixes.find((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}
