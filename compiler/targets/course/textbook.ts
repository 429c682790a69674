// A course's book: the configuration of its builder, the workflow that publishes it, and a link to the hub for each of its notebooks.
// They are a folder to lay over the book's repository; a book that keeps a configuration of its own takes from it what it wants.

import type { Content } from "../../model/content.ts";
import { derived } from "../../model/sourced.ts";
import type { OutputFile } from "../../output/output-file.ts";
import { type Book, bookOf } from "./book.ts";
import type { LinkLists } from "./hub-link.ts";
import { jupyterBook1 } from "./jupyter-book-1.ts";
import { jupyterBook2 } from "./jupyter-book-2.ts";
import { linkFile, linkFormats } from "./links.ts";

/** Below `courses/<course>/textbook/`; none where no builder is named. */
export function textbookFiles({ course, hubs, dates }: LinkLists): OutputFile[] {
  const { textbook } = course;
  const [people] = hubs;
  if (textbook?.builder === undefined) return [];
  const book = bookOf(course, textbook, people);
  const build = { "jupyter-book-1": jupyterBook1, "jupyter-book-2": jupyterBook2 }[textbook.builder.value];
  return [...build(book), ...pageLinks({ course, hubs, dates }, book)];
}

/** Links to the book's notebooks on the hub, for builders that have no button and for everywhere else. */
function pageLinks({ course, hubs, dates }: LinkLists, book: Book): OutputFile[] {
  const { textbook, repo } = book;
  const notebooks = textbook.chapters.filter(({ value }) => value.endsWith(".ipynb"));
  if (repo === undefined || book.hub === undefined || notebooks.length === 0) return [];
  const root = textbook.folder === undefined ? "" : `${textbook.folder.value.replace(/^\//, "")}/`;
  const content: Content = {
    name: "textbook",
    repo: derived(repo, textbook.span, "textbook"),
    branch: textbook.branch,
    branches: [],
    folder: undefined,
    private: derived(false, textbook.span, "textbook"),
    signIn: undefined,
    depth: undefined,
    open: notebooks.map(({ value, span }) => ({
      name: value,
      path: root + value.replace(/^\//, ""),
      app: undefined,
      branch: undefined,
      title: undefined,
      part: undefined,
      due: undefined,
      span,
    })),
    span: textbook.span,
  };
  const title = textbook.title ?? course.title;
  const none = { doc: undefined, links: [], site: undefined, lms: undefined, grading: undefined };
  const lists: LinkLists = { course: { ...course, ...none, title, contents: [content] }, hubs, dates };
  return linkFormats.map((format) => ({ ...linkFile(lists, format), path: `${book.folder}/links.${format}` }));
}
