// A course's web site on Just the Class: a folder to lay over the site's repository. Every file of it has `hubc` in its path, so that none
// replaces what somebody wrote by hand, and where both set something the hand-written `_config.yml` wins.

import { hubHost } from "../../model/hub-address.ts";
import type { SitePerson } from "../../model/material.ts";
import type { Course, Model } from "../../model/model.ts";
import { frontMatterFile } from "../../output/front-matter.ts";
import { htmlText } from "../../output/html-text.ts";
import { markdownByNumbers, markdownLink } from "../../output/markdown.ts";
import type { OutputFile, OutputLine } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { withOrigin, yaml } from "../../output/yaml-tree.ts";
import { printDate, printTime } from "../../text/calendar.ts";
import { dueText, handIns, pagesForStudents } from "./course-pages.ts";
import { type LinkLists, linksOn } from "./hub-link.ts";
import { action, pagesWorkflow } from "./pages-workflow.ts";
import { datesFile, weeklyFile } from "./site-schedule.ts";

/** Below `courses/<course>/site/`; none where no theme is named. Source: just-the-class 9b50c63, its layouts and `_config.yml`. */
export function siteFiles(lists: LinkLists, model: Model): OutputFile[] {
  const { course } = lists;
  const { site } = course;
  if (site?.theme === undefined) return [];
  const folder = `courses/${course.name}/site`;
  const weekly = weeklyFile(course, folder);
  const dates = datesFile(course, folder);
  return [
    configFile(course, folder),
    dataFile(lists, model, folder),
    linksFile(lists, folder),
    ...(weekly ? [weekly] : []),
    ...(dates ? [dates] : []),
    ...site.staff.map((person) => staffFile(person, folder)),
    workflow(course, folder),
  ];
}

function configFile(course: Course, folder: string): OutputFile {
  const { site, title } = course;
  const [, origin, path] = /^(https?:\/\/[^/?#]+)([^?#]*)/.exec(site?.url?.value ?? "") ?? [];
  const data = {
    title: withOrigin(title.value, title.span),
    tagline: withOrigin(`${printDate(course.term.value.from)} to ${printDate(course.term.value.to)}`, course.term.span),
    description:
      course.description && withOrigin(course.description.value.replace(/\s+/g, " ").trim(), course.description.span),
    url: origin === undefined ? undefined : withOrigin(origin, site?.url?.span),
    baseurl: path === undefined ? undefined : withOrigin(path.replace(/\/+$/, ""), site?.url?.span),
    collections: Object.fromEntries(["staffers", "modules", "schedules", "announcements"].map((name) => [name, {}])),
  };
  const header = [
    "Written by hubc. The workflow reads it before the site's own _config.yml, which wins where both set something.",
  ];
  return { path: `${folder}/_config.hubc.yml`, ...printYaml([yaml(data)], { header, origin: course.span }) };
}

/** What pages of the site can show, as `site.data.hubc.course`. */
function dataFile({ course, hubs }: LinkLists, model: Model, folder: string): OutputFile {
  const [people] = hubs;
  const data = {
    title: withOrigin(course.title.value, course.title.span),
    hub: withOrigin(`${people.url}/`, people.domain.span),
    timezone: model.project.timezone.value,
    term: withOrigin(
      { from: printDate(course.term.value.from), to: printDate(course.term.value.to) },
      course.term.span,
    ),
    links: linksOn(course, people).map(({ content, name, path, app, url, span }) =>
      withOrigin({ content, name, path, app, url }, span),
    ),
    pages: pagesForStudents(course).map(({ name, url, span }) => withOrigin({ name, url }, span)),
    lectures: course.lectures.map(({ name, days, time, span }) =>
      withOrigin(
        {
          name,
          days: days.map(({ value }) => value),
          from: printTime(time.value.from),
          to: printTime(time.value.to),
        },
        span,
      ),
    ),
    exams: course.exams.map(({ name, at, span }) =>
      withOrigin({ name, from: moment(at.value.from), to: moment(at.value.to) }, span),
    ),
    assignments: handIns(course).map((one) =>
      withOrigin({ name: one.name, title: one.title, due: dueText(one), url: one.url }, one.span),
    ),
  };
  const header = ["Written by hubc: what the program says of the course, for pages of the site."];
  return { path: `${folder}/_data/hubc/course.yml`, ...printYaml([yaml(data)], { header, origin: course.span }) };
}

function moment({ day, minutes }: { readonly day: number; readonly minutes: number }): string {
  return `${printDate(day)} ${printTime(minutes)}`;
}

function linksFile({ course, hubs }: LinkLists, folder: string): OutputFile {
  const [people] = hubs;
  const links = linksOn(course, people);
  const item = (text: string, url: string, origin: OutputLine["origin"]) => ({
    text: `- ${markdownLink(text, url)}`,
    origin,
  });
  const body: OutputLine[] = [
    { text: "" },
    item(hubHost(people), `${people.url}/`, people.domain.span),
    ...links.map(({ name, url, span }) => item(name, url, span)),
    ...pagesForStudents(course).map(({ name, url, span }) => item(name, url, span)),
  ];
  const data = { layout: "page", title: "Links", permalink: "/hubc-links/" };
  return frontMatterFile(`${folder}/hubc-links.md`, { data, body, header: "Written by hubc." }, course.span);
}

const roles = { instructor: "Instructor", "teaching-assistant": "Teaching Assistant" } as const;

/** The theme puts names into the page as HTML, and what stands under `meta` as Markdown. */
function staffFile(person: SitePerson, folder: string): OutputFile {
  const { name, role, email, website, photo, about } = person;
  const data = {
    name: withOrigin(htmlText(name.value), name.span),
    role: withOrigin(roles[role.value], role.span),
    email: email && withOrigin(email.value, email.span),
    website: website && withOrigin(htmlText(website.value), website.span),
    photo: photo && withOrigin(htmlText(photo.value), photo.span),
  };
  const body = about === undefined ? [] : about.value.split(/\r\n|[\n\r]/).map((line) => aboutLine(line, about.span));
  const header = "Written by hubc.";
  return frontMatterFile(`${folder}/_staffers/hubc-${person.id}.md`, { data, body, header }, person.span);
}

/** Jekyll runs Liquid over a page before it is Markdown. */
function aboutLine(line: string, origin: OutputLine["origin"]): OutputLine {
  return { text: markdownByNumbers(line), origin };
}

function workflow(course: Course, folder: string): OutputFile {
  return pagesWorkflow({
    path: `${folder}/.github/workflows/hubc-site.yml`,
    name: "Publish the site",
    header: "Builds the site with Jekyll and publishes it on GitHub Pages. Written by hubc.",
    branch: "main",
    steps: [
      action("setup-ruby", { "ruby-version": "3.3", "bundler-cache": true }),
      {
        run: "bundle exec jekyll build --config _config.hubc.yml,_config.yml",
        env: { JEKYLL_ENV: "production", JEKYLL_GITHUB_TOKEN: "${{ github.token }}" },
      },
    ],
    folder: "_site",
    origin: course.span,
  });
}
