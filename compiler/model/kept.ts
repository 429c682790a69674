// What is known of declarations that did not change, for a program that is checked again after an edit: what each says beside its parent,
// and the part of the model that follows from it and the date. Both follow from the declaration's tree and from what surrounds it alone.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { type Surrounding, type Surroundings, surroundAlike } from "../names/surroundings.ts";
import type { DeclarationNode } from "../syntax/tree.ts";
import type { Day } from "../text/calendar.ts";
import type { Block } from "./block.ts";

/** What was worked out, with what was wrong. */
export interface Outcome<T> {
  readonly value: T;
  readonly found: readonly Diagnostic[];
}

/** Works something out, and holds what is reported meanwhile. */
export function outcomeOf<T>(work: (report: Report) => T): Outcome<T> {
  const found: Diagnostic[] = [];
  const value = work((diagnostic) => found.push(diagnostic));
  return { value, found };
}

/** A declaration merged onto its parent, of which nothing is known where it has an error. */
export interface Merged extends Outcome<Block | undefined> {
  /** What it was merged onto; `unknown` where the parent has an error. */
  readonly parent: Block | "unknown" | undefined;
  /** What values of the chart were checked by. */
  readonly chart: Chart;
  /** The constants that it asked for. */
  readonly constants: ReadonlyMap<string, Constant>;
}

type Constant = ReturnType<Surroundings["constant"]>;

/** Surroundings that note which constants are asked for. */
export function notingConstants(surroundings: Surroundings): {
  readonly noting: Surroundings;
  readonly constants: ReadonlyMap<string, Constant>;
} {
  const constants = new Map<string, Constant>();
  const constant = (name: string) => {
    const answer = surroundings.constant(name);
    constants.set(name, answer);
    return answer;
  };
  return { noting: { ...surroundings, constant }, constants };
}

/** Are the constants that a declaration asked for the same, with their places? */
export function isAsBefore({ constants }: Merged, surroundings: Surroundings): boolean {
  for (const [name, answer] of constants) if (surroundings.constant(name) !== answer) return false;
  return true;
}

/** What holds for as long as the declaration, or the block, does. */
export interface Known {
  /** What each declaration says beside its parent. */
  readonly merged: WeakMap<DeclarationNode, Merged>;
  /** The part of the model that follows from each block, on one day. */
  readonly parts: WeakMap<Block, Outcome<unknown>>;
  /** What follows from one part of the model alone, on any day. */
  readonly ofPart: OfPart;
}

/** What follows from one part of the model alone: worked out once for as long as the part is there. */
export type OfPart = <Part extends object, T>(work: (part: Part, ofPart: OfPart) => T, part: Part) => T;

function keepOfParts(): OfPart {
  const known = new WeakMap<object, Map<unknown, unknown>>();
  const ofPart: OfPart = <Part extends object, T>(work: (part: Part, ofPart: OfPart) => T, part: Part): T => {
    const works = known.get(part) ?? new Map<unknown, unknown>();
    known.set(part, works);
    if (!works.has(work)) works.set(work, work(part, ofPart));
    return works.get(work) as T; // what the same work came to
  };
  return ofPart;
}

/** What is known where a program is checked once. */
export function nothingKnown(): Known {
  return { merged: new WeakMap(), parts: new WeakMap(), ofPart: keepOfParts() };
}

/** What is known of a program with these files and on this day. */
export type KnownIn = (surrounding: Surrounding, on: Day) => Known;

/** Keeps what is known from one check to the next, as long as that surrounds all declarations with the same. */
export function keepKnown(): KnownIn {
  let before: { readonly surrounding: Surrounding; readonly on: Day } | undefined;
  let known = nothingKnown();
  return (surrounding, on) => {
    if (before === undefined || !surroundAlike(before.surrounding, surrounding)) known = nothingKnown();
    else if (before.on !== on) known = { ...known, parts: new WeakMap() };
    before = { surrounding, on };
    return known;
  };
}
