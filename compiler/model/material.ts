// What a course has beside its servers: its book, its site, its place in the learning management system, and what is handed in and graded.

import type { Moment } from "../schema/values/moments.ts";
import type { Day, Minutes } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";
import type { Sourced } from "./sourced.ts";

export interface Textbook {
  readonly span: Span;
  readonly url: Sourced<string> | undefined;
  readonly repo: Sourced<string> | undefined;
  readonly branch: Sourced<string> | undefined;
  readonly builder: Sourced<"jupyter-book-1" | "jupyter-book-2"> | undefined;
  readonly title: Sourced<string> | undefined;
  readonly authors: readonly Sourced<string>[];
  readonly license: Sourced<string> | undefined;
  /** Where its sources lie in the repository; the root where undefined. */
  readonly folder: Sourced<string> | undefined;
  /** Paths from `folder`, in order; empty where the book has its own table of contents. */
  readonly chapters: readonly Sourced<string>[];
  /** As written; empty stands for the hub. */
  readonly launch: readonly Sourced<"hub" | "binder" | "thebe">[];
}

export interface Site {
  readonly span: Span;
  readonly url: Sourced<string> | undefined;
  readonly repo: Sourced<string> | undefined;
  readonly theme: Sourced<"just-the-class"> | undefined;
  readonly staff: readonly SitePerson[];
}

/** Somebody whom the site names. */
export interface SitePerson {
  readonly id: string;
  readonly span: Span;
  readonly name: Sourced<string>;
  readonly role: Sourced<"instructor" | "teaching-assistant">;
  readonly email: Sourced<string> | undefined;
  readonly website: Sourced<string> | undefined;
  readonly photo: Sourced<string> | undefined;
  readonly about: Sourced<string> | undefined;
}

/** When people can ask, every week of the term; in the project's time zone. */
export interface OfficeHours {
  readonly name: string;
  readonly days: readonly Sourced<"mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun">[];
  readonly time: Sourced<{ readonly from: Minutes; readonly to: Minutes }>;
  readonly with: readonly Sourced<string>[];
  readonly place: Sourced<string> | undefined;
  readonly url: Sourced<string> | undefined;
  readonly span: Span;
}

/** Days without class, the first and the last. */
export interface Holiday {
  readonly name: string;
  readonly on: Sourced<{ readonly from: Day; readonly to: Day }>;
  readonly title: Sourced<string> | undefined;
  readonly span: Span;
}

export interface Lms {
  readonly kind: "canvas";
  readonly url: Sourced<string>;
  readonly course: Sourced<number>;
  readonly span: Span;
}

export interface Grading {
  readonly kind: string;
  readonly span: Span;
  /** OKpy's, of the course. */
  readonly endpoint: Sourced<string> | undefined;
  /** nbgrader's: the course's id there. */
  readonly courseId: Sourced<string> | undefined;
  /** nbgrader's: where its exchange is kept; the hub's homes, where nothing is said. */
  readonly storage: Sourced<string> | undefined;
  /** The course's id in Gradescope. */
  readonly gradescope: Sourced<number> | undefined;
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  readonly name: string;
  readonly span: Span;
  readonly title: Sourced<string> | undefined;
  /** From the root of its repository. */
  readonly notebook: Sourced<string>;
  readonly released: Sourced<Moment> | undefined;
  readonly due: Sourced<Moment> | undefined;
  readonly gradescope: Sourced<number> | undefined;
  readonly points: Sourced<number> | undefined;
  readonly showHidden: Sourced<boolean> | undefined;
  readonly pdf: Sourced<boolean> | undefined;
  readonly seed: Sourced<number> | undefined;
  /** OKpy's, as a pattern of files beside the notebook. */
  readonly tests: Sourced<string> | undefined;
}
