// What the pages of a course are made from: the course on the stages of its hub, and what the lists of links already know.

import type { ChangeDay } from "../../model/change-days.ts";
import type { Audience } from "../../model/content.ts";
import type { Course, CourseHub, Image, Model } from "../../model/model.ts";
import type { Release } from "../../model/release.ts";
import type { Moment } from "../../schema/values/moments.ts";

/** A link that opens a piece of the course. */
export interface MaterialLink {
  /** As people read it. */
  readonly name: string;
  readonly url: string;
  /** The week or unit that it belongs to. */
  readonly part: string | undefined;
  readonly due: Moment | undefined;
}

/** Another page, by the name that the program gives it. */
export interface OtherPage {
  readonly name: string;
  readonly url: string;
  /** The only ones to whom it is shown. */
  readonly audience?: Audience | undefined;
}

export interface CoursePageInput {
  readonly model: Model;
  readonly course: Course;
  /** The image of its servers; absent where none of the program's is it. */
  readonly image: Image | undefined;
  /** The stages of its hub, that for people first, each with the course's links on it. */
  readonly stages: readonly [CourseStage, ...CourseStage[]];
  /** The days on which what is deployed changes, of all hubs. */
  readonly changes: readonly ChangeDay[];
  readonly pages: readonly OtherPage[];
  readonly work: readonly {
    readonly name: string;
    readonly title: string;
    readonly due: Moment | undefined;
    readonly url: string | undefined;
  }[];
}

export interface CourseStage {
  readonly hub: CourseHub;
  /** The same, where it is deployed from here; absent for a hub that somebody else runs. */
  readonly release: Release | undefined;
  readonly links: readonly MaterialLink[];
}
