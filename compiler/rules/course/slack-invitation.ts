import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { eachPart } from "../each-part.ts";
import type { Rule } from "../rule.ts";
import { partsOf } from "./written-urls.ts";

const definition = defineDiagnostic<{ name: string }>({
  code: "course/slack-invitation",
  severity: "info",
  title: "An invitation that expires",
  why: "Slack's invitation links end after a while or a number of people, within the term. The workspace's own address stays, and people whose mail domain it accepts join there.",
  message: ({ name }) => `The link \`${name}\` is an invitation, which expires: link to the workspace itself.`,
});

/** A link to Slack does not expire within the term. */
export const slackInvitation: Rule = {
  diagnostics: [definition],
  check: eachPart(
    ({ courses }) => courses,
    ({ links }, report) => {
      for (const { name, url } of links)
        if (partsOf(url.value).host === "join.slack.com") report(diagnose(definition, { name }, { span: url.span }));
    },
  ),
};
