// What was computed for a program before it changed, with what was found on the way, so that a step whose inputs are the same
// need not be taken again. A memory makes things faster; what they give and report is the same with an empty one.

import type { Diagnostic, Report } from "./diagnostic.ts";

/** One step of the compiler about one thing. */
export interface MemorableStep<A extends object, T> {
  /** What it is about. Once nothing else holds this object, what was kept about it is gone, too. */
  readonly about: A;
  /** Which step: several may be about one thing. */
  readonly step: string;
  /** All else that the outcome follows from, compared by identity. */
  readonly inputs?: readonly unknown[];
  /** Is an outcome still right though the inputs do not tell? */
  readonly holds?: (outcome: T) => boolean;
  /** Where the findings go, whether they are new or kept. */
  readonly report: Report;
}

export interface Memory {
  /** The outcome of a step: kept where nothing that it follows from has changed, and computed where something has. */
  recall<A extends object, T>(step: MemorableStep<A, T>, compute: (report: Report, about: A) => T): T;
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly outcome: unknown;
  readonly found: readonly Diagnostic[];
}

const nothing: readonly never[] = [];

/** A memory that holds nothing yet. */
export function createMemory(): Memory {
  const steps = new Map<string, WeakMap<object, Kept>>();
  return {
    recall: <A extends object, T>(asked: MemorableStep<A, T>, compute: (report: Report, about: A) => T): T => {
      const { about, step, inputs = nothing, report } = asked;
      const kept = steps.get(step) ?? new WeakMap<object, Kept>();
      steps.set(step, kept);
      const before = kept.get(about);
      if (before !== undefined && isSame(before.inputs, inputs)) {
        const outcome = before.outcome as T; // a step's name stands for one computation
        if (asked.holds?.(outcome) !== false) {
          if (before.found.length > 0) before.found.forEach(report);
          return outcome;
        }
      }
      const found: Diagnostic[] = [];
      const outcome = compute((diagnostic) => found.push(diagnostic), about);
      kept.set(about, { inputs, outcome, found: found.length === 0 ? nothing : found });
      found.forEach(report);
      return outcome;
    },
  };
}

/** Are the two lists made of the same objects? */
function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, i) => one === now[i]);
}
