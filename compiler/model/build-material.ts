// Blocks of a course to its book, site, place in the learning management system, and grading.

import type { Item, Target } from "../schema/value-type.ts";
import { type Block, blocksOf } from "./block.ts";
import { itemsOf, settingNamed } from "./build-parts.ts";
import type { Assignment, AssignmentTime, Grading, Lms, Site, SitePerson, Textbook } from "./material.ts";
import { mapSourced } from "./sourced.ts";

export function buildTextbook(block: Block | undefined): Textbook | undefined {
  return (
    block && {
      span: block.span,
      url: settingNamed(block, "url"),
      repo: settingNamed(block, "repo"),
      branch: settingNamed(block, "branch"),
      builder: settingNamed(block, "builder"),
      title: settingNamed(block, "title"),
      authors: itemsOf(settingNamed<readonly Item<string>[]>(block, "authors")),
      license: settingNamed(block, "license"),
      folder: bookFolder(block),
      chapters: itemsOf(settingNamed<readonly Item<string>[]>(block, "chapters")),
      launch: itemsOf(settingNamed<readonly Item<"hub" | "binder" | "thebe">[]>(block, "launch")),
    }
  );
}

/** Where the book lies, as a plain path; undefined for the repository's root, however that is written. */
function bookFolder(block: Block): Textbook["folder"] {
  const folder = settingNamed<string>(block, "folder");
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
  return (
    block && {
      span: block.span,
      url: settingNamed(block, "url"),
      repo: settingNamed(block, "repo"),
      theme: settingNamed(block, "theme"),
      staff: blocksOf(block, "staff").flatMap(buildPerson),
    }
  );
}

function buildPerson(block: Block): SitePerson[] {
  const name = settingNamed<string>(block, "name");
  const role = settingNamed<"instructor" | "teaching-assistant">(block, "role");
  if (name === undefined || role === undefined) return [];
  return [
    {
      id: block.label ?? "",
      span: block.span,
      name,
      role,
      email: settingNamed(block, "email"),
      website: settingNamed(block, "website"),
      photo: settingNamed(block, "photo"),
      about: settingNamed(block, "about"),
    },
  ];
}

export function buildLms(block: Block | undefined): Lms | undefined {
  const url = block && settingNamed<string>(block, "url");
  const course = block && settingNamed<number>(block, "course");
  return block && url && course && { kind: "canvas", url, course, span: block.span };
}

export function buildGrading(block: Block | undefined): Grading | undefined {
  const storage = block && settingNamed<Target>(block, "storage");
  return (
    block && {
      kind: block.variant ?? "",
      span: block.span,
      endpoint: settingNamed(block, "endpoint"),
      courseId: settingNamed(block, "course-id"),
      storage: storage && mapSourced(storage, ({ name }) => name),
      gradescope: settingNamed(block, "gradescope"),
      assignments: blocksOf(block, "assignment").flatMap(buildAssignment),
    }
  );
}

function buildAssignment(block: Block): Assignment[] {
  const notebook = settingNamed<string>(block, "notebook");
  if (notebook === undefined) return [];
  return [
    {
      name: block.label ?? "",
      span: block.span,
      title: settingNamed(block, "title"),
      notebook: mapSourced(notebook, plainPath),
      released: settingNamed<AssignmentTime>(block, "released"),
      due: settingNamed<AssignmentTime>(block, "due"),
      gradescope: settingNamed(block, "gradescope"),
      points: settingNamed(block, "points"),
      showHidden: settingNamed(block, "show-hidden"),
      pdf: settingNamed(block, "pdf"),
      seed: settingNamed(block, "seed"),
      tests: settingNamed(block, "tests"),
    },
  ];
}
