import { authenticators } from "../../knowledge/authenticators.ts";
import { hubImageName } from "../../model/reserved-names.ts";
import { defineRule } from "../rule.ts";

/** No image is named as hubc names the images that it makes for hubs. */
export const imageReservedName = defineRule<{ image: string; hub: string }>({
  code: "image/reserved-name",
  title: "An image with the name of a hub's own image",
  why: "Where people sign in by something that the chart's hub image does not hold, hubc writes an image for the hub itself. An image of a course with its name would be written over it, and pushed to the place that the hub starts from.",
  message: ({ image, hub }) =>
    `\`${image}\` is the image that hubc makes for the hub \`${hub}\`: call this one otherwise.`,
  check: ({ images, releases }, report) => {
    const made = new Map(
      releases
        .filter(({ auth }) => authenticators[auth.variant]?.needs !== undefined)
        .map(({ auth, hub }) => [hubImageName(auth.variant), hub]),
    );
    for (const { name, span } of images) {
      const hub = made.get(name);
      if (hub !== undefined) report({ image: name, hub }, { span });
    }
  },
});
