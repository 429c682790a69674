// What the configuration of a course's book is made from, whichever builder reads it.

import type { App } from "../../model/content.ts";
import { plainRepository } from "../../model/content-folder.ts";
import { shownAddress } from "../../model/hub-address.ts";
import type { Textbook } from "../../model/material.ts";
import type { Course, CourseHub } from "../../model/model.ts";
import { pullPath } from "./hub-link.ts";

export interface Book {
  readonly course: Course;
  readonly textbook: Textbook;
  /** `courses/<course>/textbook`: the root of the book's repository. */
  readonly folder: string;
  /** Where the builder runs and finds its configuration: the book's folder in the repository, below `folder`. */
  readonly sources: string;
  readonly title: string;
  /** Plain address of its sources. */
  readonly repo: string | undefined;
  /** Does the hub run its pages? Its name and address, and a link to the book's folder there. */
  readonly hub: { readonly name: string; readonly url: string; readonly open: string; readonly app: App } | undefined;
}

/** The book, with links to the stage that people use. */
export function bookOf(course: Course, textbook: Textbook, people: CourseHub): Book {
  const repo = textbook.repo && plainRepository(textbook.repo.value);
  const app = course.openWith.value;
  const runs = repo !== undefined && (textbook.launch.length === 0 || launches(textbook, "hub"));
  const pulled = { repo: repo ?? "", branch: textbook.branch?.value, depth: undefined, folder: undefined };
  const open = people.url + pullPath(pulled, textbook.folder?.value.replace(/^\//, "") ?? "", app);
  const folder = `courses/${course.name}/textbook`;
  return {
    course,
    textbook,
    folder,
    sources: textbook.folder === undefined ? folder : `${folder}/${textbook.folder.value.replace(/^\//, "")}`,
    title: textbook.title?.value ?? course.title.value,
    repo,
    hub: runs ? { name: shownAddress(people), url: people.url, open, app } : undefined,
  };
}

/** Is this way of running pages asked for? */
export function launches(textbook: Textbook, how: "hub" | "binder" | "thebe"): boolean {
  return textbook.launch.some(({ value }) => value === how);
}
