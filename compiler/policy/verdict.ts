// What a condition says of one declaration, and which setting decided it: that is where a broken policy is shown.

import { unknown } from "../schema/value-type.ts";
import type { Span } from "../text/span.ts";
import { comparedAs, type Found } from "./meaning.ts";
import type { Operand, Scope } from "./operand.ts";

/** What a condition says of a declaration, and the settings that decided it: of several that each decide it, the first; of several that only together do, all. */
export interface Verdict {
  readonly holds: boolean | "unknown";
  readonly causes: readonly Cause[];
}

export interface Cause {
  readonly span: Span;
  /** A clause: "`memory.to` is `16GiB`". */
  readonly words: string;
}

export type Judge = (scope: Scope) => Verdict;

export const notKnown: Verdict = { holds: "unknown", causes: [] };

/** Asks `holds` of what was found; nothing set makes it false, nothing known makes it unknown. */
export function judged(operand: Operand, found: Found, holds: (value: unknown) => boolean): Verdict {
  if (found.kind === "unknown") return notKnown;
  const causes = [causeOf(operand, found)];
  return { holds: found.kind !== "unset" && holds(plainValue(found)), causes };
}

export function causeOf(operand: Operand, found: Found): Cause {
  return { span: spanOf(found), words: `\`${operand.written}\` ${said(operand, found)}` };
}

function spanOf(found: Exclude<Found, { kind: "unknown" }> | Found): Span {
  if (found.kind === "block") return found.block.span;
  if (found.kind === "unknown") throw new Error("invariant: what is not known decides nothing");
  return found.span;
}

function said(operand: Operand, found: Found): string {
  if (found.kind === "unset") return "is not set";
  const type = comparedAs(operand.meaning);
  if (found.kind === "items" || type === undefined) return listItems(found).length === 0 ? "holds nothing" : "is so";
  const printed = type.print(plainValue(found)).replace(/\s+/g, " ");
  return `is \`${printed.length > 60 ? `${printed.slice(0, 60)}…` : printed}\``;
}

/** The value; for a block with a variant, the variant. */
export function plainValue(found: Found): unknown {
  if (found.kind === "value") return found.value;
  return found.kind === "block" ? found.block.variant : undefined;
}

/** The items of a list, or the values of a block of free names. */
export function listItems(found: Found): readonly Found[] {
  if (found.kind === "items") return found.items;
  if (found.kind === "block") {
    return [...found.block.settings.values()].map(
      (one): Found =>
        one === unknown ? { kind: "unknown" } : { kind: "value", value: one.value, span: one.span, isDefault: false },
    );
  }
  if (found.kind !== "value" || !Array.isArray(found.value)) return [];
  const items = found.value as readonly { readonly value: unknown; readonly file: Span["file"] }[]; // lists hold items
  return items.map((one) => {
    const { start, end } = one as unknown as Span; // an item has its place
    return { kind: "value", value: one.value, span: { file: one.file, start, end }, isDefault: false };
  });
}
