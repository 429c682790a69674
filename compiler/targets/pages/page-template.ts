// What a page's template is, whoever wrote it: ours are compiled when hubc is built, a project's own when it is checked.

import type { PageFormat } from "./ink.ts";

export const pageKinds = ["students", "staff", "operators"] as const;
export type PageKind = (typeof pageKinds)[number];

/** Puts a view's words into the text. */
export type RenderPage = (view: object) => string;

/** What is wrong with a template, in a sentence without its end, and where: lines and columns count from 0. */
export interface TemplateProblem {
  readonly kind: "syntax" | "unsafe" | "unknown-name";
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** A project's own template, read. */
export interface OwnTemplate {
  /** What it names that the view does not have. */
  problemsWith(view: object): readonly TemplateProblem[];
  /** Only for views without problems. */
  readonly render: RenderPage;
}

/** Reads a project's own template. It takes the compiler of templates along, so that it is loaded only where a project has one. */
export type ReadTemplate = (
  text: string,
  format: PageFormat,
) => OwnTemplate | { readonly problems: readonly TemplateProblem[] };
