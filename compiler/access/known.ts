// A fact of a person's server: a value with its place, or the reason why only the hub knows it.

import type { Sourced } from "../model/sourced.ts";
import type { Span } from "../text/span.ts";

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
