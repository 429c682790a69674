import { offerFix } from "../../diagnostics/diagnostic.ts";
import { cloudWith } from "../../knowledge/regions.ts";
import { closest } from "../../text/edit-distance.ts";
import { defineRule } from "../rule.ts";
import { unknownPlace } from "./region-standing.ts";

/** Where a cluster lies is a place that its cloud has. */
export const unknownRegion = defineRule<{
  name: string;
  cloud: string;
  form: string;
  suggestion: string | undefined;
  /** The cloud that has a region of this name. */
  elsewhere: string | undefined;
}>({
  code: "provider/unknown-region",
  title: "A region that does not exist",
  why: "The cloud's tools refuse a region or a zone that does not exist, and they do so only when the cluster is made or its credentials are fetched. What is one slip from a region that exists, or is not formed as the cloud's regions are, is no region.",
  message: ({ name, cloud, form, suggestion, elsewhere }) => {
    const wrong = `${cloud} has no region \`${name}\``;
    if (suggestion !== undefined) return `${wrong}: did you mean \`${suggestion}\`?`;
    const whose = elsewhere === undefined ? "" : `, which is one of ${elsewhere}`;
    return `${wrong}${whose}: its regions are named like ${form}.`;
  },
  check: (model, report) => {
    for (const provider of model.providers) {
      const unknown = unknownPlace(provider);
      if (unknown === undefined || unknown.maybeNewer) continue;
      const { place, region, regions } = unknown;
      const { cloud, formText: form, known } = regions;
      const like = closest(region, known);
      const elsewhere = isWrittenAlike(region, like) ? undefined : cloudWith(region);
      const suggestion = elsewhere === undefined ? like : undefined;
      const rest = place.value.startsWith(region) ? place.value.slice(region.length) : "";
      const written = `${suggestion}${rest}`;
      const fixes = suggestion === undefined ? [] : [offerFix(`Write ${written}`, place.span, JSON.stringify(written))];
      report({ name: region, cloud, form, suggestion, elsewhere }, { span: place.span, fixes });
    }
  },
});

/** Do the two differ in nothing but hyphens? */
function isWrittenAlike(one: string, other: string | undefined): boolean {
  return one.replaceAll("-", "") === other?.replaceAll("-", "");
}
