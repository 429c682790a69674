import { baseImage } from "../../knowledge/base-images.ts";
import { defineRule } from "../rule.ts";

/** The image of a hub takes packages by pip and apt alone. */
export const hubImagePackages = defineRule<{ key: string }>({
  code: "image/hub-image-packages",
  title: "Packages of conda or R in the hub's own image",
  why: "The chart's hub runs in the Python of its image, in which pip installs. Conda would make an environment of its own beside it, in which no hub runs.",
  message: ({ key }) =>
    `The hub runs in the Python of its image, which has no conda and no R: \`${key}\` would put nothing where the hub finds it. Use \`pip\` or \`apt\`.`,
  judges: "parts",
  check: ({ images }, report) => {
    for (const image of images) {
      if (image.base === undefined || baseImage(image.base.value).runsHub !== true) continue;
      const parts = [
        ...(["conda", "cran", "channels"] as const).map((key) => ({ key, span: image[key][0]?.span })),
        { key: "python", span: image.python?.span },
      ];
      for (const { key, span } of parts) if (span !== undefined) report({ key }, { span });
    }
  },
});
