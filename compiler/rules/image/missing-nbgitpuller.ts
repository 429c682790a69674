import { defineRule } from "../rule.ts";
import { addFeature, lineToAdd } from "./add-requirement.ts";
import { needsAnswered, placesOf } from "./needs.ts";

/** Where there is content, the image has nbgitpuller. */
export const missingNbgitpuller = defineRule<{ reason: string; image: string; line: string | undefined }>({
  code: "image/missing-nbgitpuller",
  title: "Links to content, and an image that can't fetch it",
  why: "A link of the course opens a page of nbgitpuller in the student's own server, which fetches the repository and then opens the notebook. In an image without nbgitpuller every link ends in a page that is not found. The Jupyter Docker Stacks and what repo2docker builds do not have it.",
  message: ({ reason, image, line }) =>
    `${reason} with nbgitpuller, which image \`${image}\` does not have: add ${line ?? "it"}.`,
  judges: "parts",
  check: (_model, report, { unmet }) => {
    for (const need of needsAnswered(unmet(), "no")) {
      const { feature, image, span, reason } = need;
      if (feature !== "nbgitpuller") continue;
      const parameters = { reason, image: image.name, line: lineToAdd(image, feature) };
      report(parameters, { span, related: placesOf(need), fixes: addFeature(image, feature) });
    }
  },
});
