// The line that would mend a lack, put where its author would: after the last requirement of a block that the image already has.

import type { Fix, TextEdit } from "../../diagnostics/diagnostic.ts";
import { type Feature, features } from "../../knowledge/features.ts";
import type { Image, PackageRequirement } from "../../model/model.ts";
import { lineIndexAt, lineText } from "../../text/source-file.ts";

/** The fix that gives `image` the `feature`; none where the image itself has no block for it. */
export function addFeature(image: Image, feature: Feature): readonly Fix[] {
  const { conda, pip } = features[feature].lines;
  for (const { text, lines } of [
    { text: conda, lines: image.conda },
    { text: pip, lines: image.pip },
  ]) {
    const last = lines.findLast((line) => line.by === `image ${image.name}`);
    if (text === undefined || last === undefined) continue;
    const title = `Add \`${text}\` to image \`${image.name}\``;
    return [{ title, edits: [after(last, text)], applies: "when-chosen" }];
  }
  return [];
}

/** For messages: which line to add, and to which block; of an image that is built elsewhere, where it is to be added. */
export function lineToAdd(image: Image, feature: Feature): string | undefined {
  if (image.prebuilt !== undefined) return `it where the image is built, and \`"${feature}"\` to its \`provides\``;
  const { conda, pip } = features[feature].lines;
  const hasConda = image.conda.some((line) => line.by === `image ${image.name}`) || image.pip.length === 0;
  if (conda !== undefined && (hasConda || pip === undefined)) return `\`conda { ${conda} }\``;
  return pip === undefined ? undefined : `\`pip { ${pip} }\``;
}

/** A requirement on a line of its own below `last`, also where the block stands on one line. */
function after(last: PackageRequirement, text: string): TextEdit {
  const { file, end } = last.span;
  const index = lineIndexAt(file, end);
  const line = lineText(file, index);
  const lineStart = file.lineStarts[index] ?? 0;
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const rest = line.slice(end - lineStart);
  if (/^\s*(?:#.*)?$/.test(rest)) {
    const at = lineStart + line.length;
    return { span: { file, start: at, end: at }, text: `\n${indent}${text}` };
  }
  const blanks = /^\s*/.exec(rest)?.[0].length ?? 0;
  return { span: { file, start: end, end: end + blanks }, text: `\n${indent}  ${text}\n${indent}` };
}
