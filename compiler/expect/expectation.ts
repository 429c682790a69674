// An expectation as it was read: whom and what it is about, on which days and stages, and the conditions that must hold.

import type { Subject } from "../access/membership.ts";
import type { Range } from "../model/model.ts";
import type { Judge } from "../policy/verdict.ts";
import type { ConditionNode } from "../syntax/tree.ts";
import type { Day } from "../text/calendar.ts";
import type { Span } from "../text/span.ts";

export interface Expectation {
  readonly name: string;
  /** Its header. */
  readonly span: Span;
  readonly hub: string;
  readonly course: string | undefined;
  /** Undefined for the students of the course, and without a course for somebody in no group. */
  readonly subject: Subject | undefined;
  readonly stage: string | undefined;
  readonly on: Range<Day> | undefined;
  readonly requirements: readonly Requirement[];
  readonly message: string | undefined;
}

export interface Requirement {
  readonly judge: Judge;
  readonly node: ConditionNode;
  readonly span: Span;
}

/** As it is written, in one line. */
export function writtenIn({ span }: Requirement): string {
  return span.file.text.slice(span.start, span.end).replace(/\s+/g, " ");
}
