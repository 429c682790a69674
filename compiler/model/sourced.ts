// A value that knows where it came from.

import type { Span } from "../text/span.ts";

/** One step by which a value came about: a declaration set, added to or removed from it, or a default stood in. */
export interface Step {
  readonly how: "set" | "added" | "removed" | "default" | "derived";
  /** The declaration or block that took the step, as people write it: `image data8`, `stage staging of hub datahub`. */
  readonly by: string;
  readonly span: Span;
}

/** A value, the place that decided it, and the steps before: it is itself the last one. */
export interface Sourced<T> extends Step {
  readonly value: T;
  /** The steps before, in order. Most values have none. */
  readonly earlier: readonly Step[];
}

export const noSteps: readonly Step[] = [];

/** Every step by which a value came about, in order. */
export function stepsOf({ how, by, span, earlier }: Sourced<unknown>): readonly Step[] {
  return earlier.concat({ how, by, span });
}

/** A value that the compiler worked out from something written at `span`. */
export function derived<T>(value: T, span: Span, by: string): Sourced<T> {
  return { value, span, how: "derived", by, earlier: noSteps };
}

/** Another value from the same source. */
export function mapSourced<T, U>({ value, span, how, by, earlier }: Sourced<T>, change: (value: T) => U): Sourced<U> {
  return { value: change(value), span, how, by, earlier };
}
