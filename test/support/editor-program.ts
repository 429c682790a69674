// A program with a cursor in it, for tests of what an editor asks: `|` in a text is the cursor, which is taken out.

import { check } from "../../compiler/check.ts";
import type { TextEdit } from "../../compiler/diagnostics/diagnostic.ts";
import type { Examined } from "../../compiler/examine.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { createSourceFile, type SourceFile } from "../../compiler/text/source-file.ts";

export interface AtCursor {
  readonly known: Examined;
  readonly file: SourceFile;
  readonly offset: number;
}

/** The first text with its cursor, and the program of it and of the other texts, which are `1.hub`, `2.hub` and so on. */
export function atCursor(marked: string, ...others: readonly string[]): AtCursor {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error(`there is no cursor in ${marked}`);
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const known = programFrom([text, ...others]);
  const file = known.sources.files[0];
  if (file === undefined) throw new Error("a program has a file");
  return { known, file, offset };
}

/** What is known on 2026-10-05 of the program of these texts, as `0.hub` and so on. */
export function programFrom(texts: readonly string[], assets: ReadonlyMap<string, string> = new Map()): Examined {
  const on = checkedDate("2026-10-05");
  if (on === undefined) throw new Error("that is a day");
  const files = texts.map((text, i) => createSourceFile(`${i}.hub`, text));
  return check({ files, assets }, { on });
}

/** The text of a file with those of the edits that are in it. */
export function edited(file: SourceFile, edits: readonly TextEdit[]): string {
  const own = edits.filter(({ span }) => span.file.path === file.path).sort((a, b) => b.span.start - a.span.start);
  return own.reduce((text, { span, text: next }) => text.slice(0, span.start) + next + text.slice(span.end), file.text);
}
