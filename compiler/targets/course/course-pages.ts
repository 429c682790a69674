// The other pages of a course, and where its work is handed in: what a list of links has beside material.

import type { Audience } from "../../model/content.ts";
import type { Course } from "../../model/model.ts";
import type { Moment } from "../../schema/values/moments.ts";
import { printMoment } from "../../text/calendar.ts";
import type { Span } from "../../text/span.ts";

export interface CoursePage {
  readonly name: string;
  readonly url: string;
  /** The only ones to whom it is shown. */
  readonly audience?: Audience | undefined;
  readonly span: Span;
}

/** What everybody of the course may see: lists of links are pasted where students read them. */
export function pagesForStudents(course: Course): CoursePage[] {
  return pagesOf(course).filter(({ audience }) => audience !== "staff");
}

/** Its book, its site, its course in Canvas, and the links that it names. */
export function pagesOf(course: Course): CoursePage[] {
  const pages: CoursePage[] = [];
  const { textbook, site, lms } = course;
  if (textbook?.url) pages.push({ name: "textbook", url: textbook.url.value, span: textbook.url.span });
  if (site?.url) pages.push({ name: "site", url: site.url.value, span: site.url.span });
  if (lms) {
    const url = `${lms.url.value.replace(/\/+$/, "")}/courses/${lms.course.value}`;
    pages.push({ name: "canvas", url, span: lms.course.span });
  }
  for (const { name, url, audience } of course.links) pages.push({ name, url: url.value, audience, span: url.span });
  for (const { name, title, form } of course.lectures)
    if (form)
      pages.push({
        name: `${title?.value ?? (name === "main" ? "lecture" : name)} form`,
        url: form.value,
        span: form.span,
      });
  return pages;
}

/** Something to hand in. */
export interface HandIn {
  readonly name: string;
  readonly title: string;
  readonly notebook: string;
  readonly due: Moment | undefined;
  /** Its page in Gradescope (otter-grader 7, docs: submitting to Gradescope). */
  readonly url: string | undefined;
  readonly span: Span;
}

/** `2026-09-09 23:59`, for programs. */
export function dueText({ due }: HandIn): string | undefined {
  return due && printMoment(due);
}

export function handIns({ grading }: Course): HandIn[] {
  return (grading?.assignments ?? []).map((assignment) => ({
    name: assignment.name,
    title: assignment.title?.value ?? assignment.name,
    notebook: assignment.notebook.value,
    due: assignment.due?.value,
    url:
      assignment.gradescope && grading?.gradescope
        ? `https://www.gradescope.com/courses/${grading.gradescope.value}/assignments/${assignment.gradescope.value}`
        : undefined,
    span: assignment.span,
  }));
}
