// What stands around every page for a browser, so that all have one look: its head with the style, where it leads, and its foot. Nothing in it is
// fetched from elsewhere.

import type { Span } from "../text/span.ts";
import type { OutputLine } from "./output-file.ts";
import renderFrame from "./page-frame.html.hbs";

export interface PageFrame {
  /** For the browser's title, as text. */
  readonly title: string;
  /** The other pages beside it. */
  readonly nav: readonly { readonly title: string; readonly url: string; readonly current: boolean }[];
  /** The only one that runs on the page; none where absent. */
  readonly script?: PageScript | undefined;
}

/** A script of our own, and its digest as a page's policy names it. */
export interface PageScript {
  readonly text: string;
  readonly digest: string;
}

/** What stands below every page that a build writes. */
const foot = "Made by hubc from the project's .hub files; edit those, not this page.";

/** A page around this HTML. */
export function framed({ title, nav, script }: PageFrame, content: string): OutputLine[] {
  return linesOf(renderFrame({ title, nav, script, content, foot }));
}

/** A page around lines of HTML, which keep where they come from. */
export function framedLines(frame: PageFrame, lines: readonly OutputLine[], origin: Span | undefined): OutputLine[] {
  const around = framed(frame, PLACE).map((line) => ({ ...line, origin }));
  const at = around.findIndex(({ text }) => text === PLACE);
  return [...around.slice(0, at), ...lines, ...around.slice(at + 1)];
}

/** No title holds it: titles are escaped. */
const PLACE = "<here>";

/** Without blanks at the ends of lines, and with one empty line where templates leave several. */
export function linesOf(text: string): OutputLine[] {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
  const kept = lines.filter((line, i) => line !== "" || (i > 0 && lines[i - 1] !== ""));
  while (kept.at(-1) === "") kept.pop();
  return kept.map((line) => ({ text: line }));
}
