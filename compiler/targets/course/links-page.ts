// A course's links as a page of its own: opened in a browser, its table can be copied into an editor of a learning management system.

import { linkTitle } from "../../knowledge/link-services.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Course, CourseHub } from "../../model/model.ts";
import type { OutputLine } from "../../output/output-file.ts";
import { framedLines } from "../../output/page-frame.ts";
import { htmlText } from "../../output/xml.ts";
import { momentWords, type WrittenAs } from "../../text/date-words.ts";
import { handIns, pagesForStudents } from "./course-pages.ts";
import { type CourseLink, type LinkLists, linksOn } from "./hub-link.ts";

/** The lines of `links.html`: one document without anything from elsewhere. */
export function linksPage({ course, hubs, dates }: LinkLists): OutputLine[] {
  const [people, ...others] = hubs;
  const title = lineText(course.title.value);
  const lines = [
    { text: `<h1>${title}</h1>`, origin: course.title.span },
    {
      text: `<p>The hub is at ${anchor(shownAddress(people), `${people.url}/`)}.</p>`,
      origin: people.domain.span,
    },
    ...material("Material", linksOn(course, people), dates),
    ...work(course, dates),
    ...pages(course),
    ...others.flatMap((hub: CourseHub) => material(`Material on ${hub.stage}`, linksOn(course, hub), dates)),
  ];
  return framedLines({ title: `Links of ${course.title.value.replace(/[\n\r]+/g, " ")}`, nav: [] }, lines, course.span);
}

function material(title: string, links: readonly CourseLink[], dates: WrittenAs): OutputLine[] {
  if (links.length === 0) return [];
  const launches = links.some(({ launch }) => launch !== undefined);
  const hasDue = links.some(({ due }) => due !== undefined);
  const hasParts = links.some(({ part }) => part !== undefined);
  const rows = links.map((link) => {
    const cells = [
      ...(hasParts ? [lineText(link.part ?? "")] : []),
      ...(hasDue ? [link.due === undefined ? "" : momentWords(link.due, dates)] : []),
      ...(launches ? [link.launch === undefined ? "" : anchor(`launch ${link.title}`, link.launch)] : []),
      `<code>${lineText(link.path)}</code>`,
    ];
    return { text: row(anchor(link.title, link.url), cells), origin: link.span };
  });
  const heads = [
    "Link",
    ...(hasParts ? ["Part"] : []),
    ...(hasDue ? ["Due"] : []),
    ...(launches ? ["From the learning management system"] : []),
    "Opens",
  ];
  return table(title, heads, rows);
}

function work(course: Course, dates: WrittenAs): OutputLine[] {
  const rows = handIns(course).map((handIn) => ({
    text: row(lineText(handIn.title), [
      handIn.due === undefined ? "" : momentWords(handIn.due, dates),
      handIn.url === undefined ? "" : anchor(`hand in ${handIn.title}`, handIn.url),
    ]),
    origin: handIn.span,
  }));
  return rows.length === 0 ? [] : table("Assignments", ["Assignment", "Due", "Hand in"], rows);
}

function pages(course: Course): OutputLine[] {
  const found = pagesForStudents(course);
  if (found.length === 0) return [];
  return [
    { text: "<h2>Pages</h2>" },
    { text: "<ul>" },
    ...found.map(({ name, url, span }) => ({ text: `<li>${anchor(linkTitle(name), url)}</li>`, origin: span })),
    { text: "</ul>" },
  ];
}

function table(title: string, heads: readonly string[], rows: readonly OutputLine[]): OutputLine[] {
  return [
    { text: `<h2>${lineText(title)}</h2>` },
    { text: `<div class="wide" tabindex="0" role="region" aria-label="${lineText(title)}">` },
    { text: '<table class="dates">' },
    { text: `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>` },
    { text: "<tbody>" },
    ...rows,
    { text: "</tbody>" },
    { text: "</table>" },
    { text: "</div>" },
  ];
}

/** All of it is HTML. */
function row(name: string, cells: readonly string[]): string {
  return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function anchor(text: string, url: string): string {
  return `<a href="${lineText(url)}">${lineText(text)}</a>`;
}

function lineText(text: string): string {
  return htmlText(text.replace(/[\n\r]+/g, " "));
}
