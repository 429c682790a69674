// How install.R is run: by whoever may write R's library.

import type { BaseImage } from "../../knowledge/base-images.ts";
import type { Image } from "../../model/model.ts";
import type { Account } from "./account.ts";
import type { Step } from "./step.ts";

/** The steps; none where the image asks for no package from CRAN. */
export function rSteps(image: Image, base: BaseImage, account: Account): readonly Step[] {
  const [first] = image.cran;
  if (first === undefined) return [];
  const origin = first.span;
  const as = base.rLibrary ?? "user";
  const copy = { kind: "copy", sources: ["install.R"], destination: file, origin } as const;
  const commands = [`Rscript ${file}`, `rm -rf /tmp/downloaded_packages ${file}`];
  return [
    {
      as,
      instructions: [as === "root" ? copy : { ...copy, owner: account.owner }, { kind: "run", commands, origin }],
    },
  ];
}

const file = "/tmp/install.R";
