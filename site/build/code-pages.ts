// A page for each message, from the catalogue.

import type { DiagnosticPage } from "../../compiler/diagnostics/diagnostic.ts";
import { codeBlock } from "./highlight.ts";
import { escaped, type Page, proseHtml } from "./html.ts";

const severities = {
  error: "An error: nothing is built.",
  warning: "A warning: the build goes on.",
  info: "A hint.",
} as const;

export function codePages(catalogue: readonly DiagnosticPage[]): readonly Page[] {
  const pages = [...catalogue].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [index(pages), ...pages.map(codePage)];
}

function codePage({ code, severity, title, why, wrong, right, language }: DiagnosticPage): Page {
  const settings =
    language === "hub"
      ? `<p>One place can be allowed with <code># hubc: allow ${code} because "…"</code> on the line above. <code>project { lint { … } }</code> sets the severity for a whole project.</p>`
      : `<p>One place can be allowed with <code># hubc: allow ${code} because "…"</code> on the line above.</p>`;
  return {
    path: `codes/${code}.html`,
    title: code,
    about: title,
    body: `<p class="trail"><a href="../index.html">Messages</a></p>
<h1><code>${code}</code></h1>
<p class="lead">${proseHtml(title)}. <span class="tag ${severity}">${severity}</span></p>
<p>${severities[severity]}</p>
<p>${proseHtml(why)}</p>
<h2>Wrong</h2>
${codeBlock(wrong.trim(), language)}
<h2>Right</h2>
${codeBlock(right.trim(), language)}
<h2>In the terminal</h2>
<p><code>hubc explain ${code}</code> prints this page.</p>
${severity === "error" ? "" : settings}`,
  };
}

function index(pages: readonly DiagnosticPage[]): Page {
  const areas = [...new Set(pages.map(({ code }) => area(code)))];
  const lists = areas.map((name) => {
    const rows = pages
      .filter(({ code }) => area(code) === name)
      .map(
        ({ code, title, severity }) =>
          `<li><a href="${code}.html"><code>${code}</code></a> <span class="tag ${severity}">${severity}</span> ${escaped(title)}</li>`,
      );
    return `<h2 id="${name}">${name}</h2>\n<ul class="list">\n${rows.join("\n")}\n</ul>`;
  });
  return {
    path: "codes/index.html",
    title: "Messages",
    about: `All ${pages.length} messages of hubc, each with a wrong and a right program.`,
    body: `<h1>Messages</h1>
<p class="lead">Every message of hubc has a code. Each of the ${pages.length} has a page, with a wrong program and the same one mended.</p>
<p>${areas.map((name) => `<a href="#${name}">${name}</a>`).join(" · ")}</p>
${lists.join("\n")}`,
  };
}

function area(code: string): string {
  return code.slice(0, code.indexOf("/"));
}
