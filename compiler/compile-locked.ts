// The pipeline of a build with --locked. Apart from `compile`, since reading a lock takes a validator that no other build loads.

import { check } from "./check.ts";
import type { Compiled } from "./compile.ts";
import { sortDiagnostics } from "./diagnostics/diagnostic.ts";
import type { CompileOptions, Sources } from "./examine.ts";
import { applyLock, type LockTexts } from "./lock/apply-lock.ts";
import { emit } from "./targets/emit.ts";

export interface LockedOptions extends CompileOptions {
  readonly lock: LockTexts;
}

/** Compiles a program as its lock fixes it: nothing, where the lock does not fit. */
export function compileLocked(sources: Sources, options: LockedOptions): Compiled {
  const checked = check(sources, options);
  if (checked.model === undefined) return { ...checked, files: [] };
  const locked = applyLock(checked.model, options.lock);
  const diagnostics = sortDiagnostics([...checked.diagnostics, ...locked.diagnostics]);
  if (locked.diagnostics.length > 0) return { diagnostics, model: undefined, files: [] };
  return { diagnostics, model: locked.model, files: emit(locked.model, { ...sources, ...options }) };
}
