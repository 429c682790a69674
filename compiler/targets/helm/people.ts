// Groups, workspaces, staff and admins: roles as plain values, and the data that the hub's own piece reads.

import { secretsDirectory } from "../../knowledge/chart.ts";
import { parseScope } from "../../knowledge/scopes.ts";
import type { Course, Group } from "../../model/model.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import type { Release } from "../../model/release.ts";
import {
  accountPrefixes,
  accountPrefixOf,
  adminsGroup,
  collaborationGroup,
  peopleGroup,
  roleNamespace,
  writtenPeopleGroup,
} from "../../model/reserved-names.ts";
import { serversOn } from "../../model/server.ts";
import { jupyterhubGroup } from "../../model/sign-in-group.ts";
import { sha256Hex } from "../../output/digest.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
import { nameOfSource } from "./group-sources.ts";
import { workspaceHomes } from "./home-storage.ts";
import { from, type ReleaseContext } from "./release-context.ts";
import { signInFiles, signInRules } from "./sign-in-rules.ts";

export interface People {
  /** `custom.hubc`: what the hub's Python reads, as python/hubc_hub/data.py says. */
  readonly data: Readonly<Record<string, YamlData>>;
  readonly roles: Readonly<Record<string, YamlData>>;
  /** Keys of the Secret that hold lists of people. */
  readonly secretKeys: readonly string[];
  /** Other keys that are files in the hub's pod. */
  readonly secretFiles: readonly string[];
}

export function people({ release, model }: ReleaseContext, collaborating: ReadonlySet<string>): People {
  const used = release.groups;
  const workspaces = used.flatMap((group) => (group.workspace ? [{ group, workspace: group.workspace }] : []));
  const graders = nbgraders(release);
  const allowed = allowedGroups(release);
  const data = {
    secretsDirectory,
    secretName: release.secretName,
    groups: Object.fromEntries([
      ...used.map((group) => [group.name, membersOf(group)]),
      ...rosterGroups(release, used),
      ...adminsOfMounts(release),
    ]),
    workspaces:
      workspaces.length + graders.length > 0
        ? Object.fromEntries([
            ...workspaces.map(({ group, workspace }) => [
              workspace.account.value,
              withOrigin(
                {
                  group: group.name,
                  ...(collaborating.has(workspace.account.value) ? { memberOf: [collaborationGroup] } : {}),
                },
                workspace.span,
              ),
            ]),
            ...graders.map(({ account, group, span }) => [account, withOrigin({ memberOf: [group] }, span)]),
          ])
        : undefined,
    accountPrefixes: reservedPrefixes(release),
    workspaceHomes: workspaces.length + graders.length > 0 ? workspaceHomes(release) : undefined,
    courses: Object.fromEntries(staffed(release).map((course) => [course.name, courseData(course)])),
    admins: release.admins.map((one) => from(one)),
    allowed: allowed && { members: allowed, existing: existingUsers(release) },
    signIn: signInRules(release),
  };
  return {
    data,
    roles: roles(release, model.courses),
    secretKeys: [...new Set(used.flatMap((group) => group.secretMembers.map((one) => one.value.key)))].sort(),
    secretFiles: signInFiles(release).map(({ key }) => key),
  };
}

/** Beginnings of names by which nobody signs in: those that the hub declares, and those that its accounts have. */
function reservedPrefixes(release: Release): YamlData {
  const accounts = [
    ...release.groups.flatMap(({ workspace }) => (workspace ? [workspace.account.value] : [])),
    ...nbgraders(release).map(({ account }) => account),
  ];
  const used = accounts.flatMap((account) => accountPrefixOf(account, accountPrefixes) ?? []);
  const all = [...new Set([...release.accountPrefixes.map(({ value }) => value), ...used])].sort();
  return all.length > 0 ? all : undefined;
}

function membersOf(group: Group): YamlData {
  return withOrigin(
    {
      members: group.members.length > 0 ? group.members.map((one) => from(one)) : undefined,
      secretMembers:
        group.secretMembers.length > 0 ? group.secretMembers.map((one) => from(one, one.value.key)) : undefined,
      sources: sourceNames([group]),
    },
    group.span,
  );
}

/** Admins are a group where a mount is for them. */
function adminsOfMounts({ mounts, admins }: Release): [string, YamlData][] {
  const mount = mounts.find((mount) => mount.admins.value);
  if (mount === undefined || admins.length === 0) return [];
  return [[adminsGroup, withOrigin({ members: admins.map((one) => from(one)) }, mount.admins.span)]];
}

/** A course with a roster has its people in a group of its own: the union of the roster's groups. */
function rosterGroups(release: Release, groups: readonly Group[]): [string, YamlData][] {
  return staffed(release)
    .filter((course) => course.roster.length > 0)
    .map((course) => {
      const names = new Set(course.roster.map((one) => one.value));
      const held = groups.filter((group) => names.has(group.name));
      const members = held.flatMap((group) => group.members.map((one) => from(one)));
      const secretMembers = held.flatMap((group) => group.secretMembers.map((one) => from(one, one.value.key)));
      const data = {
        members: members.length > 0 ? members : undefined,
        secretMembers: secretMembers.length > 0 ? secretMembers : undefined,
        sources: sourceNames(held),
      };
      return [peopleGroup(course), withOrigin(data, course.roster[0]?.span ?? course.span)];
    });
}

/** A group that the admin page fills is a source by its own name: whoever is in it stays in it, and in the rosters that name it. */
function sourceNames(groups: readonly Group[]): YamlData {
  const sources = groups.flatMap((group) => group.sources);
  const named = new Map(sources.map((source) => [nameOfSource(source), source.span]));
  for (const { name, adminPage } of groups) if (adminPage.value) named.set(name, adminPage.span);
  return named.size === 0 ? undefined : [...named].map(([name, span]) => withOrigin(name, span));
}

/** Courses of the release that somebody teaches. */
function staffed(release: Release): readonly Course[] {
  return release.courses.filter((course) => course.staff.length > 0);
}

function courseData(course: Course): YamlData {
  return withOrigin(
    { people: peopleGroup(course), staff: course.staff.map((one) => from(one)), everyone: course.roster.length === 0 },
    course.span,
  );
}

/** Said only where it is so. */
function existingUsers({ auth: { allow } }: Release): YamlData {
  return allow.existing?.value === true ? from(allow.existing) : undefined;
}

/** Groups whose members may sign in, where the hub's rule is by list. */
function allowedGroups(release: Release): YamlData[] | undefined {
  const { allow } = release.auth;
  if (allow.how === "listed") return allow.groups.map((one) => from(one));
  if (allow.how !== "rosters") return undefined;
  return serversOn(release).flatMap(({ roster, staff }) => [...roster, ...staff].map((one) => from(one)));
}

function roles(release: Release, courses: readonly Course[]): Record<string, YamlData> {
  const found: Record<string, YamlData> = {};
  for (const group of release.groups) {
    if (!group.workspace) continue;
    const account = group.workspace.account.value;
    found[`${roleNamespace}workspace-${account}`] = withOrigin(
      {
        description: `Members of ${group.name} start and enter the workspace ${account}`,
        scopes: workspaceScopes(account),
        groups: [group.name],
      },
      group.workspace.span,
    );
  }
  for (const { account, course, span } of nbgraders(release)) {
    found[`${roleNamespace}workspace-${account}`] = withOrigin(
      {
        description: `Staff of ${course.name} start and enter the server that grades`,
        scopes: workspaceScopes(account),
        groups: course.staff.map((one) => from(one)),
      },
      span,
    );
  }
  for (const group of release.groups) {
    const [scope] = group.may;
    if (scope === undefined) continue;
    found[roleOf(group)] = withOrigin(
      {
        description: `What members of ${group.name} may do`,
        scopes: group.may.map((one) => from(one, scopeOf(one.value, release, courses))),
        groups: [jupyterhubGroup(release, group.name)],
      },
      scope.span,
    );
  }
  for (const { name, description, groups, scopes, span } of release.roles) {
    found[name] = withOrigin(
      {
        description: description && from(description),
        scopes: scopes.map((one) => from(one, scopeOf(one.value, release, courses))),
        groups: groups.map((one) => from(one, jupyterhubGroup(release, one.value))),
      },
      span,
    );
  }
  for (const course of staffed(release)) {
    found[`${roleNamespace}course-${course.name}-staff`] = withOrigin(
      {
        description: `Staff of ${course.name} reach the servers of its people`,
        scopes: staffScopes(peopleGroup(course)),
        groups: course.staff.map((one) => from(one)),
      },
      course.staff[0]?.span ?? course.span,
    );
  }
  return found;
}

/** Roles have lower-case names; a group whose name has others gets a mark of its own (jupyterhub 5.5, roles.py). */
function roleOf({ name }: Group): string {
  const lower = name.toLowerCase();
  const mark = lower === name ? "" : `-${sha256Hex(name).slice(0, 6)}`;
  return `${roleNamespace}group-${lower}${mark}`;
}

/** A scope as JupyterHub gets it: groups by the names that they have there; that of a course's people no program can write. */
function scopeOf(scope: string, release: Release, courses: readonly Course[]): string {
  const { filter } = parseScope(scope);
  if (filter?.kind !== "group" || filter.target === undefined) return scope;
  const course = courses.find((course) => filter.target === writtenPeopleGroup(course));
  const group = course === undefined ? jupyterhubGroup(release, filter.target) : peopleGroup(course);
  return scope.replace(/!group=.*$/, () => `!group=${group}`);
}

/** What a member needs to find, start and enter a shared account, and nothing more. */
function workspaceScopes(account: string): string[] {
  return [`access:servers!user=${account}`, `admin:servers!user=${account}`, `list:users!user=${account}`];
}

/** The admin page, and for the course's people the list, start, stop and access of their servers. */
function staffScopes(group: string): string[] {
  return ["admin-ui", `list:users!group=${group}`, `servers!group=${group}`, `access:servers!group=${group}`];
}
