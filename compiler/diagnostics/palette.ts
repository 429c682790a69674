// Colours of rendered messages as plain functions, so that the renderer knows nothing of terminals.

import type { Severity } from "./diagnostic.ts";

/** Wraps a text in the colour of its role. */
export type Paint = (text: string) => string;

export interface Palette extends Readonly<Record<Severity, Paint>> {
  /** Line numbers, bars and arrows. */
  readonly frame: Paint;
  /** Labels of other places. */
  readonly related: Paint;
  readonly fix: Paint;
  readonly strong: Paint;
}

/** No colours. */
export const plainPalette: Palette = palette((text) => text);

/** The eight standard colours of terminals, which people's themes map to legible ones. */
export const ansiPalette: Palette = {
  error: sgr("1;31"),
  warning: sgr("1;33"),
  info: sgr("1;36"),
  frame: sgr("34"),
  related: sgr("36"),
  fix: sgr("32"),
  strong: sgr("1"),
};

function palette(paint: Paint): Palette {
  return { error: paint, warning: paint, info: paint, frame: paint, related: paint, fix: paint, strong: paint };
}

function sgr(parameters: string): Paint {
  return (text) => (text === "" ? "" : `\u001B[${parameters}m${text}\u001B[0m`);
}
