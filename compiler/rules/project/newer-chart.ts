import { isBefore, newestChart } from "../../knowledge/charts/charts.ts";
import { defineRule } from "../rule.ts";

type Step = "patch" | "minor" | "major";

const advice: Readonly<Record<Step, string>> = {
  patch: "Read its changelog, and try it on a staging hub first.",
  minor: "A minor version may change settings: read its changelog, and try it on a staging hub first.",
  major: "A major version changes and removes settings: read how to upgrade to it, and try it on a staging hub first.",
};

/** A newer chart than the one that is known. */
export const newerChart = defineRule<{ version: string; step: Step }>({
  code: "project/newer-chart",
  severity: "warning",
  title: "A newer chart than hubc knows",
  why: "A newer version of the chart may hold a security fix that can't wait for a new hubc. It is deployed as it is named, and the program is checked against the newest version that hubc knows: a patch changes none of the settings, a minor version may, and a major one does.",
  message: ({ version, step }) =>
    `hubc knows the chart up to \`${newestChart.version}\`: \`${version}\` is deployed, and checked as \`${newestChart.version}\`. ${advice[step]}`,
  check: ({ project }, report) => {
    const { value, span } = project.chart;
    if (isBefore(newestChart.version, value)) report({ version: value, step: stepTo(value) }, { span });
  },
});

function stepTo(version: string): Step {
  const [major, minor] = version.split(".");
  const [knownMajor, knownMinor] = newestChart.version.split(".");
  if (major !== knownMajor) return "major";
  return minor === knownMinor ? "patch" : "minor";
}
