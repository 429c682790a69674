// A course's links as a document to read, and to paste into a site, a forum or a letter.

import { hubHost } from "../../model/hub-address.ts";
import type { Course, CourseHub } from "../../model/model.ts";
import { markdownCell, markdownLink, markdownText } from "../../output/markdown.ts";
import type { OutputLine } from "../../output/output-file.ts";
import { handIns, pagesForStudents } from "./course-pages.ts";
import { type CourseLink, type LinkLists, linksOn } from "./hub-link.ts";

/** The lines of `links.md`: the stage that people use first, the others after everything else. */
export function linksMarkdown({ course, hubs }: LinkLists): OutputLine[] {
  const [people, ...others] = hubs;
  return [
    { text: `# ${markdownText(course.title.value)}`, origin: course.title.span },
    { text: "" },
    ...about(course),
    { text: `The hub is at ${markdownLink(hubHost(people), `${people.url}/`)}.`, origin: people.domain.span },
    ...material("Material", linksOn(course, people)),
    ...pages(course),
    ...grading(course),
    ...others.flatMap((hub) => elsewhere(course, hub)),
  ];
}

function about({ description }: Course): OutputLine[] {
  if (description === undefined) return [];
  const { value, span } = description;
  return [
    ...value
      .trim()
      .split("\n")
      .map((line) => ({ text: markdownText(line), origin: span })),
    { text: "" },
  ];
}

function heading(title: string): OutputLine[] {
  return [{ text: "" }, { text: `## ${title}` }, { text: "" }];
}

function material(title: string, links: readonly CourseLink[]): OutputLine[] {
  if (links.length === 0) return [];
  const launches = links.some(({ launch }) => launch !== undefined);
  const rows = links.map((link) => {
    const cells = [markdownCell(link.title), linkCell(link.path, link.url)];
    if (launches) cells.push(link.launch === undefined ? "" : linkCell("launch", link.launch));
    return { text: `| ${cells.join(" | ")} |`, origin: link.span };
  });
  const head = launches
    ? ["| | opens | from the learning management system |", "| --- | --- | --- |"]
    : ["| | opens |", "| --- | --- |"];
  return [...heading(title), ...head.map((text) => ({ text })), ...rows];
}

function linkCell(text: string, url: string): string {
  return markdownLink(text, url).replaceAll("|", "\\|");
}

function pages(course: Course): OutputLine[] {
  const found = pagesForStudents(course);
  if (found.length === 0) return [];
  return [
    ...heading("Pages"),
    ...found.map(({ name, url, span }) => ({ text: `- ${markdownLink(name, url)}`, origin: span })),
  ];
}

function grading(course: Course): OutputLine[] {
  const work = handIns(course);
  const endpoint = course.grading?.endpoint;
  if (work.length === 0 && endpoint === undefined) return [];
  const rows = work.map((one) => {
    const title = one.url === undefined ? markdownCell(one.title) : linkCell(one.title, one.url);
    return { text: `| ${title} | ${one.due ?? ""} |`, origin: one.span };
  });
  const table = rows.length === 0 ? [] : [{ text: "| | due |" }, { text: "| --- | --- |" }, ...rows];
  const okpy = endpoint && { text: `OKpy endpoint: ${markdownText(endpoint.value)}`, origin: endpoint.span };
  return [
    ...heading("Grading"),
    ...table,
    ...(okpy === undefined ? [] : table.length > 0 ? [{ text: "" }, okpy] : [okpy]),
  ];
}

function elsewhere(course: Course, hub: CourseHub): OutputLine[] {
  return material(`Material on ${markdownText(hub.stage)}`, linksOn(course, hub));
}
