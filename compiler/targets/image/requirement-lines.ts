// Requirements in a line-oriented file: each on a line of its own, under its doc comment.

import type { PackageRequirement } from "../../model/model.ts";
import { commentLines } from "../../output/comment-lines.ts";
import type { OutputLine } from "../../output/output-file.ts";

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
