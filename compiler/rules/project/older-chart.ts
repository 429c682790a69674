import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { isTooOld, newestChart, oldestChart } from "../../knowledge/charts/charts.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ version: string }>({
  code: "project/older-chart",
  severity: "error",
  title: "An older chart than hubc knows",
  why: `hubc writes values for the chart from ${oldestChart.version} on. An older chart has another JupyterHub, other settings and no security fixes, and nobody has tried what hubc writes with it.`,
  message: ({ version }) =>
    `hubc writes values for the chart from \`${oldestChart.version}\` on, and not for \`${version}\`: name \`${oldestChart.version}\`, or better \`${newestChart.version}\`, and read how to upgrade to it before you deploy.`,
});

/** An older chart than any that is known. */
export const olderChart: Rule = {
  diagnostics: [definition],
  check: ({ project: { chart } }, report) => {
    if (isTooOld(chart.value)) report(diagnose(definition, { version: chart.value }, { span: chart.span }));
  },
};
