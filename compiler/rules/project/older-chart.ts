import { isTooOld, newestChart, oldestChart } from "../../knowledge/charts/charts.ts";
import { defineRule } from "../rule.ts";

/** An older chart than any that is known. */
export const olderChart = defineRule<{ version: string }>({
  code: "project/older-chart",
  title: "An older chart than hubc knows",
  why: `hubc writes values for the chart from ${oldestChart.version} on. An older chart has another JupyterHub, other settings and no security fixes, and nobody has tried what hubc writes with it.`,
  message: ({ version }) =>
    `hubc writes values for the chart from \`${oldestChart.version}\` on, and not for \`${version}\`: name \`${oldestChart.version}\`, or better \`${newestChart.version}\`, and read how to upgrade to it before you deploy.`,
  check: ({ project: { chart } }, report) => {
    if (isTooOld(chart.value)) report({ version: chart.value }, { span: chart.span });
  },
});
