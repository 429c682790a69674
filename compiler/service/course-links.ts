// A course's links for the command line: as a list to read, or as one of the files that a build writes.

import type { Course, Model } from "../model/model.ts";
import { linkLists } from "../targets/course/course-files.ts";
import { pagesOf } from "../targets/course/course-pages.ts";
import type { LinkLists } from "../targets/course/hub-link.ts";
import { everyLink, type LinkFormat, linkFile } from "../targets/course/links.ts";

/** `json` and the others are those of `courses/<course>/links.*`; of several courses one after the other, as JSON in an array. */
export function courseLinks(
  model: Model,
  courses: readonly Course[],
  options: { readonly stage: string | undefined; readonly format: LinkFormat | "text" },
): string {
  const hubs = [...model.releases, ...model.externalHubs].filter(
    ({ stage }) => options.stage === undefined || stage === options.stage,
  );
  const lists = courses.flatMap((course) => linkLists(course, hubs, model) ?? []);
  const { format } = options;
  if (format === "text") return lists.map(asText).join("\n");
  const texts = lists.map((list) => linkFile(list, format).text);
  if (format === "json") return courses.length === 1 ? texts.join("") : `[\n${texts.join(",")}]\n`;
  if (format !== "csv") return texts.join("\n");
  // One table: the heads of the others are left out.
  return texts.map((text, i) => (i === 0 ? text : text.slice(text.indexOf("\n") + 1))).join("");
}

function asText(lists: LinkLists): string {
  const { course } = lists;
  const links = everyLink(lists);
  const several = lists.hubs.length > 1;
  const rows = [
    ...links.map(({ stage, name, url }) => ({ name: several ? `${name} (${stage})` : name, url })),
    ...pagesOf(course),
  ];
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, url }) => `  ${name.padEnd(width)}  ${url}\n`);
  return `${course.name}: ${course.title.value.replace(/\s+/g, " ")}\n${lines.join("")}`;
}
