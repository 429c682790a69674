// Fixes that take out settings which have no effect.

import type { Fix, TextEdit } from "../diagnostics/diagnostic.ts";
import type { Sourced } from "../model/sourced.ts";
import { andList } from "../text/and-list.ts";

/** A setting as it is written. */
export interface SaidSetting {
  readonly key: string;
  readonly value: Sourced<unknown>;
}

/** None where a value does not stand behind its key, as one that is an item of a list. */
export function allTakenOut(settings: readonly SaidSetting[]): readonly Fix[] {
  const edits = settings.flatMap((one) => takingOut(one) ?? []);
  if (edits.length < settings.length) return [];
  const title = `Take ${andList(settings.map(({ key }) => `\`${key}\``))} out`;
  return [{ title, edits, applies: "when-chosen" }];
}

function takingOut({ key, value: { span } }: SaidSetting): TextEdit | undefined {
  const { text } = span.file;
  const [written] = new RegExp(`(?<![\\w-])${key}[ \\t]*=[ \\t]*$`).exec(text.slice(0, span.start)) ?? [];
  if (written === undefined) return undefined;
  const start = span.start - written.length;
  const [before = ""] = /[ \t]*$/.exec(text.slice(0, start)) ?? [];
  const [after = ""] = /^[ \t]*(?:\r?\n)?/.exec(text.slice(span.end)) ?? [];
  const hasLine = after.endsWith("\n") && /(?:^|\n)$/.test(text.slice(0, start - before.length));
  const end = span.end + (hasLine ? after : after.replace(/\r?\n$/, "")).length;
  return { span: { file: span.file, start: hasLine ? start - before.length : start, end }, text: "" };
}
