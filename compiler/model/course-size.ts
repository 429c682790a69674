// What decides how much room a course needs: its servers' size, how many there are, and where they run.

import { course as schema } from "../schema/blocks/course.ts";
import type { Target } from "../schema/value-type.ts";
import { type Block, valueIn } from "./block.ts";
import type { Course } from "./model.ts";
import type { CourseSize } from "./server.ts";
import { derived, mapSourced, type Sourced } from "./sourced.ts";

/** The size that a course's block says. */
export function courseSize(block: Block): CourseSize {
  const { settings } = schema;
  const students = valueIn(block, settings.students);
  return {
    image: nameIn(valueIn(block, settings.image), block),
    students,
    peak: valueIn(block, settings.peak) ?? students,
    memory: valueIn(block, settings.memory),
    cpu: valueIn(block, settings.cpu),
    pool: poolIn(valueIn(block, settings.pool)),
  };
}

/** The declaration that a setting names; the standard library's under a name of its own. */
export function nameIn(target: Sourced<Target> | undefined, block: Block): Sourced<string> {
  return target === undefined
    ? derived("", block.span, block.by)
    : mapSourced(target, ({ name, standard }) => (standard ? `std-${name}` : name));
}

/** The pool that a setting names. */
export function poolIn(target: Sourced<Target> | undefined): Course["pool"] {
  return target && mapSourced(target, ({ name, part }) => ({ provider: name, pool: part ?? "" }));
}
