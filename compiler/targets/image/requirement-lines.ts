// Requirements in a line-oriented file: each on a line of its own, under its doc comment.

import type { Image, PackageRequirement } from "../../model/model.ts";
import { commentLines } from "../../output/comment-lines.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { generatedNote } from "./generated-note.ts";

/** Each requirement as `write` has it; comments begin with `#`. */
export function requirementLines(
  requirements: readonly PackageRequirement[],
  write: (requirement: PackageRequirement["requirement"]) => string,
): readonly OutputLine[] {
  return requirements.flatMap(({ requirement, span, doc }) => {
    const comment = doc === undefined ? [] : commentLines(doc);
    return [...comment, write(requirement)].map((text) => ({ text, origin: span }));
  });
}

/** The file in `folder`; undefined where the image asks for no Debian package. */
export function aptTxt(image: Image, folder: string): OutputFile | undefined {
  if (image.apt.length === 0) return undefined;
  const lines = [{ text: `# ${generatedNote(image)}` }, ...requirementLines(image.apt, ({ text }) => text)];
  return textFile(`${folder}/apt.txt`, lines, image.span);
}
