import { features } from "../../knowledge/features.ts";
import { defineRule } from "../rule.ts";
import { addFeature, lineToAdd } from "./add-requirement.ts";
import { needsAnswered, placesOf } from "./needs.ts";

/** Where nobody knows whether an image has what its courses need, that is said. */
export const unprovenFeature = defineRule<{ reason: string; what: string; image: string; mend: string }>({
  code: "image/unproven-feature",
  severity: "warning",
  title: "A need that nothing shows to be met",
  why: "The image is built elsewhere, or on a base that is not known here, so it may or may not bring what is needed. Say that it does, in `provides`, or add the package's line, and the question is settled.",
  message: ({ reason, what, image, mend }) =>
    `${reason}, and nothing shows that image \`${image}\` has ${what}: ${mend}.`,
  judges: "parts",
  check: (_model, report, { unmet }) => {
    for (const need of needsAnswered(unmet(), "unknown")) {
      const { feature, image, span, reason } = need;
      // No image is made for hubs without it.
      if (feature === "jupyterhub") continue;
      const line = lineToAdd(image, feature);
      const prebuilt = image.prebuilt !== undefined || line === undefined;
      const mend = prebuilt
        ? `if it does, write \`provides += ["${feature}"]\` there`
        : `add ${line}, or write \`provides += ["${feature}"]\` if its base has it`;
      const parameters = { reason, what: features[feature].what, image: image.name, mend };
      report(parameters, {
        span,
        related: placesOf(need),
        fixes: prebuilt ? [] : addFeature(image, feature),
      });
    }
  },
});
