// What completions are looked up in beside the place of the cursor.

import type { Examined } from "../../examine.ts";
import type { ProgramNames } from "./program-names.ts";

export interface Lookup {
  readonly known: Examined;
  readonly names: ProgramNames;
}
