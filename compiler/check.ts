// The whole check: the front of the pipeline, with what judges parts of a release's own by the targets.

import { type CompileOptions, type Examined, examine, type JudgeOwnParts, type Sources } from "./examine.ts";
import type { ParseFile } from "./parsed-file.ts";
import { checkOwnParts } from "./targets/check-own-parts.ts";
import { checkOwnPages } from "./targets/own-pages.ts";

/** Checks a program; writes nothing. `parsed` may keep trees of files. */
export function check(sources: Sources, options: CompileOptions, parsed?: ParseFile): Examined {
  return examine(sources, options, { judgeOwnParts, ...(parsed && { parsed }) });
}

const judgeOwnParts: JudgeOwnParts = ({ output, sound }, { readYaml, readTemplate }, report) => {
  checkOwnParts(output, { readYaml, report });
  checkOwnPages(sound, readTemplate, report);
};
