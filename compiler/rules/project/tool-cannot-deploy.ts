import type { CiSystem } from "../../model/build-project.ts";
import type { Model } from "../../model/model.ts";
import { defineRule } from "../rule.ts";

const stages = ["develop", "staging", "prod"];

/** What hubploy and chartpress are asked to deploy is something that they can. */
export const deployTool = defineRule<{ tool: string; reason: string; advice: string }>({
  code: "project/tool-cannot-deploy",
  title: "A tool that can't deploy a hub",
  why: "hubploy and chartpress have limits of their own: hubploy knows the stages `develop`, `staging` and `prod`, and chartpress writes an image's tag to one place of a hub's values. What they can't do is not written for them, since a hub would be deployed that is not the one that its file says.",
  message: ({ tool, reason, advice }) => `${tool} can't deploy ${reason}: ${advice}.`,
  check: (model, report) => {
    for (const { value, span } of model.project.ci.systems) {
      const found = limitOf(value, model);
      if (found) report({ tool: value, ...found }, { span });
    }
  },
});

function limitOf(system: CiSystem, { releases, courses }: Model): { reason: string; advice: string } | undefined {
  if (system === "hubploy") {
    const strange = releases.find(({ stage }) => !stages.includes(stage));
    return (
      strange && {
        reason: `\`${strange.name}\``,
        advice: `it knows only the stages ${stages.map((name) => `\`${name}\``).join(", ")}; name the stage so, or leave hubploy out of \`systems\``,
      }
    );
  }
  if (system !== "chartpress") return undefined;
  const advice = "it writes one image to a hub's values; leave chartpress out of `systems`";
  const several = releases.find((release) => release.byCourse);
  if (several) return { reason: `\`${several.name}\`, where each person gets the image of a course`, advice };
  const exam = courses.flatMap((course) => course.exams.filter(({ image }) => image !== undefined))[0];
  return exam && { reason: `the image of exam \`${exam.name}\` beside that of its course`, advice };
}
