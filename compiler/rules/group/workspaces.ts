import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Group, Model } from "../../model/model.ts";
import { nbgraders } from "../../model/nbgrader.ts";
import type { Span } from "../../text/span.ts";
import type { Rule } from "../rule.ts";

const isAPerson = defineDiagnostic<{ account: string; as: string }>({
  code: "group/account-is-a-person",
  severity: "error",
  title: "A workspace's account is also a person's, or another workspace's",
  why: "A workspace belongs to nobody: nobody may sign in as it, and its members reach all that is in it. A person of that name would be locked out, and their work open to others.",
  message: ({ account, as }) => `\`${account}\` is ${as}: a workspace needs an account of its own.`,
});

const isAGrader = defineDiagnostic<{ account: string; course: string; as: string }>({
  code: "group/grader-is-a-person",
  severity: "error",
  title: "The account that grades is also a person's, or a workspace's",
  why: "nbgrader grades in the server of an account that is named after the course, and nobody may sign in as it. A person of that name would be locked out, and the grades would lie in their home.",
  message: ({ account, course, as }) =>
    `\`${course}\` is graded in the server of \`${account}\`, which is ${as}: name the course or the account otherwise.`,
});

const whichHub = defineDiagnostic<{ group: string }>({
  code: "group/which-hub",
  severity: "error",
  title: "A workspace on no hub",
  why: "A group's workspace is on the hubs of the courses that name the group, else on those that its `hub` names, else on the project's only hub.",
  message: ({ group }) => `Nothing says on which hub the workspace of \`${group}\` is: name it with \`hub\`.`,
});

/** Workspaces have accounts of their own, on a hub. */
export const workspaces: Rule = {
  diagnostics: [isAPerson, isAGrader, whichHub],
  check: (model, report) => {
    for (const release of model.releases) {
      const { groups, admins } = release;
      const graders = nbgraders(release);
      if (graders.length === 0 && groups.every(({ workspace }) => workspace === undefined)) continue;
      const people = new Map<string, { as: string; span: Span }>();
      for (const admin of admins) people.set(admin.value, { as: "an admin", span: admin.span });
      for (const group of groups)
        for (const member of group.members)
          people.set(member.value, { as: `a member of \`${group.name}\``, span: member.span });
      for (const group of groups) {
        const account = group.workspace?.account;
        if (account === undefined) continue;
        const other = people.get(account.value);
        if (other) {
          const related = [{ span: other.span, message: "The name also stands here." }];
          report(diagnose(isAPerson, { account: account.value, as: other.as }, { span: account.span, related }));
        }
        people.set(account.value, { as: `the workspace of \`${group.name}\``, span: account.span });
      }
      for (const { account, course, span } of graders) {
        const other = people.get(account);
        if (!other) continue;
        const related = [{ span: other.span, message: "The name stands here." }];
        report(diagnose(isAGrader, { account, course: course.name, as: other.as }, { span, related }));
      }
    }
    for (const group of homeless(model)) {
      report(diagnose(whichHub, { group: group.name }, { span: group.workspace?.span ?? group.span }));
    }
  },
};

function homeless(model: Model): Group[] {
  const homes = model.groups.filter((group) => group.workspace !== undefined && group.hubs.length === 0);
  if (model.releases.length === 0 || homes.length === 0) return [];
  const placed = new Set(model.releases.flatMap((release) => release.groups.map((group) => group.name)));
  const named = new Set(
    model.courses.flatMap((course) => [...course.staff, ...course.roster].map(({ value }) => value)),
  );
  return homes.filter(({ name }) => !placed.has(name) && !named.has(name));
}
