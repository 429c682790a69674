import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { chart } from "../../knowledge/chart.ts";
import { exampleHub, onGke } from "../../model/release-diagnostics.ts";
import type { Rule } from "../rule.ts";

const withChart = (version: string) =>
  `${onGke(exampleHub())}project p {\n  registry = "ghcr.io/campus/hubs"\n  chart    = "${version}"\n}\n`;

const definition = defineDiagnostic<{ version: string; isPatch: boolean }>({
  code: "project/newer-chart",
  severity: "warning",
  title: "A newer chart than hubc knows",
  why: "A newer version of the chart may hold a security fix that can't wait for a new hubc. It is deployed as it is named, and the program is checked against the newest version that hubc knows: a patch changes none of the settings, and a minor version may.",
  wrong: withChart("4.4.99"),
  right: withChart(chart.version),
  message: ({ version, isPatch }) =>
    `hubc knows the chart up to \`${chart.version}\`: \`${version}\` is deployed, and checked as \`${chart.version}\`. ${
      isPatch
        ? "Read its changelog, and try it on a staging hub first."
        : "A minor version may change settings: read its changelog, and try it on a staging hub first."
    }`,
});

/** A newer chart than the one that is known. */
export const newerChart: Rule = {
  diagnostics: [definition],
  check: ({ project }, report) => {
    const { value, span } = project.chart;
    if (value === chart.version) return;
    const series = chart.version.replace(/[0-9]+$/, "");
    report(diagnose(definition, { version: value, isPatch: value.startsWith(series) }, { span }));
  },
};
