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

// The eight standard colours of terminals, which people's themes map to legible ones.
const colours = {
  error: "1;31",
  warning: "1;33",
  info: "1;36",
  frame: "34",
  related: "36",
  fix: "32",
  strong: "1",
} as const;

/** In colour. */
export const ansiPalette: Palette = {
  error: sgr(colours.error),
  warning: sgr(colours.warning),
  info: sgr(colours.info),
  frame: sgr(colours.frame),
  related: sgr(colours.related),
  fix: sgr(colours.fix),
  strong: sgr(colours.strong),
};

/** A text that leads to an address where the reader clicks it: the escape sequence OSC 8 of terminals. */
export function linked(text: string, address: string): string {
  return `${LINK}${address}${END}${text}${LINK}${END}`;
}

const LINK = "\u001B]8;;";
const END = "\u001B\\";

const codes = new RegExp(
  `\\u001B\\[(?:${[...Object.values(colours), "0"].join("|")})m|\\u001B\\]8;;(?:(?:https?|file):[!-~]*)?\\u001B\\\\|\\u001B\\\\`,
  "y",
);

/** Does a code of the coloured palette, or one of a link, begin at that offset? */
export function isPaint(text: string, at: number): boolean {
  codes.lastIndex = at;
  return codes.test(text);
}

function palette(paint: Paint): Palette {
  return { error: paint, warning: paint, info: paint, frame: paint, related: paint, fix: paint, strong: paint };
}

function sgr(parameters: string): Paint {
  return (text) => (text === "" ? "" : `\u001B[${parameters}m${text}\u001B[0m`);
}
