// What may be written at a place, as an editor offers it.

import type { Examined } from "../../examine.ts";
import type { Range } from "../../syntax/tree.ts";
import type { Typed } from "./cursor.ts";
import type { ProgramNames } from "./program-names.ts";
import { withoutFields } from "./snippet.ts";

/** What a completion is, for its icon and its order. */
export type CompletionKind =
  | "kind"
  | "keyword"
  | "variant"
  | "setting"
  | "block"
  | "choice"
  | "declaration"
  | "constant"
  | "package"
  | "unit"
  | "value"
  | "text"
  | "function"
  | "code";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label: a type, a version, a title. */
  readonly detail?: string;
  /** What it means, in Markdown. */
  readonly doc?: string;
  /** What takes the place of `replace`. */
  readonly insert: string;
  /** The same with places to fill in, `${1:text}`, `$0`: for editors that know them. Indented by two blanks a level, from 0. */
  readonly snippet?: string;
  /** The stretch of the text that it replaces; it holds the cursor. */
  readonly replace: Range;
  /** Completions are offered in the order of these. */
  readonly sort: string;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** There are more that begin so: ask again when more is typed. */
  readonly incomplete: boolean;
}

/** What completions are looked up in beside the place of the cursor. */
export interface Lookup {
  readonly known: Examined;
  readonly names: ProgramNames;
}

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
