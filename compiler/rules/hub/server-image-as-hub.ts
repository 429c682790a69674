import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { baseImage } from "../../knowledge/base-images.ts";
import type { Rule } from "../rule.ts";

const definition = defineDiagnostic<{ image: string; family: string }>({
  code: "hub/server-image-as-hub",
  severity: "error",
  title: "A hub that runs the image of a server",
  why: "The hub's pod runs what the chart's image has: JupyterHub, KubeSpawner, the authenticators, and the files that the chart's configuration reads. An image for servers has none of it.",
  message: ({ image, family }) =>
    `\`${image}\` is built on ${family}, which does not run a hub: let it extend \`std.hub\`.`,
});

/** The image that a hub runs is built on the chart's, as far as its base is known. */
export const serverImageAsHub: Rule = {
  diagnostics: [definition],
  check: ({ images, releases }, report) => {
    for (const { hubImage: said } of releases) {
      if (said?.value.kind !== "declared") continue;
      const { name } = said.value;
      const image = images.find((one) => one.name === name);
      const reference = image?.base ?? image?.prebuilt;
      const base = reference && baseImage(reference.value);
      if (base === undefined || base.runsHub || !base.known) continue;
      report(diagnose(definition, { image: name, family: base.family }, { span: said.span }));
    }
  },
};
