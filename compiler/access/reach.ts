// Whose servers a person reaches, and which shared accounts they may start: by the roles that hubc makes and by scopes of their groups.

import { parseScope } from "../knowledge/scopes.ts";
import { nameIn } from "../model/entry.ts";
import type { Course, Model } from "../model/model.ts";
import { nbgraders } from "../model/nbgrader.ts";
import { ownRoles, ownRolesNamed } from "../model/own-roles.ts";
import { writtenPeopleGroup } from "../model/reserved-names.ts";
import { derived, type Sourced } from "../model/sourced.ts";
import type { Span } from "../text/span.ts";
import { type Answer, anyOf, no, onlyTheHubKnows, yes } from "./answer.ts";
import { type Asked, isAdmin } from "./entry-answer.ts";

/** Whose servers: everybody's, those of the people of a course, of a group's members, or of one account. */
export interface Whose {
  readonly kind: "everybody" | "course" | "group" | "user";
  /** Empty for everybody. */
  readonly name: string;
}

export interface Reach {
  readonly whose: Whose;
  /** What gives it: `staff of data8`. */
  readonly as: string;
  /** Is the person what it takes? */
  readonly answer: Answer;
}

/** What the person reaches, and what only the hub knows whether they do; what they surely do not is left out. */
export function reachOf(asked: Asked, model: Model): readonly Reach[] {
  const { release, isIn } = asked;
  const admin: Reach = { whose: { kind: "everybody", name: "" }, as: "admin", answer: isAdmin(asked) };
  const staff = release.courses.flatMap((course) =>
    course.staff.map(
      ({ value, span }): Reach => ({
        whose: { kind: "course", name: course.name },
        as: `staff of ${course.name}`,
        answer: withPlace(isIn(value), span),
      }),
    ),
  );
  const scopes = scopesOf(asked).flatMap((scope) => byScope(scope, model.courses));
  return once([admin, ...staff, ...scopes].filter(({ answer }) => answer.holds !== false));
}

/** Shared accounts that the person may start and enter. */
export function accountsFor(asked: Asked): readonly Reach[] {
  const { release, isIn } = asked;
  const workspaces = release.groups.flatMap(({ name, workspace }): Reach[] =>
    workspace === undefined
      ? []
      : [
          {
            whose: user(workspace.account.value),
            as: `member of ${name}`,
            answer: withPlace(isIn(name), workspace.span),
          },
        ],
  );
  const graders = nbgraders(release).flatMap(({ account, course }) =>
    course.staff.map(
      ({ value, span }): Reach => ({
        whose: user(account),
        as: `staff of ${course.name}`,
        answer: withPlace(isIn(value), span),
      }),
    ),
  );
  return once([...workspaces, ...graders].filter(({ answer }) => answer.holds !== false));
}

/** Scopes that let somebody enter servers (jupyterhub 5.5, scopes.py): the others list, start or stop them. */
const entering: ReadonlySet<string> = new Set(["access:servers"]);

/** A scope that somebody may have, and by what. */
export interface ScopeOf {
  readonly scope: Sourced<string>;
  readonly as: string;
  readonly answer: Answer;
}

/** By `may` of groups, by roles of the hub, its own values' too, and by what everybody may there. */
export function scopesOf(asked: Pick<Asked, "release" | "isIn" | "subject">): readonly ScopeOf[] {
  const { release, isIn } = asked;
  const ofGroups = release.groups.flatMap(({ name, may }) =>
    may.map((scope): ScopeOf => ({ scope, as: `member of ${name}`, answer: isIn(name) })),
  );
  const ofRoles = release.roles.flatMap(({ name, groups, scopes }) =>
    groups.flatMap(({ value }) => scopes.map((scope): ScopeOf => ({ scope, as: `role ${name}`, answer: isIn(value) }))),
  );
  const own = ownRolesNamed(release, "user").flatMap(({ scopes, span }) =>
    scopes.map((scope) => derived(scope, span, release.name)),
  );
  const everybodys = [...(release.roleScopes.user ?? []), ...own].map(
    (scope): ScopeOf => ({ scope, as: "everybody", answer: yes("everybody of the hub has it", scope.span) }),
  );
  return [...ofGroups, ...ofRoles, ...ofValues(asked), ...everybodys].filter(({ answer }) => answer.holds !== false);
}

/** Roles in `hub.loadRoles`, which name people as JupyterHub knows them. Of a group that the program does not declare, only the hub knows who is in it. */
function ofValues({ release, isIn, subject }: Pick<Asked, "release" | "isIn" | "subject">): readonly ScopeOf[] {
  const name = subject.kind === "person" ? nameIn(release, subject.name) : undefined;
  const declared = new Set(release.groups.map((group) => group.name));
  return ownRoles(release).flatMap((role) => {
    const byName =
      name !== undefined && role.users.includes(name)
        ? [yes(`the hub's own \`loadRoles\` name ${name}`, role.span)]
        : [];
    const byGroup = role.groups.map((group) =>
      declared.has(group) ? isIn(group) : onlyTheHubKnows(`only the hub knows who is in its group ${group}`, role.span),
    );
    const answer = anyOf([...byName, ...byGroup], no(`the role ${role.name} does not name them`, role.span));
    return role.scopes.map((scope) => ({
      scope: derived(scope, role.span, release.name),
      as: `role ${role.name}`,
      answer,
    }));
  });
}

function byScope({ scope: { value, span }, as, answer }: ScopeOf, courses: readonly Course[]): readonly Reach[] {
  const { name, filter } = parseScope(value);
  const whose = entering.has(name) ? whoseOf(filter, courses) : undefined;
  return whose === undefined ? [] : [{ whose, as, answer: withPlace(answer, span) }];
}

function whoseOf(filter: ReturnType<typeof parseScope>["filter"], courses: readonly Course[]): Whose | undefined {
  if (filter === undefined) return { kind: "everybody", name: "" };
  const { kind, target } = filter;
  if (target === undefined) return undefined;
  if (kind === "user") return user(target);
  if (kind === "server") return user(target.split("/")[0] ?? "");
  if (kind !== "group") return undefined;
  const course = courses.find((course) => writtenPeopleGroup(course) === target);
  return course === undefined ? { kind: "group", name: target } : { kind: "course", name: course.name };
}

function user(name: string): Whose {
  return { kind: "user", name };
}

function withPlace(answer: Answer, place: Span): Answer {
  return { ...answer, places: [place, ...answer.places] };
}

/** One for each of whom they reach the servers, a sure one before one that only the hub knows. Who reaches everybody's reaches all others. */
function once(found: readonly Reach[]): readonly Reach[] {
  const best = new Map<string, Reach>();
  for (const one of found) {
    const key = `${one.whose.kind} ${one.whose.name}`;
    const before = best.get(key);
    if (before === undefined || (before.answer.holds !== true && one.answer.holds === true)) best.set(key, one);
  }
  const everybodys = [...best.values()].filter(
    ({ whose, answer }) => whose.kind === "everybody" && answer.holds === true,
  );
  return everybodys.length > 0 ? everybodys : [...best.values()];
}
