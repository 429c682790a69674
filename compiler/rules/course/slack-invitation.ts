import { defineRule } from "../rule.ts";
import { partsOf } from "./written-urls.ts";

/** A link to Slack does not expire within the term. */
export const slackInvitation = defineRule<{ name: string }>({
  code: "course/slack-invitation",
  severity: "info",
  title: "An invitation that expires",
  why: "Slack's invitation links end after a while or a number of people, within the term. The workspace's own address stays, and people whose mail domain it accepts join there.",
  message: ({ name }) => `The link \`${name}\` is an invitation, which expires: link to the workspace itself.`,
  eachAlone: "courses",
  check: ({ links }, report) => {
    for (const { name, url } of links)
      if (partsOf(url.value).host === "join.slack.com") report({ name }, { span: url.span });
  },
});
