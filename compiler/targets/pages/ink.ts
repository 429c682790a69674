// How words get onto a page. In Markdown they are escaped here, since a template's `{{name}}` puts them in as they are; in HTML the template's
// own escaping does it. So one view serves both, and no template can forget to escape.

import { markdownCell, markdownCellCode, markdownTarget } from "../../output/markdown.ts";

export type PageFormat = "md" | "html";

export interface Ink {
  /** Somebody's words, on one line; in Markdown also fit for a table. */
  text(words: string): string;
  /** A name that is typed exactly so; in Markdown with its backticks. */
  code(name: string): string;
  /** Where a link leads. */
  url(target: string): string;
}

/** The ink of a format. */
export function inkOf(format: PageFormat): Ink {
  return format === "md"
    ? { text: markdownCell, code: markdownCellCode, url: (target) => markdownTarget(target).replaceAll("|", "%7C") }
    : { text: oneLine, code: oneLine, url: markdownTarget };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
