import { nbgraders } from "../../model/nbgrader.ts";
import { defineRule } from "../rule.ts";
import { accountOwners } from "./account-owners.ts";

/** The account that grades a course is nobody else's. */
export const graderIsAPerson = defineRule<{ account: string; course: string; as: string }>({
  code: "group/grader-is-a-person",
  title: "The account that grades is also a person's, or a workspace's",
  why: "nbgrader grades in the server of an account that is named after the course, and nobody may sign in as it. A person of that name would be locked out, and the grades would lie in their home.",
  message: ({ account, course, as }) =>
    `\`${course}\` is graded in the server of \`${account}\`, which is ${as}: name the course or the account otherwise.`,
  each: "releases",
  check: (release, report) => {
    const graders = nbgraders(release);
    if (graders.length === 0) return;
    const owners = accountOwners(release);
    for (const { account, course, span } of graders) {
      const other = owners.get(account);
      if (!other) continue;
      const related = [{ span: other.span, message: "The name stands here." }];
      report({ account, course: course.name, as: other.as }, { span, related });
    }
  },
});
