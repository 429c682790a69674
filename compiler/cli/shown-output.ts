// The one way out of the command line. Whatever a command prints is read by more people than the program, in terminals and in logs: what
// looks like a secret is masked there, and a character that nobody sees, or that acts on a terminal, is printed by its code.

import { isPaint } from "../diagnostics/palette.ts";
import { maskLookalikes } from "../diagnostics/secret-mask.ts";
import { codeEscape, jsonEscape, unseenCharacters } from "../text/unseen-characters.ts";
import { showsLinks, wantsColour } from "./colours.ts";
import type { Io } from "./io.ts";

/** How the standard output is read: by people, by readers of JSON, as a patch, or, unchanged, by whoever sent the text through. */
export type Reader = "people" | "json" | "patch" | "sender";

/** The same outside, behind the mask and the codes. Errors and summaries are always for people. */
export function shownOutput(io: Io, reader: Reader): Io {
  return {
    ...io,
    stdout: (text) => {
      if (reader === "sender" && !io.isTTY.stdout) io.stdout(text);
      else io.stdout(shown(text, reader, isStyled(io, "stdout")));
    },
    stderr: (text) => io.stderr(shown(text, "people", isStyled(io, "stderr"))),
  };
}

/** `painted`: the text may hold the palette's own colours and links. */
function shown(text: string, reader: Reader, painted: boolean): string {
  const escaped = reader === "json" ? jsonEscape : codeEscape;
  const masked = maskLookalikes(text);
  let result = "";
  let at = 0;
  for (const { start, end, code } of unseenCharacters(masked, "prose")) {
    if (painted && isPaint(masked, start)) continue;
    if (reader === "patch" && isByteOrderMark(masked, start)) continue;
    result += masked.slice(at, start) + escaped(code);
    at = end;
  }
  return result + masked.slice(at);
}

/** The mark that a file begins with: `git apply` takes a patch of the first lines only with it. Elsewhere it is a character as any other. */
function isByteOrderMark(patch: string, at: number): boolean {
  return /\n[ +-]\ufeff$/.test(patch.slice(Math.max(0, at - 2), at + 1));
}

/** May it hold codes of colours, or of links? */
function isStyled(io: Io, stream: "stdout" | "stderr"): boolean {
  return wantsColour(io, stream) || showsLinks(io, stream);
}
