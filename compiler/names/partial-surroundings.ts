// What surrounds a declaration, as far as a part of the program tells it.

import type { Program } from "./bind.ts";
import { type Surroundings, surroundingsIn } from "./surroundings.ts";

/**
 * The surroundings in a part of a program. What the part holds is answered as the whole would. What it does not hold is
 * answered as if it could not be read, so that nothing is said of it; `unsure` is called at each question for which there is no
 * such answer. `assets` are those of the whole.
 */
export function partialSurroundings(
  part: Program,
  assets: ReadonlyMap<string, string | null>,
  unsure: () => void,
): Surroundings {
  const known = surroundingsIn(part, assets);
  return {
    ...known,
    constant: (name) => known.constant(name) ?? "unknown",
    pools: (provider) => known.pools(provider) ?? "unknown",
    mayBeUnreadable: () => true,
    constantNames: () => {
      unsure();
      return known.constantNames();
    },
    names: (kind, standard) => {
      unsure();
      return known.names(kind, standard);
    },
  };
}
