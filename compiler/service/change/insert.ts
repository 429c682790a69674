// Putting lines into a body so that what stands around them, comments too, stays as it is.

import { format } from "../../format/format.ts";
import { createSourceFile, type SourceFile } from "../../text/source-file.ts";
import type { Holder } from "./find-place.ts";

/** A replacement in one file. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after the edit, laid out as hubc fmt does it where the file was so before. */
export function edited(file: SourceFile, { start, end, text }: Edit): string {
  const changed = file.text.slice(0, start) + text + file.text.slice(end);
  return format(file).changed ? changed : format(createSourceFile(file.path, changed)).text;
}

/** The lines, put behind the last setting of the body that is one, else at its beginning. */
export function intoBody(file: SourceFile, holder: Holder, lines: string, after: "settings" | "everything"): Edit {
  const items = after === "everything" ? holder.body : holder.body.filter(({ kind }) => kind === "setting");
  const last = items.at(-1);
  const open = file.text.indexOf("{", holder.header.end);
  if (last === undefined) {
    const isEmpty = file.text.slice(open + 1, holder.end - 1).trim() === "";
    return isEmpty
      ? {
          start: open + 1,
          end: holder.end - 1,
          text: `\n${indent(file, holder.start)}  ${lines}\n${indent(file, holder.start)}`,
        }
      : atBeginning(file, holder, { open, lines });
  }
  const isOneLine = !file.text.slice(open, holder.end).includes("\n");
  if (isOneLine && after === "settings") return { start: last.end, end: last.end, text: `  ${lines}` };
  const endOfLine = file.text.indexOf("\n", last.end);
  const end = isOneLine || endOfLine < 0 || endOfLine >= holder.end ? last.end : endOfLine;
  return { start: end, end, text: `\n${indent(file, last.start)}${lines}` };
}

/** Behind the brace and a comment that stands with it; what else stands there goes to a line of its own. */
function atBeginning(
  file: SourceFile,
  holder: Holder,
  { open, lines }: { readonly open: number; readonly lines: string },
): Edit {
  const own = indent(file, holder.start);
  const end = file.text.indexOf("\n", open);
  const rest = file.text.slice(open + 1, end < 0 ? undefined : end).trim();
  const text = `\n${own}  ${lines}`;
  if (rest === "" || rest.startsWith("#")) return { start: end, end, text };
  return { start: open + 1, end: open + 1, text: `${text}\n${own} ` };
}

/** The blanks before what stands at `offset`, where it is the first of its line. */
function indent({ text }: SourceFile, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^\s*/.exec(line)?.[0] ?? "";
}
