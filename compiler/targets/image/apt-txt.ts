// apt.txt as repo2docker reads it: a Debian package a line.

import type { Image } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import { generatedNote } from "./generated-note.ts";
import { requirementLines } from "./requirement-lines.ts";

/** The file in `folder`; undefined where the image asks for no Debian package. */
export function aptTxt(image: Image, folder: string): OutputFile | undefined {
  if (image.apt.length === 0) return undefined;
  const lines = [{ text: `# ${generatedNote(image)}` }, ...requirementLines(image.apt, ({ text }) => text)];
  return textFile(`${folder}/apt.txt`, lines, image.span);
}
