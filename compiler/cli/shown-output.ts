// The one way out of the command line. Whatever a command prints is read by more people than the program, in terminals and in logs: what
// looks like a secret is masked there, and a character that nobody sees, or that acts on a terminal, is printed by its code.

import { isPaint } from "../diagnostics/palette.ts";
import { maskLookalikes } from "../diagnostics/secret-mask.ts";
import { codeEscape, jsonEscape, unseenCharacters } from "../text/unseen-characters.ts";
import { showsLinks, wantsColour } from "./colours.ts";
import type { Io } from "./io.ts";

/** How the standard output is read: by people, by readers of JSON, or, unchanged, by whoever sent the text through. */
export type Reader = "people" | "json" | "sender";

/** The same outside, behind the mask and the codes. Errors and summaries are always for people. */
export function shownOutput(io: Io, reader: Reader): Io {
  return {
    ...io,
    stdout: (text) => {
      if (reader === "sender" && !io.isTTY.stdout) io.stdout(text);
      else io.stdout(shown(text, reader === "json" ? jsonEscape : codeEscape, isStyled(io, "stdout")));
    },
    stderr: (text) => io.stderr(shown(text, codeEscape, isStyled(io, "stderr"))),
  };
}

/** `painted`: the text may hold the palette's own colours and links. */
function shown(text: string, escaped: (code: number) => string, painted: boolean): string {
  const masked = maskLookalikes(text);
  let result = "";
  let at = 0;
  for (const { start, end, code } of unseenCharacters(masked, "prose")) {
    if (painted && isPaint(masked, start)) continue;
    result += masked.slice(at, start) + escaped(code);
    at = end;
  }
  return result + masked.slice(at);
}

/** May it hold codes of colours, or of links? */
function isStyled(io: Io, stream: "stdout" | "stderr"): boolean {
  return wantsColour(io, stream) || showsLinks(io, stream);
}
