// A release's values below `jupyterhub`, and the chart that takes them so: hubploy and chartpress deploy a chart of the project's own, of
// which the JupyterHub chart is a part.

import { chartRepository } from "../../knowledge/chart.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { mapping, yaml } from "../../output/yaml-tree.ts";
import type { CiInput, CiRelease } from "./ci-input.ts";

/** The values that a release has below the part's name. */
export function nestedValues({ release, values }: CiRelease, path: string): OutputFile {
  const header = [
    `Values of the release ${release.name}, for a chart that has the JupyterHub chart as a part. Written by hubc.`,
  ];
  return { path, ...printYaml([mapping([["jupyterhub", values()]])], { header, origin: release.span }) };
}

/** `Chart.yaml` in the folder (helm's chart format v2). */
export function parentChart(folder: string, name: string, { model }: CiInput): OutputFile {
  const data = {
    apiVersion: "v2",
    name,
    description: "The JupyterHub chart, with this project's values.",
    // chartpress sets it where it is used, and is known by this form (its README, 2.4).
    version: "0.0.1-set.by.chartpress",
    dependencies: [{ name: "jupyterhub", version: model.project.chart.value, repository: chartRepository }],
  };
  const header = ["Written by hubc; edit the .hub files, not this."];
  return { path: `${folder}/Chart.yaml`, ...printYaml([yaml(data)], { header, origin: model.project.ci.span }) };
}
