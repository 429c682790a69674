import { defineRule } from "../rule.ts";
import { unknownPlace } from "./region-standing.ts";

/** A region that may be newer than the list is said to be unknown, and taken. */
export const newerRegion = defineRule<{ name: string; cloud: string; list: string }>({
  code: "provider/newer-region",
  severity: "warning",
  title: "A region that this version does not know",
  why: "The name has the form of the cloud's regions and is not among those that were known when this version was made. It may be newer, or open to few, or it may not exist: the cloud's own list says it.",
  message: ({ name, cloud, list }) =>
    `This version of hubc knows no region \`${name}\` of ${cloud}: see with \`${list}\` that it exists.`,
  check: (model, report) => {
    for (const provider of model.providers) {
      const unknown = unknownPlace(provider);
      if (unknown === undefined || !unknown.maybeNewer) continue;
      const { place, region: name, regions } = unknown;
      report({ name, cloud: regions.cloud, list: regions.listCommand }, { span: place.span });
    }
  },
});
