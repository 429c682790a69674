// The page that hubc preview begins with: what is wrong, the pages for people, and all other files of the build.

import { nextUpScript } from "../output/next-up-script.ts";
import type { OutputFile } from "../output/output-file.ts";
import { htmlText } from "../output/xml.ts";

export interface PreviewState {
  /** The name of the project's folder. */
  readonly title: string;
  /** The day that it is built for, `2026-10-05`. */
  readonly on: string;
  /** What is wrong, as a terminal shows it without colours; empty where nothing is. */
  readonly findings: string;
  /** `2 errors, 1 warning`. */
  readonly summary: string;
  /** The build; of the last program without errors where this one has some. */
  readonly files: readonly OutputFile[];
  readonly stale: boolean;
}

/** Paths that no build writes begin so. */
export const ownPath = "/.hubc/";

/** The start page. */
export function previewIndex(state: PreviewState): string {
  const pages = state.files.filter(({ path }) => path.endsWith(".html"));
  const others = state.files.filter(({ path }) => !path.endsWith(".html"));
  const stale = state.stale ? "<p>The pages below are those of the last program without errors.</p>" : "";
  const body = [
    `<h1>${htmlText(state.title)}</h1>`,
    `<p class="quiet">As hubc build would write it for ${htmlText(state.on)}. Saved files show here at once.</p>`,
    `<h2>${htmlText(state.summary)}</h2>`,
    state.findings === ""
      ? ""
      : `<pre tabindex="0" role="region" aria-label="Findings">${htmlText(state.findings)}</pre>${stale}`,
    section("Pages", pages.map(pageItem)),
    ...[...byFolder(others)].map(([folder, files]) => section(folder, files.map(fileItem))),
  ];
  return frame(state.title, body.join("\n"));
}

/** A file as text, with the numbers of its lines. */
export function previewText({ path, text }: OutputFile): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const rows = lines.map((line, i) => `<li id="L${i + 1}"><code>${htmlText(line) || " "}</code></li>`);
  const body = `<p><a href="/">All pages and files</a></p>\n<h1>${htmlText(path)}</h1>\n<ol class="text" tabindex="0">${rows.join("\n")}</ol>`;
  return frame(path, body);
}

/** A page of the build as it is, but for what lets it load again by itself. */
export function previewHtml(text: string): string {
  const open = text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, "");
  return open.replace(/<\/body>/, `<script src="${ownPath}reload.js"></script>\n</body>`);
}

/** Loads the page again after each build, and says what is wrong meanwhile. */
export const reloadScript = `const events = new EventSource("${ownPath}events");
let first = true;
events.onmessage = ({ data }) => {
  const { build, summary, stale } = JSON.parse(data);
  if (first) {
    first = false;
    window.hubcBuild = build;
  }
  if (build !== window.hubcBuild) location.reload();
  document.getElementById("hubc-stale")?.remove();
  if (!stale || location.pathname === "/") return;
  const bar = document.createElement("a");
  bar.id = "hubc-stale";
  bar.href = "/";
  bar.textContent = summary + ": this page is of the program before";
  bar.style.cssText = "position:fixed;inset:auto 0 0 0;padding:.6rem 1rem;background:#9a1c1c;color:#fff;font:15px system-ui,sans-serif";
  document.body.append(bar);
};
`;

/** What the pages of the preview may load and run: themselves. */
export const previewPolicy = `default-src 'none'; script-src 'self' '${nextUpScript.digest}'; connect-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `<h2>${htmlText(title)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
}

function pageItem({ path, text }: OutputFile): string {
  const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? htmlText(path);
  return `<li><a href="/${address(path)}">${title}</a> <span class="quiet">${htmlText(path)}</span></li>`;
}

function fileItem({ path }: OutputFile): string {
  return `<li><a href="/${address(path)}">${htmlText(path)}</a></li>`;
}

function address(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function byFolder(files: readonly OutputFile[]): ReadonlyMap<string, readonly OutputFile[]> {
  const groups = new Map<string, OutputFile[]>();
  for (const file of files) groups.set(folderOf(file), [...(groups.get(folderOf(file)) ?? []), file]);
  return groups;
}

/** `hubs/campus/prod`; files at the top stand together. */
function folderOf({ path }: OutputFile): string {
  const parts = path.split("/").slice(0, -1);
  return parts.length === 0 ? "Files" : parts.slice(0, 3).join("/");
}

function frame(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlText(title)}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --ink: #1d2329; --paper: #fbfbf9; --quiet: #535d68; --code: #eef1f4; --link: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaed; --paper: #14181c; --quiet: #a9b3bd; --code: #262d35; --link: #8ec3f5; } }
body { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
a { color: var(--link); } .quiet { color: var(--quiet); font-size: .9em; } li { overflow-wrap: anywhere; }
pre, ol.text { overflow-x: auto; padding: .9rem 1rem; border-radius: .375rem; background: var(--code); font: .875rem/1.5 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
ol.text { padding-left: 4.5rem; } ol.text li { overflow-wrap: normal; } ol.text li::marker { color: var(--quiet); } ol.text code { white-space: pre; font: inherit; }
</style>
</head>
<body>
<main>
${body}
</main>
<script src="${ownPath}reload.js"></script>
</body>
</html>
`;
}
