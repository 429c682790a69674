import { defineDiagnostic, diagnose, offerFix } from "../../diagnostics/diagnostic.ts";
import { closest } from "../../text/edit-distance.ts";
import type { Rule } from "../rule.ts";
import { unknownPlace } from "./region-standing.ts";

const example = (region: string) =>
  `provider gke g {\n  project = "p"\n  region = "${region}"\n  cluster = "c"\n  pool users { machine = "n2-highmem-8"  nodes = 0..5 }\n}\n`;

const definition = defineDiagnostic<{
  name: string;
  cloud: string;
  form: string;
  suggestion: string | undefined;
}>({
  code: "provider/unknown-region",
  severity: "error",
  title: "A region that does not exist",
  why: "The cloud's tools refuse a region or a zone that does not exist, and they do so only when the cluster is made or its credentials are fetched. What is one slip from a region that exists, or is not formed as the cloud's regions are, is no region.",
  wrong: example("us-centrall1"),
  right: example("us-central1"),
  message: ({ name, cloud, form, suggestion }) =>
    `${cloud} has no region \`${name}\`${suggestion === undefined ? `: its regions are named like ${form}.` : `: did you mean \`${suggestion}\`?`}`,
});

/** Where a cluster lies is a place that its cloud has. */
export const unknownRegion: Rule = {
  diagnostics: [definition],
  check: (model, report) => {
    for (const provider of model.providers) {
      const unknown = unknownPlace(provider);
      if (unknown === undefined || unknown.maybeNewer) continue;
      const { place, region, regions } = unknown;
      const { cloud, formText: form, known } = regions;
      const suggestion = closest(region, known);
      const rest = place.value.startsWith(region) ? place.value.slice(region.length) : "";
      const written = `${suggestion}${rest}`;
      const fixes = suggestion === undefined ? [] : [offerFix(`Write ${written}`, place.span, JSON.stringify(written))];
      report(diagnose(definition, { name: region, cloud, form, suggestion }, { span: place.span, fixes }));
    }
  },
};
