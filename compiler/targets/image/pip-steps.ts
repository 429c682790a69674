// How requirements.txt gets into an image whose Python is the system's, as in the chart's hub image: root installs it beside what is there.

import type { Image } from "../../model/model.ts";
import type { Step } from "./step.ts";

const file = "/tmp/requirements.txt";

/** The steps; none where the image asks for no package by pip. */
export function pipSteps({ pip }: Image): readonly Step[] {
  const origin = pip[0]?.span;
  if (origin === undefined) return [];
  const commands = [`pip install --no-cache-dir --requirement ${file}`, `rm ${file}`];
  return [
    {
      as: "root",
      instructions: [
        { kind: "copy", sources: ["requirements.txt"], destination: file, origin },
        { kind: "run", commands, origin },
      ],
    },
  ];
}
