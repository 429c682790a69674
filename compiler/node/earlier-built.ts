// What an earlier build says of itself: its facts, and the texts that a new one is compared with.

import { join } from "node:path";
import type { EarlierBuilt } from "../plan/refused-changes.ts";
import { earlierBuild } from "./earlier-build.ts";
import { LARGEST_FILE } from "./file-state.ts";
import { readText } from "./read-text.ts";

/**
 * Of the files in the output folder `out` that an earlier build wrote, those that `isWanted`, by path. What can't be read is left out: the
 * write that follows says why.
 */
export async function earlierBuilt(out: string, isWanted: (path: string) => boolean): Promise<EarlierBuilt> {
  const earlier = await earlierBuild(out);
  if (earlier.kind !== "read") return { facts: undefined, texts: new Map() };
  const texts = [...earlier.files.keys()].filter(isWanted).flatMap((path): [string, string][] => {
    const { text } = readText(join(out, path), LARGEST_FILE);
    return text === undefined ? [] : [[path, text]];
  });
  return { facts: earlier.facts, texts: new Map(texts) };
}
