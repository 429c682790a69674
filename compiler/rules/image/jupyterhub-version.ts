import { hubOfBase } from "../../knowledge/base-contents.ts";
import { packagesNamed } from "../../knowledge/capabilities.ts";
import { type Chart, chartFor, newestChart } from "../../knowledge/charts/charts.ts";
import { exclude, rangeOf, versionRange } from "../../knowledge/version-range.ts";
import type { Image } from "../../model/model.ts";
import { everyServer, imagesOfServer } from "../../model/server.ts";
import type { Span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const seriesOf = ({ jupyterhub }: Chart) => jupyterhub.split(".").slice(0, 2).join(".");

/** Images that courses use, on any day, have a JupyterHub of the hub's major version. */
export const jupyterhubVersion = defineRule<{ what: string; chart: Chart; elsewhere: boolean }>({
  code: "image/jupyterhub-version",
  severity: "warning",
  title: "A server of another JupyterHub than the hub's",
  why: `The hub of the chart ${newestChart.version} is JupyterHub ${newestChart.jupyterhub}, and that of an older one an older one; the single-user server in the image talks to it. JupyterHub itself warns of another version there, and that people may then be sent in circles instead of signed in.`,
  message: ({ what, chart, elsewhere }) => {
    const mend = elsewhere
      ? "take an image with that one"
      : `add \`conda { jupyterhub-singleuser=${seriesOf(chart)} }\``;
    return `${what}, and the hub is JupyterHub ${chart.jupyterhub}: ${mend}, or servers may not be able to sign people in.`;
  },
  judges: "parts",
  check: (model, report) => {
    const chart = chartFor(model.project.chart.value);
    if (model.project.chart.value !== chart.version) return;
    const used = new Set(
      everyServer(model)
        .flatMap(imagesOfServer)
        .map(({ value }) => value),
    );
    for (const image of model.images) {
      const found = used.has(image.name) ? otherVersion(image, chart) : undefined;
      if (found !== undefined) {
        const elsewhere = image.prebuilt !== undefined;
        report({ what: found.what, chart, elsewhere }, { span: found.span });
      }
    }
  },
});

function otherVersion(image: Image, { jupyterhub }: Chart): { readonly what: string; readonly span: Span } | undefined {
  const major = Number.parseInt(jupyterhub, 10);
  const hubs = rangeOf(`>=${major},<${major + 1}`);
  const lines = ["jupyterhub", "jupyterhub-base", "jupyterhub-singleuser"].flatMap((name) =>
    packagesNamed(image, name),
  );
  const other = lines.find(({ requirement }) => exclude(versionRange(requirement), hubs));
  if (other !== undefined) return { what: `\`${other.requirement.text}\` is another JupyterHub`, span: other.span };
  const base = image.base ?? image.prebuilt;
  if (base === undefined || lines.length > 0 || !exclude(hubOfBase(base.value), hubs)) return undefined;
  return { what: `The JupyterHub in \`${base.value}\` is older`, span: base.span };
}
