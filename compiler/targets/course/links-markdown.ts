// A course's links as a document to read, and to paste into a site, a forum or a letter.

import { linkTitle } from "../../knowledge/link-services.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Course } from "../../model/model.ts";
import { markdownCell, markdownCellCode, markdownLink, markdownText } from "../../output/markdown.ts";
import type { OutputLine } from "../../output/output-file.ts";
import { momentWords, type WrittenAs } from "../../text/date-words.ts";
import { handIns, pagesForStudents } from "./course-pages.ts";
import { type CourseLink, type LinkLists, linksOn } from "./hub-link.ts";

/** The lines of `links.md`: the stage that people use first, the others after everything else. */
export function linksMarkdown({ course, hubs, dates }: LinkLists): OutputLine[] {
  const [people, ...others] = hubs;
  return [
    { text: `# ${markdownText(course.title.value)}`, origin: course.title.span },
    { text: "" },
    ...about(course),
    { text: `The hub is at ${markdownLink(shownAddress(people), `${people.url}/`)}.`, origin: people.domain.span },
    ...material("Material", linksOn(course, people), dates),
    ...pages(course),
    ...grading(course, dates),
    ...others.flatMap((hub) => material(`Material on ${markdownText(hub.stage)}`, linksOn(course, hub), dates)),
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

function material(title: string, links: readonly CourseLink[], dates: WrittenAs): OutputLine[] {
  if (links.length === 0) return [];
  const has = {
    part: links.some(({ part }) => part !== undefined),
    due: links.some(({ due }) => due !== undefined),
    launch: links.some(({ launch }) => launch !== undefined),
  };
  const rows = links.map((link) => {
    const cells = [
      markdownLink(link.title, link.url),
      ...(has.part ? [markdownCell(link.part ?? "")] : []),
      ...(has.due ? [link.due === undefined ? "" : momentWords(link.due, dates)] : []),
      ...(has.launch ? [link.launch === undefined ? "" : markdownLink("launch", link.launch)] : []),
      markdownCellCode(link.path),
    ];
    return { text: `| ${cells.join(" | ")} |`, origin: link.span };
  });
  const heads = [
    "link",
    ...(has.part ? ["part"] : []),
    ...(has.due ? ["due"] : []),
    ...(has.launch ? ["from the learning management system"] : []),
    "opens",
  ];
  const head = [`| ${heads.join(" | ")} |`, `| ${heads.map(() => "---").join(" | ")} |`];
  return [...heading(title), ...head.map((text) => ({ text })), ...rows];
}

function pages(course: Course): OutputLine[] {
  const found = pagesForStudents(course);
  if (found.length === 0) return [];
  return [
    ...heading("Pages"),
    ...found.map(({ name, url, span }) => ({ text: `- ${markdownLink(linkTitle(name), url)}`, origin: span })),
  ];
}

function grading(course: Course, dates: WrittenAs): OutputLine[] {
  const work = handIns(course);
  const endpoint = course.grading?.endpoint;
  if (work.length === 0 && endpoint === undefined) return [];
  const rows = work.map((handIn) => {
    const title = handIn.url === undefined ? markdownCell(handIn.title) : markdownLink(handIn.title, handIn.url);
    return {
      text: `| ${title} | ${handIn.due === undefined ? "" : momentWords(handIn.due, dates)} |`,
      origin: handIn.span,
    };
  });
  const table = rows.length === 0 ? [] : [{ text: "| | due |" }, { text: "| --- | --- |" }, ...rows];
  const okpy = endpoint && { text: `OKpy endpoint: ${markdownText(endpoint.value)}`, origin: endpoint.span };
  return [
    ...heading("Grading"),
    ...table,
    ...(okpy === undefined ? [] : table.length > 0 ? [{ text: "" }, okpy] : [okpy]),
  ];
}
