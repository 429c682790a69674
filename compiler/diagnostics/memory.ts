// What was computed for a program before it changed, with what was found on the way, so that a step whose inputs are the same
// need not be taken again. A memory makes things faster; what they give and report is the same with an empty one.

import type { Diagnostic, Report } from "./diagnostic.ts";

interface Step<T> {
  /** Which step: several may be about one thing. A symbol where nobody else is to know it. */
  readonly step: string | symbol;
  /** All else that the outcome follows from, compared by identity. */
  readonly inputs?: readonly unknown[];
  /** Is an outcome still right though the inputs do not tell? */
  readonly holds?: (outcome: T) => boolean;
  /** Where the findings go, whether they are new or kept. */
  readonly report: Report;
}

/** One step of the compiler about one thing. */
export interface MemorableStep<A extends object, T> extends Step<T> {
  /** What it is about. Once nothing else holds this object, what was kept about it is gone, too. */
  readonly about: A;
}

/** One step of the compiler about each of a list of things. */
export interface RepeatedStep<A extends object, T> extends Step<T> {
  /** What it is about, each once. What is kept is about the latest list that was asked for. */
  readonly each: readonly A[];
}

export interface Memory {
  /** The outcome of a step: kept where nothing that it follows from has changed, and computed where something has. */
  recall<A extends object, T>(step: MemorableStep<A, T>, compute: (report: Report, about: A) => T): T;
  /**
   * The outcomes of a step for a list of things, in its order; the same list as before where no outcome is another. What is kept
   * is found by its place in the list, so that a long list of which one thing changed costs hardly more than the one.
   */
  recallEach<A extends object, T>(step: RepeatedStep<A, T>, compute: (report: Report, about: A) => T): readonly T[];
  /** A list: the one of before where it has the same items, so that what follows from it can be kept by its identity. */
  sameList<T>(step: string | symbol, list: readonly T[]): readonly T[];
}

interface Kept {
  readonly inputs: readonly unknown[];
  readonly outcome: unknown;
  readonly found: readonly Diagnostic[];
}

interface KeptEach {
  readonly inputs: readonly unknown[];
  readonly each: readonly object[];
  readonly outcomes: readonly unknown[];
  readonly found: readonly (readonly Diagnostic[])[];
}

const nothing: readonly never[] = [];

/** A memory that holds nothing yet. */
export function createMemory(): Memory {
  const steps = new Map<string | symbol, WeakMap<object, Kept>>();
  const repeated = new Map<string | symbol, KeptEach>();
  const lists = new Map<string | symbol, readonly unknown[]>();
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
      const { outcome, found } = computeOne(about, compute);
      kept.set(about, { inputs, outcome, found });
      found.forEach(report);
      return outcome;
    },
    recallEach: <A extends object, T>(asked: RepeatedStep<A, T>, compute: (report: Report, about: A) => T) => {
      const { each, step, inputs = nothing, report, holds } = asked;
      const known = repeated.get(step);
      const before = known !== undefined && isSame(known.inputs, inputs) ? known : forgotten;
      if (before.each === each && holds === undefined) {
        reportAll(before.found, report);
        return before.outcomes as readonly T[]; // a step's name stands for one computation
      }
      const placeOf = placesIn(before.each, each);
      const outcomes: T[] = [];
      const found: (readonly Diagnostic[])[] = [];
      let isAsBefore = before.outcomes.length === each.length;
      each.forEach((about, i) => {
        const place = placeOf(about, i);
        const outcome = before.outcomes[place] as T; // the same
        if (place >= 0 && holds?.(outcome) !== false) {
          outcomes.push(outcome);
          found.push(before.found[place] ?? nothing);
        } else {
          const now = computeOne(about, compute);
          outcomes.push(now.outcome);
          found.push(now.found);
        }
        isAsBefore &&= outcomes[i] === before.outcomes[i];
      });
      const kept = isAsBefore ? (before.outcomes as readonly T[]) : outcomes;
      repeated.set(step, { inputs, each, outcomes: kept, found });
      reportAll(found, report);
      return kept;
    },
    sameList: <T>(step: string | symbol, list: readonly T[]): readonly T[] => {
      const before = lists.get(step);
      if (before !== undefined && isSame(before, list)) return before as readonly T[]; // the same items
      lists.set(step, list);
      return list;
    },
  };
}

const forgotten: KeptEach = { inputs: nothing, each: nothing, outcomes: nothing, found: nothing };

function computeOne<A, T>(
  about: A,
  compute: (report: Report, about: A) => T,
): { readonly outcome: T; readonly found: readonly Diagnostic[] } {
  let found: Diagnostic[] | undefined;
  const outcome = compute((diagnostic) => {
    found ??= [];
    found.push(diagnostic);
  }, about);
  return { outcome, found: found ?? nothing };
}

/**
 * Where the things of a list were in the one before, or -1. Mostly all are where they were, from the beginning or from the end, but
 * for a few between; only among those is anything looked for.
 */
function placesIn(before: readonly object[], now: readonly object[]): (about: object, i: number) => number {
  const shift = before.length - now.length;
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = now.length;
  while (end > start && end + shift > start && before[end + shift - 1] === now[end - 1]) end--;
  let moved: Map<object | undefined, number> | undefined;
  return (about, i) => {
    if (i < start) return i;
    if (i >= end) return i + shift;
    if (before[i] === about) return i;
    if (moved === undefined) {
      moved = new Map();
      for (let place = start; place < end + shift; place++) moved.set(before[place], place);
    }
    return moved.get(about) ?? -1;
  };
}

function reportAll(found: readonly (readonly Diagnostic[])[], report: Report): void {
  for (const ofOne of found) if (ofOne.length > 0) ofOne.forEach(report);
}

/** Are the two lists made of the same objects? */
function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before === now || (before.length === now.length && before.every((one, i) => one === now[i]));
}
