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

/**
 * Does the terminal show links (OSC 8)? Those do that say so of themselves; others would print what they don't know. FORCE_HYPERLINK decides where it is
 * set. Source: the list of terminals at github.com/Alhadis/OSC8-Adoption, looked through 2026-11.
 */
export function showsLinks({ env, isTTY }: Io, stream: "stdout" | "stderr"): boolean {
  const forced = env["FORCE_HYPERLINK"];
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (!isTTY[stream] || env["TERM"] === "dumb" || env["CI"] !== undefined) return false;
  if (Number(env["VTE_VERSION"] ?? 0) >= 5000) return true;
  if (
    ["WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "DOMTERM"].some(
      (name) => env[name] !== undefined,
    )
  )
    return true;
  if (/^(?:xterm-kitty|alacritty|foot|xterm-ghostty)/.test(env["TERM"] ?? "")) return true;
  return ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal"].includes(
    env["TERM_PROGRAM"] ?? "",
  );
}
