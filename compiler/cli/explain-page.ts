// The page of a diagnostic as a terminal shows it.

import type { DiagnosticPage } from "../diagnostics/diagnostic.ts";
import type { Palette } from "../diagnostics/palette.ts";
import { differingLines } from "../service/differing-lines.ts";

/** Code and title, why, the lines in which a wrong and a right program differ. */
export function explainPage(page: DiagnosticPage, palette: Palette): string {
  const { wrong, right } = differingLines(page);
  return [
    `${palette[page.severity](`${page.severity}[${page.code}]`)}${palette.strong(`: ${page.title}`)}`,
    "",
    ...wrapped(page.why),
    "",
    "Wrong:",
    "",
    ...indented(wrong),
    "",
    "Right:",
    "",
    ...indented(right),
    "",
  ].join("\n");
}

/** Every code with its title, in the order of the codes. */
export function explainIndex(pages: readonly DiagnosticPage[]): string {
  const width = Math.max(0, ...pages.map(({ code }) => code.length));
  const rows = [...pages].sort((a, b) => (a.code < b.code ? -1 : 1));
  return rows.map(({ code, title }) => `${code.padEnd(width)}  ${title}\n`).join("");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`.trimEnd());
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
