// Blocks of a course to its book, site, place in the learning management system, and grading.

import { holiday, lms, officeHours } from "../schema/blocks/course.ts";
import { person, site, textbook } from "../schema/blocks/course-material.ts";
import { assignments, grading } from "../schema/blocks/grading.ts";
import { type Block, blocksOf } from "./block.ts";
import { itemsOf } from "./build-parts.ts";
import type { Assignment, Grading, Holiday, Lms, OfficeHours, Site, SitePerson, Textbook } from "./material.ts";
import { readerOf } from "./reader.ts";
import { mapSourced } from "./sourced.ts";

export function buildTextbook(block: Block | undefined): Textbook | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(textbook, block);
  return {
    span: block.span,
    url: read("url"),
    repo: read("repo"),
    branch: read("branch"),
    builder: read("builder"),
    title: read("title"),
    authors: itemsOf(read("authors")),
    license: read("license"),
    folder: bookFolder(read("folder")),
    chapters: itemsOf(read("chapters")),
    launch: itemsOf(read("launch")),
  };
}

/** Where the book lies, as a plain path; undefined for the repository's root, however that is written. */
function bookFolder(folder: Textbook["folder"]): Textbook["folder"] {
  const plain = folder && mapSourced(folder, plainPath);
  return plain?.value === "" ? undefined : plain;
}

/** Without `.` and without slashes at its ends: `./book/` is `book`. */
function plainPath(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

export function buildSite(block: Block | undefined): Site | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(site, block);
  return {
    span: block.span,
    url: read("url"),
    repo: read("repo"),
    theme: read("theme"),
    staff: blocksOf(block, "staff").flatMap(buildPerson),
  };
}

function buildPerson(block: Block): SitePerson[] {
  const read = readerOf(person, block);
  const name = read("name");
  const role = read("role");
  if (name === undefined || role === undefined) return [];
  return [
    {
      id: block.label ?? "",
      span: block.span,
      name,
      role,
      email: read("email"),
      website: read("website"),
      photo: read("photo"),
      about: read("about"),
    },
  ];
}

export function buildPeople(blocks: readonly Block[]): SitePerson[] {
  return blocks.flatMap(buildPerson);
}

export function buildOfficeHours(block: Block): OfficeHours[] {
  const read = readerOf(officeHours, block);
  const [days, time] = [read("days"), read("time")];
  if (days === undefined || time === undefined) return [];
  const who = itemsOf(read("with"));
  return [
    {
      name: block.label ?? "",
      days: itemsOf(days),
      time,
      with: who,
      place: read("place"),
      url: read("url"),
      span: block.span,
    },
  ];
}

export function buildHoliday(block: Block): Holiday[] {
  const read = readerOf(holiday, block);
  const on = read("on");
  return on === undefined ? [] : [{ name: block.label ?? "", on, title: read("title"), span: block.span }];
}

export function buildLms(block: Block | undefined): Lms | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(lms, block);
  const [url, course] = [read("url"), read("course")];
  return url && course && { kind: "canvas", url, course, span: block.span };
}

export function buildGrading(block: Block | undefined): Grading | undefined {
  if (block === undefined) return undefined;
  const read = readerOf(grading, block);
  const storage = read("storage");
  return {
    kind: block.variant ?? "",
    span: block.span,
    endpoint: read("endpoint"),
    courseId: read("course-id"),
    storage: storage && mapSourced(storage, ({ name }) => name),
    gradescope: read("gradescope"),
    assignments: blocksOf(block, "assignment").flatMap(buildAssignment),
  };
}

function buildAssignment(block: Block): Assignment[] {
  const read = readerOf(assignments, block);
  const notebook = read("notebook");
  if (notebook === undefined) return [];
  return [
    {
      name: block.label ?? "",
      span: block.span,
      title: read("title"),
      notebook: mapSourced(notebook, plainPath),
      released: read("released"),
      due: read("due"),
      gradescope: read("gradescope"),
      points: read("points"),
      showHidden: read("show-hidden"),
      pdf: read("pdf"),
      seed: read("seed"),
      tests: read("tests"),
    },
  ];
}
