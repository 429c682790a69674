import { baseImage } from "../../knowledge/base-images.ts";
import { defineRule } from "../rule.ts";

/** The image that a hub runs is built on the chart's, as far as its base is known. */
export const serverImageAsHub = defineRule<{ image: string; family: string }>({
  code: "hub/server-image-as-hub",
  title: "A hub that runs the image of a server",
  why: "The hub's pod runs what the chart's image has: JupyterHub, KubeSpawner, the authenticators, and the files that the chart's configuration reads. An image for servers has none of it.",
  message: ({ image, family }) =>
    `\`${image}\` is built on ${family}, which does not run a hub: let it extend \`std.hub\`.`,
  check: ({ images, releases }, report) => {
    for (const { hubImage: said } of releases) {
      if (said?.value.kind !== "declared") continue;
      const { name } = said.value;
      const image = images.find((image) => image.name === name);
      const reference = image?.base ?? image?.prebuilt;
      const base = reference && baseImage(reference.value);
      if (base === undefined || base.runsHub || !base.known) continue;
      report({ image: name, family: base.family }, { span: said.span });
    }
  },
});
