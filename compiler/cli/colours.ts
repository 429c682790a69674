// Whether a stream gets colours: by the conventions NO_COLOR (no-color.org) and FORCE_COLOR, else where a terminal shows it.

import { ansiPalette, type Palette, plainPalette } from "../diagnostics/palette.ts";
import type { Io } from "./io.ts";

/** The palette for what is written to `stream`. */
export function paletteFor(io: Io, stream: "stdout" | "stderr"): Palette {
  return wantsColour(io, stream) ? ansiPalette : plainPalette;
}

/** Does it get colours? */
export function wantsColour({ env, isTTY }: Io, stream: "stdout" | "stderr"): boolean {
  if (isSet(env["NO_COLOR"])) return false;
  if (isSet(env["FORCE_COLOR"])) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  return isTTY[stream] && env["TERM"] !== "dumb";
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
