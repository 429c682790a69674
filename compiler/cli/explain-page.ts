// The page of a diagnostic as a terminal shows it.

import type { DiagnosticPage } from "../diagnostics/diagnostic.ts";
import type { Palette } from "../diagnostics/palette.ts";

/** Code and title, why, a wrong program, the same program right. */
export function explainPage(page: DiagnosticPage, palette: Palette): string {
  return [
    `${palette[page.severity](`${page.severity}[${page.code}]`)}${palette.strong(`: ${page.title}`)}`,
    "",
    ...wrapped(page.why),
    "",
    "Wrong:",
    "",
    ...program(page.wrong),
    "",
    "Right:",
    "",
    ...program(page.right),
    "",
  ].join("\n");
}

/** Every code with its title, in the order of the codes. */
export function explainIndex(pages: readonly DiagnosticPage[]): string {
  const width = Math.max(0, ...pages.map(({ code }) => code.length));
  const rows = [...pages].sort((a, b) => (a.code < b.code ? -1 : 1));
  return rows.map(({ code, title }) => `${code.padEnd(width)}  ${title}\n`).join("");
}

function program(text: string): readonly string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd());
}

const WIDTH = 92;

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
