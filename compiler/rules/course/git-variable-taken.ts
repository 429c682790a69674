import { asFarAsKnown } from "../../model/as-far-as-known.ts";
import type { Course } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Each variable by which git signs in is set once. */
export const gitVariableTaken = defineRule<{ name: string }>({
  code: "course/git-variable-taken",
  title: "A variable that signs git in, set twice",
  why: "A content's `sign-in` is written into variables that git and gh-scoped-creds read (`GIT_CONFIG_COUNT` and its like, `GH_SCOPED_CREDS_CLIENT_ID`), and a server has each of them once: one of the two would be lost.",
  message: ({ name }) => `\`${name}\` is set by the \`sign-in\` of a content already: a server has it once.`,
  check: ({ releases, courses }, report) => {
    const tell = (name: string, span: Span) => report({ name }, { span });
    for (const release of releases) asFarAsKnown(() => checkEnvironment(release, tell));
    for (const course of courses) asFarAsKnown(() => checkApplications(course, tell));
  },
});

type Tell = (name: string, span: Span) => void;

function checkEnvironment({ courses, environment }: Release, tell: Tell): void {
  const contents = courses.flatMap((course) => course.contents);
  const configures = contents.some(({ signIn }) => signIn !== undefined && signIn.kind !== "gh-scoped-creds");
  const scoped = contents.some(({ signIn }) => signIn?.kind === "gh-scoped-creds");
  for (const { name, value } of environment) {
    const taken =
      (configures && /^GIT_CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+)$|^HUBC_GIT_SECRET_/.test(name)) ||
      (scoped && /^GH_SCOPED_CREDS_(?:CLIENT_ID|APP_URL)$/.test(name));
    if (taken) tell(name, value.span);
  }
}

function checkApplications({ contents }: Course, tell: Tell): void {
  const [first, ...others] = contents.flatMap(({ signIn }) => (signIn?.kind === "gh-scoped-creds" ? [signIn] : []));
  for (const { clientId } of others)
    if (clientId.value !== first?.clientId.value) tell("GH_SCOPED_CREDS_CLIENT_ID", clientId.span);
}
