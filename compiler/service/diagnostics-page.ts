// docs/diagnostics.md: every code on one page, each with an anchor that messages can link to.

import type { DiagnosticPage } from "../diagnostics/diagnostic.ts";

/** Where the page is read: the anchor of a code is the code with `-` for `/`. */
export function diagnosticAnchor(code: string): string {
  return code.replace("/", "-");
}

/** The page, as Markdown. `pages` are in order of code. */
export function diagnosticsPage(pages: readonly DiagnosticPage[]): string {
  const areas = [...new Set(pages.map(({ code }) => areaOf(code)))];
  const sections = areas.flatMap((area) => [
    `## ${area}`,
    ...pages.filter(({ code }) => areaOf(code) === area).map(entry),
  ]);
  return `${[HEAD, contents(areas, pages), ...sections].join("\n\n")}\n`;
}

const HEAD = `# Diagnostics

Every message of hubc has a code. This page is made from the compiler's own catalogue by \`npm run generate\`; \`hubc explain CODE\` prints
an entry of it in the terminal. The severity of a code can be set for a project in \`project { lint { … } }\`, and one occurrence can be
allowed with \`# hubc: allow CODE because "…"\` on the line above.`;

function areaOf(code: string): string {
  return code.slice(0, code.indexOf("/"));
}

function contents(areas: readonly string[], pages: readonly DiagnosticPage[]): string {
  const row = (area: string) => {
    const links = pages
      .filter(({ code }) => areaOf(code) === area)
      .map(({ code }) => `[${code.slice(area.length + 1)}](#${diagnosticAnchor(code)})`);
    return `| ${area} | ${links.join(" · ")} |`;
  };
  return ["| area | codes |", "| --- | --- |", ...areas.map(row)].join("\n");
}

function entry({ code, severity, title, why, wrong, right, language }: DiagnosticPage): string {
  const example = (text: string) => `\`\`\`${language}\n${text.trim()}\n\`\`\``;
  const heading = `<a id="${diagnosticAnchor(code)}"></a>\n\n### \`${code}\``;
  const body = [`**${title}.** *(${severity})*`, why, "Wrong:", example(wrong), "Right:", example(right)];
  return [heading, ...body].join("\n\n");
}
