// A fix that takes a setting out, for those that have no effect.

import { type Fix, offerFix } from "../diagnostics/diagnostic.ts";
import type { Sourced } from "../model/sourced.ts";

/** Nothing where the value does not stand behind its key, as one that is handed down by a constant. */
export function takenOut(key: string, { span }: Pick<Sourced<unknown>, "span">): readonly Fix[] {
  const { text } = span.file;
  const [written] = new RegExp(`(?<![\\w-])${key}[ \\t]*=[ \\t]*$`).exec(text.slice(0, span.start)) ?? [];
  if (written === undefined) return [];
  const start = span.start - written.length;
  const [before = ""] = /[ \t]*$/.exec(text.slice(0, start)) ?? [];
  const [after = ""] = /^[ \t]*(?:\r?\n)?/.exec(text.slice(span.end)) ?? [];
  const hasLine = after.endsWith("\n") && /(?:^|\n)$/.test(text.slice(0, start - before.length));
  const end = span.end + (hasLine ? after : after.replace(/\r?\n$/, "")).length;
  const place = { file: span.file, start: hasLine ? start - before.length : start, end };
  return [offerFix(`Take \`${key}\` out`, place, "")];
}
