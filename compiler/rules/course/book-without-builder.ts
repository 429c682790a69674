import type { Textbook } from "../../model/material.ts";
import { andList } from "../../text/and-list.ts";
import { defineRule } from "../rule.ts";

/** What a book is built from is said of one that is built. */
export const bookWithoutBuilder = defineRule<{ keys: readonly string[] }>({
  code: "course/book-without-builder",
  severity: "warning",
  title: "What a book is built with, and nothing that builds it",
  why: "Of a textbook without `builder`, nothing is written but links to where it is read. Its title, its pages and where they are run stand in the configuration of Jupyter Book, which is written for a builder.",
  message: ({ keys }) =>
    `${andList(keys.map((key) => `\`${key}\``))} of the textbook ${keys.length === 1 ? "has" : "have"} no effect without \`builder\`: say which Jupyter Book builds it, or take ${keys.length === 1 ? "it" : "them"} out.`,
  eachAlone: "courses",
  check: ({ textbook }, report) => {
    if (textbook === undefined || textbook.builder !== undefined) return;
    const said = ofBuilder(textbook).flatMap(([key, value]) =>
      value === undefined || value.how === "default" ? [] : [{ key, span: value.span }],
    );
    const [first] = said;
    if (first !== undefined) report({ keys: said.map(({ key }) => key) }, { span: first.span });
  },
});

function ofBuilder({ branch, title, authors, license, folder, chapters, launch }: Textbook) {
  return Object.entries({
    branch,
    title,
    authors: authors[0],
    license,
    folder,
    chapters: chapters[0],
    launch: launch[0],
  });
}
