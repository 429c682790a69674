// A program as a plan compares it: as its lock fixes it, and no more of it than reaches a cluster.

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { LOCK_FILE } from "../lock/lock.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import type { LockedProgram } from "../node/locked-program.ts";
import type { ParseFile } from "../parsed-file.ts";
import type { BuiltProgram } from "../service/plan.ts";
import type { Day } from "../text/calendar.ts";
import { compileDeployed } from "./check-program.ts";

export interface PlannedProgram {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the program has errors. */
  readonly built: BuiltProgram | undefined;
  /** Why its lock is not applied, in a sentence. */
  readonly lockProblem: string | undefined;
}

export interface Planning {
  readonly on: Day;
  readonly trees: ParseFile;
  readonly wasDeployed?: boolean;
}

export async function plannedProgram(
  { root, sources }: LoadedProgram,
  { on, trees, wasDeployed = false }: Planning,
): Promise<PlannedProgram> {
  const isLocked = existsSync(join(root, LOCK_FILE));
  const lockedProgram = isLocked ? (await import("../node/locked-program.ts")).lockedProgram : undefined;
  const { readYaml } = await import("../knowledge/read-yaml.ts");
  let found: LockedProgram | undefined;
  const { diagnostics, model, files } = await compileDeployed(
    sources,
    { on },
    {
      parsed: trees,
      wasDeployed,
      locked: (checked) => {
        found = lockedProgram?.(root, checked, readYaml);
        return found?.model ?? checked;
      },
    },
  );
  if (model === undefined) return { diagnostics, built: undefined, lockProblem: undefined };
  const solved = found?.solved ?? new Map();
  return { diagnostics, built: { model, files, solved }, lockProblem: found?.problem };
}
