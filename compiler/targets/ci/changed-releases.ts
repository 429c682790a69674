// Which releases a deployment would change: the program now is planned against the commit and the day of the newest deployment, where that went
// well. What is not known has changed, and so has what a deployment that failed, or has not ended, may have left.

import { filledIn, shellQuote } from "../../output/shell-script.ts";
import script from "./changed-releases.sh";
import { type CiInput, deployable, projectFolder } from "./ci-input.ts";
import { today } from "./shell-lines.ts";

/** What the systems say in their own ways. All are pieces of bash. */
export interface Deployments {
  /** Holds where somebody asked for a deployment of everything. */
  readonly wantsAll: string;
  /** A line that puts `COMMIT TIME` of the newest deployment of `$release` into `last`, or nothing. */
  readonly last: string;
  /** The day for which this one is built. */
  readonly on: string;
  /** The file that says how deployments are made. */
  readonly pipeline: string;
  /** A folder for plans, which are made once for all releases. */
  readonly folder: string;
}

/** Lines of bash that make `changed` an array of names. */
export function changedLines(input: CiInput, { wantsAll, last, on, pipeline, folder }: Deployments): string[] {
  const releases = deployable(input).flat();
  return filledIn(script, {
    DAY_NOW: on,
    RELEASES: releases.map(({ release }) => shellQuote(release.name)).join(" "),
    WANTS_ALL: wantsAll,
    LAST: last,
    PIPELINE: pipeline,
    DAY_THEN: today(input, '--date="$time" '),
    FOLDER: folder,
    PROJECT: projectFolder(input).folder,
  }).split("\n");
}
