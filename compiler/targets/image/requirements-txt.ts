// requirements.txt: the pip part of an image's environment.yml, for whoever installs it without conda.

import type { Image } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { generatedNote } from "./generated-note.ts";
import { requirementLines } from "./requirement-lines.ts";

/** The file in `folder`; undefined where the image asks for no package by pip. */
export function requirementsTxt(image: Image, folder: string): OutputFile | undefined {
  if (image.pip.length === 0) return undefined;
  const lines = [{ text: `# ${generatedNote(image)}` }, ...requirementLines(image.pip, ({ text }) => text)];
  return textFile(`${folder}/requirements.txt`, lines, image.span);
}
