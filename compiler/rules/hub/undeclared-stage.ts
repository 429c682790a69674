import type { Fix } from "../../diagnostics/diagnostic.ts";
import type { Release } from "../../model/release.ts";
import { defineRule } from "../rule.ts";

/** Names that people give to what people use. */
const ordinary = /^(?:production|prd|live|main|master|public|released?|stable|real)$/;

/** A stage whose name says that people use it says whether they do. */
export const undeclaredStage = defineRule<{ stage: string }>({
  code: "hub/undeclared-stage",
  title: "A stage that is called as if it were for people, and is a trial",
  why: "Only `prod` is for people unless a stage says so; any other is for trying out: it stores what people do in folders of its own, gets no nodes for a class, and no link leads to it. A stage called `production` or `live` is probably meant for people. Say which it is.",
  message: ({ stage }) =>
    `Stage \`${stage}\` would be for trying out, since only \`prod\` is for people unless a stage says so: write \`for = people\` in it, or \`for = trial\` if it is one.`,
  check: ({ releases }, report) => {
    for (const { stage, forPeople } of releases) {
      if (forPeople.how !== "derived" || !ordinary.test(stage)) continue;
      report({ stage }, { span: forPeople.span, fixes: fixesFor(forPeople) });
    }
  },
});

/** Either answer, inside of the braces after the header. */
function fixesFor({ span: { file, end } }: Release["forPeople"]): readonly Fix[] {
  const brace = /^\s*\{/.exec(file.text.slice(end))?.[0].length;
  if (brace === undefined) return [];
  const at = { file, start: end + brace, end: end + brace };
  return (["people", "trial"] as const).map((answer) => ({
    title: `Say that it is for ${answer === "people" ? "people" : "trying out"}`,
    edits: [{ span: at, text: ` for = ${answer} ` }],
    applies: "when-chosen",
  }));
}
