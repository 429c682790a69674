// What work is graded in.

import type { Image } from "../../model/model.ts";
import type { OutputFile } from "../../output/output-file.ts";

/** The course's image, and its packages as an environment of their own, where there is one. */
export interface Grader {
  readonly image: Image | undefined;
  readonly environment: OutputFile | undefined;
  /** The script that installs its packages from CRAN, where it has some. */
  readonly installR: OutputFile | undefined;
}
