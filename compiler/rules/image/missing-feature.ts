import { features } from "../../knowledge/features.ts";
import { defineRule } from "../rule.ts";
import { addFeature, lineToAdd } from "./add-requirement.ts";
import { needsAnswered, placesOf } from "./needs.ts";

/** Images have what their courses need. */
export const missingFeature = defineRule<{ reason: string; what: string; image: string; line: string | undefined }>({
  code: "image/missing-feature",
  title: "A need that the image does not meet",
  why: "What a course asks of its image is known to be absent from its packages, its commands and its base. People would find out at the first link that opens nothing, or the first import that fails.",
  message: ({ reason, what, image, line }) =>
    `${reason}, but image \`${image}\` does not have ${what}${line === undefined ? "." : `: add ${line}.`}`,
  several: true,
  judges: "parts",
  check: (_model, report, { unmet }) => {
    for (const need of needsAnswered(unmet(), "no")) {
      const { feature, image, span, reason } = need;
      if (feature === "nbgitpuller" || feature === "rtc") continue;
      const parameters = { reason, what: features[feature].what, image: image.name, line: lineToAdd(image, feature) };
      report(parameters, { span, related: placesOf(need), fixes: addFeature(image, feature) });
    }
  },
});
