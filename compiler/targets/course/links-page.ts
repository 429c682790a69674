// A course's links as a page of its own: opened in a browser, its table can be copied into an editor of a learning management system.

import { hubHost } from "../../model/hub-address.ts";
import type { Course, CourseHub } from "../../model/model.ts";
import { htmlText } from "../../output/html-text.ts";
import type { OutputLine } from "../../output/output-file.ts";
import { framedLines } from "../../output/page-frame.ts";
import { handIns, pagesForStudents } from "./course-pages.ts";
import { type CourseLink, type LinkLists, linksOn } from "./hub-link.ts";

/** The lines of `links.html`: one document without anything from elsewhere. */
export function linksPage({ course, hubs }: LinkLists): OutputLine[] {
  const [people, ...others] = hubs;
  const title = lineText(course.title.value);
  const lines = [
    { text: `<h1>${title}</h1>`, origin: course.title.span },
    {
      text: `<p>The hub is at ${anchor(hubHost(people), `${people.url}/`)}.</p>`,
      origin: people.domain.span,
    },
    ...material("Material", linksOn(course, people)),
    ...work(course),
    ...pages(course),
    ...others.flatMap((hub: CourseHub) => material(`Material on ${lineText(hub.stage)}`, linksOn(course, hub))),
  ];
  return framedLines({ title: `Links of ${course.title.value.replace(/[\n\r]+/g, " ")}`, nav: [] }, lines, course.span);
}

function material(title: string, links: readonly CourseLink[]): OutputLine[] {
  if (links.length === 0) return [];
  const launches = links.some(({ launch }) => launch !== undefined);
  const rows = links.map((link) => {
    const cells = [anchor(link.path, link.url)];
    if (link.launch !== undefined) cells.push(anchor(`launch ${link.title}`, link.launch));
    return { text: row(link.title, cells), origin: link.span };
  });
  return table(title, ["Link", "Opens", ...(launches ? ["From the learning management system"] : [])], rows);
}

function work(course: Course): OutputLine[] {
  const rows = handIns(course).map((one) => ({
    text: row(one.title, [one.due ?? "", one.url === undefined ? "" : anchor(`hand in ${one.title}`, one.url)]),
    origin: one.span,
  }));
  return rows.length === 0 ? [] : table("Assignments", ["Assignment", "Due", "Hand in"], rows);
}

function pages(course: Course): OutputLine[] {
  const found = pagesForStudents(course);
  if (found.length === 0) return [];
  return [
    { text: "<h2>Pages</h2>" },
    { text: "<ul>" },
    ...found.map(({ name, url, span }) => ({ text: `<li>${anchor(name, url)}</li>`, origin: span })),
    { text: "</ul>" },
  ];
}

function table(title: string, heads: readonly string[], rows: readonly OutputLine[]): OutputLine[] {
  return [
    { text: `<h2>${title}</h2>` },
    { text: `<div class="wide" tabindex="0" role="region" aria-label="${title}">` },
    { text: "<table>" },
    { text: `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>` },
    { text: "<tbody>" },
    ...rows,
    { text: "</tbody>" },
    { text: "</table>" },
    { text: "</div>" },
  ];
}

/** `cells` are HTML, `name` is text. */
function row(name: string, cells: readonly string[]): string {
  return `<tr><th scope="row">${lineText(name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function anchor(text: string, url: string): string {
  return `<a href="${lineText(url)}">${lineText(text)}</a>`;
}

function lineText(text: string): string {
  return htmlText(text.replace(/[\n\r]+/g, " "));
}
