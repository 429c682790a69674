// A course's links: what opens material on the hub, and the other pages that its people need.

import type { Content, ContentLink, Course, Release } from "../../model/model.ts";
import { markdownCell, markdownLink, markdownText } from "../../output/markdown.ts";
import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import type { Span } from "../../text/span.ts";

interface CourseLink {
  readonly content: string;
  readonly name: string;
  readonly path: string;
  readonly app: string;
  readonly url: string;
  readonly span: Span;
}

/** `courses/<course>/links.{md,csv,json}`, for the release that people use. */
export function courseLinks(course: Course, release: Release): OutputFile[] {
  const folder = `courses/${course.name}`;
  const links = course.contents.flatMap((content) =>
    content.open.map((link) => courseLink(course, content, link, release)),
  );
  return [
    textFile(`${folder}/links.csv`, csv(links), course.span),
    textFile(`${folder}/links.json`, json(course, links, release), course.span),
    textFile(`${folder}/links.md`, markdown(course, links, release), course.span),
  ];
}

function courseLink(course: Course, content: Content, link: ContentLink, release: Release): CourseLink {
  const app = link.app ?? course.openWith.value;
  return {
    content: content.name,
    name: link.name,
    path: link.path,
    app,
    url: pullUrl(content, link.path, app, release),
    span: link.span,
  };
}

/**
 * A link that fetches a repository into a person's server and opens a path of it (nbgitpuller 1.3, handlers.py). The
 * folder is the repository's last segment; the parameters are in the order of nbgitpuller's own link generator.
 */
export function pullUrl(content: Content, path: string, app: string, release: Release): string {
  const folder = content.repo.value.split("/").at(-1) ?? "";
  const parameters = [
    ["repo", content.repo.value],
    ["urlpath", pageOf(app, `${folder}/${path.replace(/^\//, "")}`)],
    ...(content.branch ? [["branch", content.branch.value]] : []),
    ...(content.depth ? [["depth", String(content.depth.value)]] : []),
  ];
  const query = parameters
    .map(([key = "", value = ""]) => `${key}=${encodeURIComponent(value).replaceAll("%20", "+")}`)
    .join("&");
  return `https://${release.domain.value}/hub/user-redirect/git-pull?${query}`;
}

/** Where an app shows a path (nbgitpuller 1.3, link generator). RStudio, VS Code and the desktop open no file by address. */
function pageOf(app: string, path: string): string {
  switch (app) {
    case "notebook":
      return `tree/${path}`;
    case "retro":
      return `retro/tree/${path}`;
    case "rstudio":
    case "vscode":
    case "desktop":
      return `${app}/`;
    default:
      return `lab/tree/${path}`;
  }
}

function csv(links: readonly CourseLink[]): OutputLine[] {
  const row = (cells: readonly string[]) =>
    cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  return [
    { text: row(["content", "name", "path", "app", "url"]) },
    ...links.map((link) => ({
      text: row([link.content, link.name, link.path, link.app, link.url]),
      origin: link.span,
    })),
  ];
}

function json(course: Course, links: readonly CourseLink[], release: Release): OutputLine[] {
  const item = (link: CourseLink) =>
    JSON.stringify({ content: link.content, name: link.name, path: link.path, app: link.app, url: link.url });
  const pages = pagesOf(course).map((page) => ({
    text: JSON.stringify({ name: page.name, url: page.url }),
    origin: page.span,
  }));
  const listed = (items: readonly OutputLine[]): OutputLine[] =>
    items.map((one, i) => ({ ...one, text: `    ${one.text}${i + 1 < items.length ? "," : ""}` }));
  return [
    { text: "{" },
    { text: `  "course": ${JSON.stringify(course.name)},` },
    { text: `  "title": ${JSON.stringify(course.title.value)},`, origin: course.title.span },
    { text: `  "hub": ${JSON.stringify(`https://${release.domain.value}/`)},`, origin: release.domain.span },
    { text: '  "links": [' },
    ...listed(links.map((link) => ({ text: item(link), origin: link.span }))),
    { text: "  ]," },
    { text: '  "pages": [' },
    ...listed(pages),
    { text: "  ]" },
    { text: "}" },
  ];
}

interface Page {
  readonly name: string;
  readonly url: string;
  readonly span: Span;
}

function pagesOf(course: Course): Page[] {
  const pages: Page[] = [];
  const { textbook, site } = course;
  if (textbook?.url) pages.push({ name: "textbook", url: textbook.url.value, span: textbook.url.span });
  if (site?.url) pages.push({ name: "site", url: site.url.value, span: site.url.span });
  for (const { name, url } of course.links) pages.push({ name, url: url.value, span: url.span });
  return pages;
}

function markdown(course: Course, links: readonly CourseLink[], release: Release): OutputLine[] {
  const hub = `https://${release.domain.value}/`;
  const lines: OutputLine[] = [
    { text: `# ${markdownText(course.title.value)}`, origin: course.title.span },
    { text: "" },
  ];
  for (const line of course.doc?.split("\n") ?? []) lines.push({ text: markdownText(line) });
  if (course.doc !== undefined) lines.push({ text: "" });
  lines.push({ text: `The hub is at ${markdownLink(release.domain.value, hub)}.`, origin: release.domain.span });
  if (links.length > 0)
    lines.push({ text: "" }, { text: "## Material" }, { text: "" }, { text: "| | opens |" }, { text: "| --- | --- |" });
  for (const link of links) {
    lines.push({
      text: `| ${markdownCell(link.name)} | ${markdownLink(link.path, link.url).replaceAll("|", "\\|")} |`,
      origin: link.span,
    });
  }
  const pages = pagesOf(course);
  if (pages.length > 0) lines.push({ text: "" }, { text: "## Pages" }, { text: "" });
  for (const page of pages) lines.push({ text: `- ${markdownLink(page.name, page.url)}`, origin: page.span });
  const endpoint = course.grading?.endpoint;
  if (endpoint)
    lines.push(
      { text: "" },
      { text: "## Grading" },
      { text: "" },
      { text: `OKpy endpoint: ${markdownText(endpoint.value)}`, origin: endpoint.span },
    );
  return lines;
}
