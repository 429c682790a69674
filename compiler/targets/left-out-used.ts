import { defineDiagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { isChosen } from "../model/exams-on-day.ts";
import type { Addition } from "../model/left-out.ts";
import type { Model, Release } from "../model/model.ts";
import { nbgraders } from "../model/nbgrader.ts";
import { exampleHub } from "../model/release-diagnostics.ts";
import { signInRules } from "./helm/sign-in-rules.ts";

const example = (more: string) =>
  exampleHub({ hub: `  leave-out = [server-settings]\n  cull {\n    idle = 1h\n${more}  }\n` });

export const leftOutUsed = defineDiagnostic<{ addition: Addition; what: string }>({
  code: "hub/left-out-used",
  severity: "error",
  title: "Something is left out that the program uses",
  why: "What hubc adds to a hub is what some of the program's words come to. Without it they would be said, and hold for nobody.",
  wrong: example("    kernels = 20min\n"),
  right: example(""),
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
      return undefined;
    case "server-settings":
      if (release.cull?.kernels) return "`kernels` in the block `cull`";
      return release.frameAncestors.length > 0 ? "`frame-ancestors`" : undefined;
    case "exact-people":
      return usedOfPeople(release, model);
  }
}

/** What the hub's Python does, and nothing else does. */
function usedOfPeople(release: Release, { on }: Model): string | undefined {
  const { groups, courses, accountPrefixes, adminsOutside, auth, mounts } = release;
  if (groups.length > 0) return `the group \`${groups[0]?.name}\``;
  if (mounts.some(({ admins }) => admins.value)) return "a mount for admins";
  if (courses.some(({ staff, roster }) => staff.length + roster.length > 0))
    return "the staff or the roster of a course";
  if (nbgraders(release).length > 0) return "grading with nbgrader";
  if (isChosen(release, on)) return "who may start which server";
  if (accountPrefixes.length > 0) return "`account-prefixes`";
  if (adminsOutside) return "`outside-terms`";
  if (auth.allow.how === "rosters" || auth.allow.groups.length > 0) return "who may enter by courses and groups";
  return signInRules(release) === undefined ? undefined : "a setting of the block `auth`";
}
