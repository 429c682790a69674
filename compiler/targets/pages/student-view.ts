// What students need of their course: what to open, when, whom to ask, and what their server is.

import { linkTitle } from "../../knowledge/link-services.ts";
import { hubHost } from "../../model/hub-address.ts";
import type { Course } from "../../model/model.ts";
import { momentWords, type WrittenAs } from "../../text/date-words.ts";
import type { CoursePageInput, MaterialLink, OtherPage } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";
import { nextUp } from "./next-up.ts";
import { dated, datesOf, dateView, officeHours, shortTitle, weekly, zoneWords } from "./page-dates.ts";
import { serverView } from "./server-view.ts";
import { termTimeline } from "./term-timeline.ts";

/** The names that a template for students gives its words by. */
export function studentView(input: CoursePageInput, ink: Ink): object {
  const { course, model, stages } = input;
  const pages = input.pages.filter(({ audience }) => audience !== "staff");
  const [{ hub, release, links }] = stages;
  const help = pages.filter(isHelp);
  const dates = datesOf(model);
  const due = input.work.filter(({ url }) => url !== undefined);
  return {
    ...courseHead(input, ink),
    hub: { url: ink.url(`${hub.url}/`), host: ink.text(hubHost(hub)) },
    external: release === undefined,
    next: nextUp(course, model, ink),
    material: materialOf(links, dates, ink),
    parts: partsOf(links, dates, ink),
    people: peopleOf(course, ink),
    hours: officeHours(course, dates, ink),
    fromLms: hub.auth?.variant === "lti",
    weekly: weekly(course, model, ink),
    dates: dated(course, model, { ink, forStaff: false }),
    timeline: termTimeline(course, model, (event) => shortTitle(event, course)),
    timezone: ink.text(zoneWords(model.project.timezone.value)),
    handIn: due.map(({ title, url }) => ({ title: ink.text(title), url: ink.url(url ?? "") })),
    help: help.map((page) => pageView(page, ink)),
    pages: pages.filter((page) => !isHelp(page)).map((page) => pageView(page, ink)),
    server: serverView(input, ink),
  };
}

/** Title, description and days: what each page of a course begins with. */
export function courseHead({ course, model }: CoursePageInput, ink: Ink): object {
  const dates = datesOf(model);
  const last = course.stretches.at(-1)?.to ?? course.term.value.to;
  return {
    title: ink.text(course.title.value),
    about: course.description && ink.text(course.description.value),
    term: { from: dateView(course.term.value.from, dates), to: dateView(course.term.value.to, dates) },
    last: dateView(last, dates),
  };
}

/** Links in order. */
export function materialOf(links: readonly MaterialLink[], dates: WrittenAs, ink: Ink): object[] {
  return links.map((link) => linkView(link, dates, ink));
}

function linkView({ name, url, due }: MaterialLink, dates: WrittenAs, ink: Ink): object {
  return { name: ink.text(name), url: ink.url(url), due: due === undefined ? "" : momentWords(due, dates) };
}

/** Links by week or unit, in the order in which those come first. Links of none stand first, under no heading. */
function partsOf(links: readonly MaterialLink[], dates: WrittenAs, ink: Ink): object[] {
  const parts = new Map<string, MaterialLink[]>([["", []]]);
  for (const link of links) parts.set(link.part ?? "", [...(parts.get(link.part ?? "") ?? []), link]);
  return [...parts]
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) => ({
      title: ink.text(title),
      // Titles and due dates want a line each; short names stand beside each other.
      kind: parts.size > 1 || inside.some(({ due }) => due !== undefined) ? "work" : "links",
      links: inside.map((link) => linkView(link, dates, ink)),
    }));
}

const roles = { instructor: "Instructor", "teaching-assistant": "Teaching assistant" } as const;

/** Those whom the course names itself, and those of its site. */
function peopleOf({ people, site }: Course, ink: Ink): object[] {
  return [...people, ...(site?.staff ?? [])].map(({ name, role, email, website, about }) => ({
    name: ink.text(name.value),
    role: roles[role.value],
    email: email && ink.text(email.value),
    mail: email && ink.url(`mailto:${email.value}`),
    website: website && ink.url(website.value),
    about: about && ink.text(about.value),
  }));
}

/** Is it where questions are answered? */
function isHelp({ name }: OtherPage): boolean {
  return ["piazza", "ed", "slack", "discord", "zoom"].includes(name) || /help|forum|question|support|office/.test(name);
}

/** A page by the name that people know it by. */
export function pageView({ name, url }: OtherPage, ink: Ink): { readonly title: string; readonly url: string } {
  return { title: ink.text(linkTitle(name)), url: ink.url(url) };
}
