// What the program says of a person: yes, no, or that only the hub knows, with the reason and the places that decided it.

import type { Sourced } from "../model/sourced.ts";
import type { Span } from "../text/span.ts";

export interface Answer {
  readonly holds: boolean | "unknown";
  /** Why, as a clause: `every address of berkeley.edu may`. */
  readonly because: string;
  /** What decided it. */
  readonly places: readonly Span[];
}

export function yes(because: string, ...places: readonly Span[]): Answer {
  return { holds: true, because, places };
}

export function no(because: string, ...places: readonly Span[]): Answer {
  return { holds: false, because, places };
}

export function onlyTheHubKnows(because: string, ...places: readonly Span[]): Answer {
  return { holds: "unknown", because, places };
}

/** The first that holds, else the first that only the hub knows, else the last. */
export function anyOf(answers: readonly Answer[], otherwise: Answer): Answer {
  return answers.find(({ holds }) => holds === true) ?? answers.find(({ holds }) => holds === "unknown") ?? otherwise;
}

/** Why only the hub knows a fact of a person's server. */
export interface NotKnown {
  /** A clause: `the hub's own values decide it`. */
  readonly notKnown: string;
  readonly span: Span;
}

export type Known<T> = Sourced<T> | NotKnown;

export function isKnown<T>(fact: Known<T>): fact is Sourced<T> {
  return !("notKnown" in fact);
}

/** All that is known of several things; `open` says why there may be more. */
export interface Several<T> {
  readonly items: readonly T[];
  readonly open: NotKnown | undefined;
}
