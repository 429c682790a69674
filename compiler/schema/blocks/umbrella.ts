// A chart that has the JupyterHub chart as a part.

import { defineBlock, nested, setting } from "../block.ts";
import { textType } from "../values/scalars.ts";

const chartFolder = textType({
  name: "folder of a chart",
  expected: 'the folder of a chart, such as `"charts/hub"`',
  what: "a folder of the project that holds a chart: names of letters, digits, `.`, `_` and `-`, joined by `/`, none of which is `.` or `..`",
  accepts: (value) =>
    /^[A-Za-z0-9_.][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9._-]*)*$/.test(value) &&
    !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value),
});

const partName = textType({
  name: "name of a part",
  expected: 'the name of a part, such as `"jupyterhub"`',
  what: "the name of a part of a chart: letters, digits, `_` and `-`, beginning with a letter; of a part of a part, with `.` between the two",
  accepts: (value) => /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*$/.test(value),
});

const values = defineBlock({
  name: "umbrella values",
  doc: "Values of that chart beside those of the JupyterHub chart, by their paths; nobody but the chart knows what they mean.",
  settings: {},
  free: [],
  unchecked: true,
});

export const umbrella = defineBlock({
  name: "umbrella",
  doc: "A chart of the project's own, of which the JupyterHub chart is a part: the values lie under the part's name, and that chart is deployed.",
  settings: {
    chart: setting({
      type: chartFolder,
      doc: "The chart's folder, from the project's. Its Chart.yaml says which version of the JupyterHub chart it has; the project's `chart` is to be the same.",
      example: '"charts/hub"',
      required: true,
    }),
    key: setting({
      type: partName,
      doc: "The name, or the alias, of the JupyterHub chart among the chart's dependencies; with `.` between the names where it is a dependency of a dependency.",
      example: '"jupyterhub"',
      default: "jupyterhub",
    }),
  },
  blocks: {
    values: nested(values, "values { dask-gateway.enabled = true }"),
  },
});
