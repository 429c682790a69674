// What can be wrong with a page's template. They are mistakes in a file, which can't be allowed: nothing can be made of it.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const templateSyntax = defineDiagnostic<{ reason: string; line: number | undefined }>({
  code: "file/template-syntax",
  title: "A template that can't be read",
  why: "A page's template is Handlebars: `{{title}}` stands for a value, and `{{#if …}}`, `{{#unless …}}`, `{{#each …}}` and `{{#with …}}` end with `{{/if}}` and so on.",
  message: ({ reason, line }) => `This template can't be read${placeOf(line)}: ${reason}.`,
});

export const templateUnsafe = defineDiagnostic<{ reason: string; line: number | undefined }>({
  code: "file/template-unsafe",
  title: "A template that does more than show values",
  why: "Values are escaped wherever they stand, so that nobody's words become a page's markup; and a template runs nothing, so that a build depends on nothing but the program.",
  message: ({ reason, line }) => `This can't be in a page's template${placeOf(line)}: ${reason}.`,
});

export const templateName = defineDiagnostic<{ reason: string; line: number | undefined }>({
  code: "file/template-name",
  title: "A value that a page does not have",
  why: "A template names the values of its page. A name that is not there would leave a gap that nobody sees.",
  message: ({ reason, line }) =>
    `The page has no such value${placeOf(line)}: ${reason}${/[?]$/.test(reason) ? "" : "."}`,
});

export const templateTwice = defineDiagnostic<{ format: string }>({
  code: "file/template-twice",
  title: "Two templates for one page",
  why: "A page is made once as Markdown and once as HTML, and each has one template. A file whose name ends in `.html.hbs` makes HTML, any other template Markdown.",
  message: ({ format }) => `There is a template for this page as ${format} already.`,
});

/** Where the finding's own place is not the line in the template. */
function placeOf(line: number | undefined): string {
  return line === undefined ? "" : ` (line ${line})`;
}
