// A few instructions of a Dockerfile that belong together, and who must run them.

import type { DockerInstruction } from "../../output/dockerfile.ts";

export interface Step {
  /** `anyone` where the instructions do the same whoever is the current user. */
  readonly as: "root" | "user" | "anyone";
  readonly instructions: readonly DockerInstruction[];
}
