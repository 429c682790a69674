import { provision } from "../../knowledge/capabilities.ts";
import { defineRule } from "../rule.ts";
import { addFeature, lineToAdd } from "./add-requirement.ts";
import { needsAnswered, placesOf } from "./needs.ts";

/** Where people work together, the image has what that takes. */
export const missingCollaboration = defineRule<{
  reason: string;
  image: string;
  lab: string;
  line: string | undefined;
}>({
  code: "image/missing-collaboration",
  title: "Collaboration, and an image without it",
  why: "JupyterLab 3 has real-time collaboration built in and is told to use it by a flag; since JupyterLab 4 it is a package of its own, jupyter-collaboration, and the flag does nothing. Without the package people overwrite each other's work, and nothing says so.",
  message: ({ reason, image, lab, line }) =>
    `${reason}, but image \`${image}\` has ${lab} without jupyter-collaboration: add ${line ?? "it"}.`,
  judges: "parts",
  check: (_model, report, { unmet }) => {
    for (const need of needsAnswered(unmet(), "no")) {
      const { feature, image, span, reason } = need;
      if (feature !== "rtc") continue;
      const lab = provision(image, "lab4") === "yes" ? "JupyterLab 4" : "JupyterLab";
      const parameters = { reason, image: image.name, lab, line: lineToAdd(image, feature) };
      report(parameters, { span, related: placesOf(need), fixes: addFeature(image, feature) });
    }
  },
});
