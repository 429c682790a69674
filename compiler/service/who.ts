// Who may do what on a hub, as data: who may sign in, who is admin, whose servers staff reach, which accounts are shared. All of it is
// worked out from the model, so that what is said here is what is compiled.

import { isMap } from "../knowledge/json-schema.ts";
import { type OpenChoice, openChoices } from "../model/choice-words.ts";
import { type Entry, entryOf } from "../model/entry.ts";
import { finalTrait } from "../model/final-sign-in.ts";
import type { GroupSource } from "../model/group-sources.ts";
import { leftOutOfAccess } from "../model/left-out.ts";
import type { ExternalHub, Group, Model } from "../model/model.ts";
import { nbgraders } from "../model/nbgrader.ts";
import { ownRoles, ownRolesNamed } from "../model/own-roles.ts";
import type { OwnTrait } from "../model/own-values.ts";
import type { Release } from "../model/release.ts";
import { type ServersFor, serversFor } from "../model/servers-for.ts";
import { signInOf } from "../targets/check-sign-in.ts";
import { outsiders } from "../targets/sign-in/outside-domain.ts";

/** What a group is made of. */
export interface GroupPeople {
  readonly name: string;
  readonly members: readonly string[];
  /** Secret lists, by their paths: who is in them only the hub knows. */
  readonly secretLists: readonly string[];
  readonly sources: readonly GroupSource[];
  /** There where the admin page adds people. */
  readonly adminPage?: true;
  /** Scopes that its members have. */
  readonly may: readonly string[];
}

export interface StaffReach {
  readonly course: string;
  readonly staff: readonly string[];
  /** Groups whose people's servers they reach; empty for everybody who signs in but staff and admins. */
  readonly roster: readonly string[];
}

/** Who has a role: JupyterHub's own role `user`, which names nobody, is everybody's who signs in. */
export interface RolePeople {
  readonly role: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly scopes: readonly string[];
}

export interface ReleasePeople {
  readonly release: Release;
  /** Paths of values that decide this, which the hub leaves out. */
  readonly leftOut?: readonly string[];
  /** The variant of its sign-in. */
  readonly signIn: string;
  /** Who of them gets a server. */
  readonly servers: ServersFor;
  /** Profiles, and sizes for some; absent where there are none. */
  readonly choices?: readonly OpenChoice[];
  /** As the hub reads it in the end, with what configuration and Python add. */
  readonly enter: Entry;
  /** Who is named in a right and can't sign in, since their address is of no domain that may. */
  readonly outside: readonly string[];
  /** Names that the hub's own configuration turns into others: who signs in by one has all that the other has. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly admins: readonly string[];
  readonly staff: readonly StaffReach[];
  readonly workspaces: readonly { readonly account: string; readonly group: string }[];
  /** What roles of the hub give beside that, also those of its own values; absent where there are none. */
  readonly roles?: readonly RolePeople[];
  readonly groups: readonly GroupPeople[];
  /** When somebody who leaves a group at its source is out: at the next sign-in, or when the source is asked again. */
  readonly renewed: "at-start" | "at-sign-in" | "within-minutes";
}

/** What there is to say of the hubs that were asked for. */
export interface PeopleOfHubs {
  readonly releases: readonly ReleasePeople[];
  /** Hubs that somebody else runs: nobody here knows who may do what there. */
  readonly external: readonly Pick<ExternalHub, "name" | "url">[];
}

/** Of every release, in order of name. */
export function whoMayWhat(model: Model): readonly ReleasePeople[] {
  return model.releases.map(releasePeople);
}

function releasePeople(release: Release): ReleasePeople {
  const { auth, groups } = release;
  const final = signInOf(release);
  const choices = openChoices(release);
  const leftOut = leftOutOfAccess(release);
  return {
    release,
    ...(leftOut.length > 0 ? { leftOut } : {}),
    signIn: auth.variant,
    servers: serversFor(release),
    ...(choices.length > 0 ? { choices } : {}),
    enter: entryOf(final),
    outside: [...new Set([...outsiders(final)].flatMap(({ name, sure }) => (sure ? [name.value] : [])))],
    renamed: renamedNames(finalTrait(final, "username_map")),
    admins: release.admins.map(({ value }) => value),
    staff: release.courses.flatMap((course) =>
      course.staff.length === 0
        ? []
        : [
            {
              course: course.name,
              staff: course.staff.map(({ value }) => value),
              roster: course.roster.map(({ value }) => value),
            },
          ],
    ),
    workspaces: [
      ...groups.flatMap(({ name, workspace }) =>
        workspace === undefined ? [] : [{ account: workspace.account.value, group: name }],
      ),
      ...nbgraders(release).flatMap(({ account, course }) =>
        course.staff.map(({ value }) => ({ account, group: value })),
      ),
    ],
    ...rolesOf(release),
    groups: groups.map(groupPeople),
    renewed: !release.managedGroups ? "at-start" : release.authState ? "within-minutes" : "at-sign-in",
  };
}

function rolesOf(release: Release): Pick<ReleasePeople, "roles"> {
  const declared = release.roles.map(({ name, groups, scopes }) => ({
    role: name,
    users: [],
    groups: groups.map(({ value }) => value),
    scopes: scopes.map(({ value }) => value),
  }));
  const own = ownRoles(release).map(({ name, users, groups, scopes }) => ({ role: name, users, groups, scopes }));
  // Of everybody who signs in, beside what each may do with what is theirs.
  const everybodys = [
    ...(release.roleScopes.user ?? []).map(({ value }) => value),
    ...ownRolesNamed(release, "user").flatMap(({ scopes }) => scopes),
  ].filter((scope) => scope !== "self");
  const everybody = everybodys.length === 0 ? [] : [{ role: "user", users: [], groups: [], scopes: everybodys }];
  const roles = [...declared, ...own, ...everybody];
  return roles.length === 0 ? {} : { roles };
}

/** `username_map` of JupyterHub 5 (auth.py, normalize_username). */
function renamedNames(map: OwnTrait): ReleasePeople["renamed"] {
  if (typeof map !== "object" || !isMap(map)) return [];
  return Object.entries(map).flatMap(([from, to]) => (typeof to === "string" && to !== from ? [{ from, to }] : []));
}

function groupPeople({ name, members, secretMembers, sources, adminPage, may }: Group): GroupPeople {
  return {
    name,
    members: members.map(({ value }) => value),
    secretLists: secretMembers.map(({ value }) => value.path),
    sources,
    ...(adminPage.value && { adminPage: true as const }),
    may: may.map(({ value }) => value),
  };
}
