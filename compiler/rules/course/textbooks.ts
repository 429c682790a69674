// Books that a builder is configured for, for the rules about each.

import type { Textbook } from "../../model/material.ts";
import type { Model } from "../../model/model.ts";

interface BuiltBook {
  readonly textbook: Textbook;
  readonly builder: NonNullable<Textbook["builder"]>;
  /** What the course's servers open with. */
  readonly app: string;
}

export function textbooks({ courses }: Model): readonly BuiltBook[] {
  return courses.flatMap(({ textbook, openWith }) =>
    textbook?.builder === undefined ? [] : [{ textbook, builder: textbook.builder, app: openWith.value }],
  );
}
