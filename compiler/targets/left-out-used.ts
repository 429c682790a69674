import { defineDiagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { authenticators } from "../knowledge/authenticators.ts";
import { isChosen } from "../model/exams-on-day.ts";
import { type Addition, isLeftOut } from "../model/left-out.ts";
import type { Group, Model } from "../model/model.ts";
import { nbgraders } from "../model/nbgrader.ts";
import type { Release } from "../model/release.ts";
import { serverWords } from "../model/server.ts";
import { signInGroup } from "../model/sign-in-group.ts";
import { signInRules } from "./helm/sign-in-rules.ts";

export const leftOutUsed = defineDiagnostic<{ addition: Addition; what: string }>({
  code: "hub/left-out-used",
  title: "Something is left out that the program uses",
  why: "What hubc adds to a hub is what some of the program's words come to. Without it they would be said, and hold for nobody.",
  message: ({ addition, what }) =>
    `\`${addition}\` can't be left out here: ${what} would have no effect. Take it out of \`leave-out\`, or leave out what needs it.`,
});

/** What a hub leaves out is not what its other words come to. */
export function checkLeftOut(release: Release, model: Model, report: Report): void {
  for (const { value: addition, span } of release.leftOut) {
    const what = usedOf(addition, release, model);
    if (what !== undefined) report(diagnose(leftOutUsed, { addition, what }, { span }));
  }
}

function usedOf(addition: Addition, release: Release, model: Model): string | undefined {
  switch (addition) {
    case "home-owner":
    case "server-ids":
      return undefined;
    case "server-settings":
      if (release.cull?.kernels) return "`kernels` in the block `cull`";
      return release.frameAncestors.length > 0 ? "`frame-ancestors`" : undefined;
    case "exact-people":
      return usedOfPeople(release, model);
    case "choice-rules":
      return usedOfChoices(release);
  }
}

/** What the hub's Python does, and nothing else does. */
function usedOfPeople(release: Release, { on }: Model): string | undefined {
  const { groups, courses, accountPrefixes, adminsOutside, auth, mounts } = release;
  const group = groups.find((group) => isMoreThanAtSignIn(group));
  if (group !== undefined) return `the group \`${group.name}\``;
  if (mounts.some(({ admins }) => admins.value)) return "a mount for admins";
  if (courses.some(({ staff, roster }) => staff.length + roster.length > 0))
    return "the staff or the roster of a course";
  if (nbgraders(release).length > 0) return "grading with nbgrader";
  if (isChosen(release, on) && !isLeftOut(release, "choice-rules")) return "who may start which server";
  if (accountPrefixes.length > 0) return "`account-prefixes`";
  if (adminsOutside) return "`outside-terms`";
  if (auth.allow.groups.length > 0 && authenticators[auth.variant]?.oauth !== true) return "who may enter by groups";
  return signInRules({ ...release, groups: [] }) === undefined ? undefined : "a setting of the block `auth`";
}

/** Courses have rosters and exams, which only the hub's Python knows; for profiles another program may read what the list says. */
function usedOfChoices({ courses, permanent, umbrella, ownValues, hubImage }: Release): string | undefined {
  if (courses.length > 0) return "who may start which course";
  const isHeld =
    umbrella !== undefined ||
    hubImage !== undefined ||
    ownValues.some(({ leaf }) => leaf.value.path[1] === "extraConfig");
  const guarded = permanent.find(
    ({ roster, choices }) => roster.length > 0 || choices.sizes.some(({ groups }) => groups.length > 0),
  );
  return guarded === undefined || isHeld ? undefined : `\`for\` in ${serverWords(guarded)}`;
}

/** Is there more to a group than that sign-in has one of its name? */
function isMoreThanAtSignIn(group: Group): boolean {
  return (
    signInGroup(group) === undefined || [group.workspace, group.memory, group.cpu].some((one) => one !== undefined)
  );
}
