import { chartFor, isBefore, isTooOld, newestChart } from "../../knowledge/charts/charts.ts";
import { defineRule } from "../rule.ts";

/** A chart that is neither older nor newer than those that are known, and none of them. */
export const chartBetween = defineRule<{ version: string; checked: string }>({
  code: "project/chart-between",
  severity: "warning",
  title: "A chart between two that hubc knows",
  why: "hubc has tables of the last version of each series of the chart. A version between them is deployed as it is named, and checked as the one of its series: what that one has and this one has not is not found.",
  message: ({ version, checked }) =>
    `hubc has no tables of the chart \`${version}\`: it is deployed, and checked as \`${checked}\`, the nearest that hubc knows. Name \`${checked}\` where you can.`,
  check: ({ project: { chart } }, report) => {
    const { version: checked } = chartFor(chart.value);
    if (chart.value === checked || isTooOld(chart.value) || isBefore(newestChart.version, chart.value)) return;
    report({ version: chart.value, checked }, { span: chart.span });
  },
});
