// The texts of an earlier build that a new one is compared with.

import { join } from "node:path";
import { earlierBuild } from "./earlier-build.ts";
import { LARGEST_FILE } from "./file-state.ts";
import { readText } from "./read-text.ts";

/**
 * The texts of the files in the output folder `out` that an earlier build wrote and that `isWanted`, by path. What can't be read is left
 * out: the write that follows says why.
 */
export async function earlierTexts(
  out: string,
  isWanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const earlier = await earlierBuild(out);
  const paths = earlier.kind === "read" ? [...earlier.files.keys()].filter(isWanted) : [];
  return new Map(
    paths.flatMap((path): [string, string][] => {
      const { text } = readText(join(out, path), LARGEST_FILE);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}
