// A course's web site on Just the Class: a folder to lay over the site's repository. Every file of it has `hubc` in its path, so that none
// replaces what somebody wrote by hand, and where both set something the hand-written `_config.yml` wins.

import { shownAddress } from "../../model/hub-address.ts";
import type { SitePerson } from "../../model/material.ts";
import type { Course, Model } from "../../model/model.ts";
import { frontMatterFile } from "../../output/front-matter.ts";
import { markdownByNumbers, markdownLink, markdownText } from "../../output/markdown.ts";
import type { OutputFile, OutputLine } from "../../output/output-file.ts";
import { printYaml } from "../../output/print-yaml.ts";
import { htmlText } from "../../output/xml.ts";
import { withOrigin, yaml } from "../../output/yaml-tree.ts";
import { type Minutes, printDate, printMoment, printTime, type Weekday } from "../../text/calendar.ts";
import { lectureWords } from "../../text/name-words.ts";
import type { Span } from "../../text/span.ts";
import { dueText, handIns, pagesForStudents } from "./course-pages.ts";
import { type LinkLists, linksOn } from "./hub-link.ts";
import { action, pagesWorkflow } from "./pages-workflow.ts";

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
      withOrigin({ name, from: printMoment(at.value.from), to: printMoment(at.value.to) }, span),
    ),
    assignments: handIns(course).map((handIn) =>
      withOrigin({ name: handIn.name, title: handIn.title, due: dueText(handIn), url: handIn.url }, handIn.span),
    ),
  };
  const header = ["Written by hubc: what the program says of the course, for pages of the site."];
  return { path: `${folder}/_data/hubc/course.yml`, ...printYaml([yaml(data)], { header, origin: course.span }) };
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
    item(shownAddress(people), `${people.url}/`, people.domain.span),
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

// The weekly schedule and the dates of a course, as Just the Class shows them.

const days: readonly (readonly [Weekday, string])[] = [
  ["mon", "Monday"],
  ["tue", "Tuesday"],
  ["wed", "Wednesday"],
  ["thu", "Thursday"],
  ["fri", "Friday"],
  ["sat", "Saturday"],
  ["sun", "Sunday"],
];

/** `_schedules/hubc-weekly.md`: lectures; events must lie within the timeline, which has a line each half hour (its schedule layout). */
function weeklyFile(course: Course, folder: string): OutputFile | undefined {
  const { lectures } = course;
  if (lectures.length === 0) return undefined;
  const half = 30;
  const first = Math.floor(Math.min(...lectures.map(({ time }) => time.value.from)) / half) * half;
  const last = Math.ceil(Math.max(...lectures.map(({ time }) => time.value.to)) / half) * half;
  const timeline = Array.from({ length: (last - first) / half + 1 }, (_, i) => clock(first + i * half));
  const used = new Set(lectures.flatMap((lecture) => lecture.days.map(({ value }) => value)));
  const weekend = used.has("sat") || used.has("sun");
  const schedule = days.slice(0, weekend ? 7 : 5).map(([day, name]) => {
    const events = lectures
      .filter((lecture) => lecture.days.some(({ value }) => value === day))
      .toSorted((a, b) => a.time.value.from - b.time.value.from)
      .map(({ name: label, title, time, span }) =>
        withOrigin(
          {
            name: htmlText(title?.value ?? lectureWords(label)),
            start: clock(time.value.from),
            end: clock(time.value.to),
            class: "lecture",
          },
          span,
        ),
      );
    return { name, events: events.length > 0 ? events : undefined };
  });
  const document = { data: { timeline, schedule }, header: "Written by hubc." };
  return frontMatterFile(`${folder}/_schedules/hubc-weekly.md`, document, course.span);
}

/** The form that the theme's `minutes.liquid` reads: `9:30 AM`. */
function clock(minutes: Minutes): string {
  const hour = Math.floor(minutes / 60) % 24;
  const half = hour < 12 ? "AM" : "PM";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, "0")} ${half}`;
}

interface Dated {
  readonly when: string;
  readonly text: string;
  readonly span: Span;
}

/** `_modules/hubc-dates.md`: what happens on which day, as the definition list that the theme's calendar is made of. */
function datesFile(course: Course, folder: string): OutputFile | undefined {
  const entries = [...examDates(course), ...dueDates(course)].toSorted((a, b) => (a.when < b.when ? -1 : 1));
  if (entries.length === 0) return undefined;
  const body: OutputLine[] = [];
  let day = "";
  for (const { when, text, span } of entries) {
    if (when.slice(0, 10) !== day) {
      day = when.slice(0, 10);
      body.push({ text: "" }, { text: day, origin: span });
    }
    body.push({ text: `: ${text}`, origin: span });
  }
  const document = { data: { title: "Dates" }, body, header: "Written by hubc." };
  return frontMatterFile(`${folder}/_modules/hubc-dates.md`, document, course.span);
}

function examDates({ exams }: Course): Dated[] {
  return exams.map(({ name, at, span }) => {
    const { from, to } = at.value;
    const until = to.day === from.day ? printTime(to.minutes) : printMoment(to);
    const text = `**Exam**{: .label .label-red } ${markdownText(name)}, ${printTime(from.minutes)} to ${until}`;
    return { when: printMoment(from), text, span };
  });
}

function dueDates({ grading }: Course): Dated[] {
  return (grading?.assignments ?? []).flatMap(({ name, title, due, span }) => {
    if (due === undefined) return [];
    const { day, minutes } = due.value;
    const text = `**Due**{: .label .label-red } ${markdownText(title?.value ?? name)}, ${printTime(minutes)}`;
    return [{ when: printMoment({ day, minutes }), text, span }];
  });
}
