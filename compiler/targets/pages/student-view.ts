// What students need of their course: what to open, when, whom to ask, and what their server is.

import { linkServices } from "../../knowledge/link-services.ts";
import { hubHost } from "../../model/hub-address.ts";
import type { Course } from "../../model/model.ts";
import type { CoursePageInput, MaterialLink, OtherPage } from "./course-page-input.ts";
import type { Ink } from "./ink.ts";
import { dated, dateView, momentWords, officeHours, shortTitle, weekly, zoneWords } from "./page-dates.ts";
import { serverView } from "./server-view.ts";
import { termTimeline } from "./term-timeline.ts";

/** The names that a template for students gives its words by. */
export function studentView(input: CoursePageInput, ink: Ink): object {
  const { course, model, stages } = input;
  const pages = input.pages.filter(({ audience }) => audience !== "staff");
  const [{ hub, release, links }] = stages;
  const help = pages.filter(isHelp);
  const due = input.work.filter(({ url }) => url !== undefined);
  return {
    ...courseHead(input, ink),
    hub: { url: ink.url(`${hub.url}/`), host: ink.text(hubHost(hub)) },
    external: release === undefined,
    material: materialOf(links, ink),
    parts: partsOf(links, ink),
    people: peopleOf(course, ink),
    hours: officeHours(course, ink),
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
export function courseHead({ course }: CoursePageInput, ink: Ink): object {
  const last = course.stretches.at(-1)?.to ?? course.term.value.to;
  return {
    title: ink.text(course.title.value),
    about: course.description && ink.text(course.description.value),
    term: { from: dateView(course.term.value.from), to: dateView(course.term.value.to) },
    last: dateView(last),
  };
}

/** Links in order. */
export function materialOf(links: readonly MaterialLink[], ink: Ink): object[] {
  return links.map((link) => linkView(link, ink));
}

function linkView({ name, url, due }: MaterialLink, ink: Ink): object {
  return { name: ink.text(name), url: ink.url(url), due: due === undefined ? "" : momentWords(due) };
}

/** Links by week or unit, in the order in which those come first. Links of none stand first, under no heading. */
export function partsOf(links: readonly MaterialLink[], ink: Ink): object[] {
  const parts = new Map<string, MaterialLink[]>([["", []]]);
  for (const link of links) parts.set(link.part ?? "", [...(parts.get(link.part ?? "") ?? []), link]);
  return [...parts]
    .filter(([, inside]) => inside.length > 0)
    .map(([title, inside]) => ({ title: ink.text(title), links: inside.map((link) => linkView(link, ink)) }));
}

const roles = { instructor: "Instructor", "teaching-assistant": "Teaching assistant" } as const;

/** Those whom the course names itself, and those of its site. */
export function peopleOf({ people, site }: Course, ink: Ink): object[] {
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
export function isHelp({ name }: OtherPage): boolean {
  return ["piazza", "ed", "slack", "discord", "zoom"].includes(name) || /help|forum|question|support|office/.test(name);
}

/** A page by the name that people know it by. */
export function pageView({ name, url }: OtherPage, ink: Ink): { readonly title: string; readonly url: string } {
  return { title: ink.text(titleOf(name)), url: ink.url(url) };
}

const titles: Readonly<Record<string, string>> = { site: "Course site", textbook: "Textbook", canvas: "Canvas" };

function titleOf(name: string): string {
  const known = Object.hasOwn(linkServices, name) ? linkServices[name]?.title : undefined;
  const words = name.replaceAll(/[-_]/g, " ");
  return (
    known ?? (Object.hasOwn(titles, name) ? titles[name] : undefined) ?? words.charAt(0).toUpperCase() + words.slice(1)
  );
}
