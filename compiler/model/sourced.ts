// A value that knows where it came from.

import type { Span } from "../text/span.ts";

/** One step on a value's way: a declaration set, added to or removed from it, or a default stood in. */
export interface Step {
  readonly how: "set" | "added" | "removed" | "default" | "derived";
  /** The declaration or block that took the step, as people write it: `image data8`, `stage staging of hub datahub`. */
  readonly by: string;
  readonly span: Span;
}

/** A value, the place that decided it, and every step on its way, the first first. */
export interface Sourced<T> {
  readonly value: T;
  readonly span: Span;
  readonly steps: readonly Step[];
}

/** A value that the compiler worked out from something written at `span`. */
export function derived<T>(value: T, span: Span, by: string): Sourced<T> {
  return { value, span, steps: [{ how: "derived", by, span }] };
}

/** Another value from the same source. */
export function mapSourced<T, U>(sourced: Sourced<T>, change: (value: T) => U): Sourced<U> {
  return { ...sourced, value: change(sourced.value) };
}
