// How install.R is run: by whoever may write R's library.

import type { BaseImage } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import type { Step } from "./step.ts";

/** The steps; none where the image asks for no package from CRAN. */
export function rSteps(image: Image, base: BaseImage): readonly Step[] {
  const [first] = image.cran;
  if (first === undefined) return [];
  const origin = first.span;
  const commands = ["Rscript /tmp/install.R", "rm -rf /tmp/downloaded_packages"];
  return [
    {
      as: base.rLibrary ?? "user",
      instructions: [
        { kind: "copy", sources: ["install.R"], destination: "/tmp/install.R", origin },
        { kind: "run", commands, origin },
      ],
    },
  ];
}
