// A course's links in the forms that people paste them in: Markdown, a table, data, and a page.

import { type OutputFile, type OutputLine, textFile } from "../../output/output-file.ts";
import { dueText, handIns, pagesForStudents } from "./course-pages.ts";
import { type CourseLink, type LinkLists, linksOn } from "./hub-link.ts";
import { linksMarkdown } from "./links-markdown.ts";
import { linksPage } from "./links-page.ts";

export const linkFormats = ["md", "csv", "json", "html"] as const;
export type LinkFormat = (typeof linkFormats)[number];

/** `courses/<course>/links.{csv,html,json,md}`. */
export function courseLinks(lists: LinkLists): OutputFile[] {
  return linkFormats.map((format) => linkFile(lists, format));
}

/** One of them. */
export function linkFile(lists: LinkLists, format: LinkFormat): OutputFile {
  return textFile(
    `courses/${lists.course.name}/links.${format}`,
    { md: linksMarkdown, csv, json, html: linksPage }[format](lists),
    lists.course.span,
  );
}

/** All links of the lists, stage by stage. */
export function everyLink({ course, hubs }: LinkLists): CourseLink[] {
  return hubs.flatMap((hub) => linksOn(course, hub));
}

const columns = ["stage", "content", "name", "path", "app", "url", "launch"] as const;

function csv(lists: LinkLists): OutputLine[] {
  return [
    { text: columns.join(",") },
    ...everyLink(lists).map((link) => ({
      text: columns.map((column) => csvCell(link[column] ?? "")).join(","),
      origin: link.span,
    })),
  ];
}

/** RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
function csvCell(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function json(lists: LinkLists): OutputLine[] {
  const { course, hubs } = lists;
  const links = everyLink(lists).map((link) => ({
    text: JSON.stringify(Object.fromEntries(columns.map((column) => [column, link[column]]))),
    origin: link.span,
  }));
  const pages = pagesForStudents(course).map(({ name, url, span }) => ({
    text: JSON.stringify({ name, url }),
    origin: span,
  }));
  const work = handIns(course).map(({ span, ...one }) => ({
    text: JSON.stringify({ ...one, due: dueText({ ...one, span }) }),
    origin: span,
  }));
  const [people] = hubs;
  return [
    { text: "{" },
    { text: `  "course": ${JSON.stringify(course.name)},` },
    { text: `  "title": ${JSON.stringify(course.title.value)},`, origin: course.title.span },
    { text: `  "hub": ${JSON.stringify(`${people.url}/`)},`, origin: people.domain.span },
    ...listed("links", links, ","),
    ...listed("assignments", work, ","),
    ...listed("pages", pages, ""),
    { text: "}" },
  ];
}

function listed(key: string, items: readonly OutputLine[], end: string): OutputLine[] {
  const lines = items.map((outputLine, i) => ({
    ...outputLine,
    text: `    ${outputLine.text}${i + 1 < items.length ? "," : ""}`,
  }));
  return [{ text: `  "${key}": [` }, ...lines, { text: `  ]${end}` }];
}
