import { baseImage } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import { everyServer, imagesOfServer } from "../../model/server.ts";
import { defineRule } from "../rule.ts";

/** No server starts from the image of a hub. */
export const hubImageForServers = defineRule<{ image: string }>({
  code: "image/hub-image-for-servers",
  title: "Servers that start from the hub's own image",
  why: "The image that the chart's hub runs holds JupyterHub and no single-user server, JupyterLab or notebook: no server starts from it. It is for `hub-image`.",
  message: ({ image }) =>
    `\`${image}\` is built on the image of the hub itself, from which no server starts: extend \`std.jupyterlab\`, or name it as \`hub-image\`.`,
  judges: "parts",
  check: (model, report) => {
    const ofHubs = new Set(model.images.filter(runsHub).map(({ name }) => name));
    if (ofHubs.size === 0) return;
    for (const { value, span } of everyServer(model).flatMap(imagesOfServer))
      if (ofHubs.has(value)) report({ image: value }, { span });
  },
});

function runsHub({ base, prebuilt }: Image): boolean {
  const reference = base ?? prebuilt;
  return reference !== undefined && baseImage(reference.value).runsHub === true;
}
