import { authenticators, type SourceKind } from "../../knowledge/authenticators.ts";
import { defineRule } from "../rule.ts";

/** What a group is filled from is what its hub's sign-in gives. */
export const sourceNotSignedIn = defineRule<{ group: string; source: SourceKind; hub: string; variant: string }>({
  code: "group/source-not-signed-in",
  title: "A group from somewhere that people don't sign in with",
  why: "Who is in such a group is what the sign-in says of each person. A sign-in that can't say it would leave the group empty, in silence.",
  message: ({ group, source, hub, variant }) =>
    `\`${group}\` can't be filled ${words[source]} on hub \`${hub}\`, where people sign in with \`auth ${variant}\`: ${needed(source)}, or list its \`members\`.`,
  each: "groupSources",
  check: ({ source, group, release: { auth, hub } }, report) => {
    if (authenticators[auth.variant]?.gives.includes(source.kind)) return;
    const related = [{ span: auth.span, message: "People sign in like this." }];
    const parameters = { group, source: source.kind, hub, variant: auth.variant };
    report(parameters, { span: source.span, related });
  },
});

const words: Readonly<Record<SourceKind, string>> = {
  canvas: "from a Canvas course",
  github: "from GitHub",
  google: "from a Google group",
  lti: "from the roles of LTI launches",
  claim: "from a claim",
};

function needed(source: SourceKind): string {
  const variants = Object.keys(authenticators).filter((variant) => authenticators[variant]?.gives.includes(source));
  return `sign in with ${variants.map((one) => `\`auth ${one}\``).join(" or ")}`;
}
