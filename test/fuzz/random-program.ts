// The n-th program of a seed. Each can be made again alone.

import { createRandom, seedOf } from "../support/random.ts";
import { createRandomText } from "../support/random-text.ts";
import { changedProgram, type RandomProgram } from "./changed-program.ts";
import { madeProgram } from "./made-program.ts";
import type { Samples } from "./sample-programs.ts";

export function randomProgram(seed: number, number: number, samples: Samples): RandomProgram {
  const random = createRandom(seedOf(seed, number));
  const sort = random.below(10);
  if (sort < 2)
    return { files: new Map([["p.hub", createRandomText(random, samples.texts).next()]]), assets: new Map() };
  return sort < 4 ? madeProgram(random, samples.pool) : changedProgram(random, samples);
}
