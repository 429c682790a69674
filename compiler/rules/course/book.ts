import { defineDiagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { buttonInterface } from "../../knowledge/book-buttons.ts";
import type { Textbook } from "../../model/material.ts";
import type { Rule } from "../rule.ts";

const branch = defineDiagnostic({
  code: "course/book-branch",
  severity: "warning",
  title: "A book of Jupyter Book 1 that does not say its branch",
  why: "Jupyter Book 1 takes `master` where no branch is said, so that its buttons open nothing for a repository whose branch is `main`.",
  message: () => "Jupyter Book 1 takes the branch to be `master` where none is said: write `branch`.",
});

const button = defineDiagnostic<{ why: string }>({
  code: "course/no-hub-button",
  severity: "warning",
  title: "A button that the book's builder can't show",
  why: "No setting of Jupyter Book 2 takes a hub's address, and Jupyter Book 1's buttons open the classic notebook or JupyterLab only. What is written instead is a link to the hub above every page, where the builder has a place for it, and a list of links to the book's notebooks.",
  message: ({ why }) =>
    `${why}: its pages get no button to the hub. The links to its notebooks are in \`textbook/links.md\`.`,
});

const twice = defineDiagnostic<{ path: string }>({
  code: "course/chapter-twice",
  severity: "error",
  title: "A page that is twice in a book",
  why: "Every page has one place in a table of contents, from which come its address and what is before and after it.",
  message: ({ path }) => `\`${path}\` is in \`chapters\` already: a page has one place in a book.`,
});

const nothing = defineDiagnostic<{ builder: string }>({
  code: "course/book-without-repo",
  severity: "error",
  title: "A builder of a book whose sources nobody names",
  why: "The builder's configuration, its buttons and the links to the book's pages all name the repository.",
  message: ({ builder }) => `${builder} is configured for the book's repository: write \`repo\`.`,
});

/** What a book's builder is told holds together. */
export const book: Rule = {
  diagnostics: [branch, button, twice, nothing],
  check: (model, report) => {
    for (const { textbook, openWith } of model.courses) {
      const builder = textbook?.builder;
      if (textbook === undefined || builder === undefined) continue;
      const { span } = builder;
      if (textbook.repo === undefined) report(diagnose(nothing, { builder: builder.value }, { span }));
      else if (builder.value === "jupyter-book-1" && textbook.branch === undefined)
        report(diagnose(branch, {}, { span }));
      const why = withoutButton(textbook, openWith.value);
      if (why !== undefined) report(diagnose(button, { why }, { span: textbook.launch[0]?.span ?? span }));
      const seen = new Set<string>();
      for (const { value, span: at } of textbook.chapters) {
        if (seen.has(value)) report(diagnose(twice, { path: value }, { span: at }));
        seen.add(value);
      }
    }
  },
};

/** Why the button that is asked for can't be; undefined where it can, or nobody asked. */
function withoutButton({ builder, launch }: Textbook, app: string): string | undefined {
  if (!launch.some(({ value }) => value === "hub")) return undefined;
  if (builder?.value === "jupyter-book-2") return "Jupyter Book 2 takes no hub's address";
  return buttonInterface(app) === undefined ? `Jupyter Book 1 has no button for \`${app}\`` : undefined;
}
