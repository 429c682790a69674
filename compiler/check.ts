// The whole check: the front of the pipeline, with what judges parts of a release's own by the targets.

import { type CompileOptions, type Examined, examine, type JudgeOwnParts, type Kept, type Sources } from "./examine.ts";
import { checkOwnParts } from "./targets/check-own-parts.ts";
import { checkOwnPages } from "./targets/own-pages.ts";

/** Checks a program; writes nothing. */
export function check(sources: Sources, options: CompileOptions, kept: Kept = {}): Examined {
  return examine(sources, options, { judgeOwnParts, ...kept });
}

const judgeOwnParts: JudgeOwnParts = ({ output, sound }, { readYaml, readTemplate }, report) => {
  checkOwnParts(output, { readYaml, report });
  checkOwnPages(sound, readTemplate, report);
};
