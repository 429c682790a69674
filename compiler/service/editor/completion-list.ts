// Building a list of completions: each entry in its place in the order, all of one cursor replacing the same stretch.

import type { Completion, CompletionKind } from "./completion.ts";
import type { Typed } from "./cursor.ts";
import { withoutFields } from "./snippet.ts";

/** An entry before it knows its place. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
  readonly doc?: string | undefined;
  /** The label, where absent. */
  readonly insert?: string;
  readonly snippet?: string | undefined;
}

/** Entries in the order of `offers`; `group` comes before those of later groups. */
export function completionsOf(offers: readonly Offer[], { start, end }: Typed, group: number): readonly Completion[] {
  return offers.map((offer, i) => {
    const { label, kind, detail, doc, snippet } = offer;
    const insert = offer.insert ?? (snippet === undefined ? label : withoutFields(snippet));
    return {
      label,
      kind,
      insert,
      replace: { start, end },
      sort: `${group}${String(i).padStart(4, "0")}`,
      ...(detail === undefined ? {} : { detail }),
      ...(doc === undefined ? {} : { doc }),
      ...(snippet === undefined ? {} : { snippet }),
    };
  });
}

/** Of several with one label, the first. */
export function withoutRepeats<T extends Pick<Offer, "label">>(offers: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label));
}
