import { defineRule } from "../rule.ts";

/** The chart that a hub names is the one that is deployed. */
export const umbrellaOfAnother = defineRule<{ system: string }>({
  code: "hub/umbrella-of-another",
  title: "A chart of one's own, and a program that is given another",
  why: "For hubploy and chartpress hubc writes a chart that has the JupyterHub chart as its only part. It would be deployed instead of the one that the hub names.",
  message: ({ system }) =>
    `\`${system}\` would deploy a chart that hubc writes for it, and not this one: take \`${system}\` out of the project's \`ci\`, or \`umbrella\` out of the hub.`,
  check: ({ project, releases }, report) => {
    const system = project.ci.systems.find(({ value }) => value === "hubploy" || value === "chartpress");
    if (system === undefined) return;
    const related = [{ span: system.span, message: "It is asked for here." }];
    for (const { span } of releases.flatMap(({ umbrella }) => umbrella ?? []))
      report({ system: system.value }, { span, related });
  },
});
