import type { Course, Release } from "../../model/model.ts";
import type { Span } from "../../text/span.ts";
import { eachPart } from "../each-part.ts";
import { defineRule, type ReportOf } from "../rule.ts";

const ofReleases = eachPart(
  ({ releases }) => releases,
  ({ courses, environment }: Release, report: ReportOf<{ name: string }>) => {
    const contents = courses.flatMap((course) => course.contents);
    const configures = contents.some(({ signIn }) => signIn !== undefined && signIn.kind !== "gh-scoped-creds");
    const scoped = contents.some(({ signIn }) => signIn?.kind === "gh-scoped-creds");
    for (const { name, value } of environment) {
      const taken =
        (configures && /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$|^HUBC_GIT_SECRET_/.test(name)) ||
        (scoped && /^GH_SCOPED_CREDS_(?:CLIENT_ID|APP_URL)$/.test(name));
      if (taken) tell(name, value.span, report);
    }
  },
);

const ofCourses = eachPart(
  ({ courses }) => courses,
  ({ contents }: Course, report: ReportOf<{ name: string }>) => {
    const [first, ...others] = contents.flatMap(({ signIn }) => (signIn?.kind === "gh-scoped-creds" ? [signIn] : []));
    for (const { clientId } of others)
      if (clientId.value !== first?.clientId.value) tell("GH_SCOPED_CREDS_CLIENT_ID", clientId.span, report);
  },
);

function tell(name: string, span: Span, report: ReportOf<{ name: string }>): void {
  report({ name }, { span });
}

/** Each variable by which git signs in is set once. */
export const gitVariableTaken = defineRule<{ name: string }>({
  code: "course/git-variable-taken",
  severity: "error",
  title: "A variable that signs git in, set twice",
  why: "A content's `sign-in` is written into variables that git and gh-scoped-creds read (`GIT_CONFIG_COUNT` and its like, `GH_SCOPED_CREDS_CLIENT_ID`), and a server has each of them once: one of the two would be lost.",
  message: ({ name }) => `\`${name}\` is set by the \`sign-in\` of a content already: a server has it once.`,
  check: (model, report, shared) => {
    ofReleases(model, report, shared);
    ofCourses(model, report, shared);
  },
});
