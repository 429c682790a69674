// A group's `memory` and `cpu` raise its members' servers above what their course says: so the course's policies are asked again of the
// course with what a member of each group has.

import { type Block, valueIn } from "../model/block.ts";
import type { Evaluated, EvaluatedFile } from "../model/evaluate.ts";
import type { Sourced } from "../model/sourced.ts";
import { course as courseSchema } from "../schema/blocks/course.ts";
import { group as groupSchema } from "../schema/blocks/group.ts";
import { type Item, type Target, unknown } from "../schema/value-type.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import { type Situation, situationsOf } from "./situations.ts";

/** A course as it is for the members of a group, in one situation of each. */
export interface RaisedCourse {
  readonly name: string;
  /** The course without the group. */
  readonly usual: Block;
  readonly raised: Block;
  readonly label: string;
}

/** Every course with every group that raises servers of its people. */
export function raisedCourses(files: readonly EvaluatedFile[]): RaisedCourse[] {
  const all = files.flatMap(({ evaluated }) => evaluated.filter(isConcrete));
  const groups = all.filter(({ declaration, block }) => declaration.kind === "group" && raises(block));
  if (groups.length === 0) return [];
  const courses = all.filter(({ declaration }) => declaration.kind === "course");
  const named = new Set(courses.flatMap(({ block }) => groupsIn(block)));
  return groups.flatMap(({ declaration: { name }, block: group }) =>
    courses.flatMap(({ declaration, block: course }) => {
      // Who is in a group that no course names may be in any of them.
      const mayBeIn = !named.has(name) || groupsIn(course).includes(name) || courseIsOpen(course);
      return mayBeIn
        ? pairs(name, situationsOf(group), { name: declaration.name, situations: situationsOf(course) })
        : [];
    }),
  );
}

interface Concrete extends Evaluated {
  readonly block: Block;
}

function isConcrete(one: Evaluated): one is Concrete {
  const { declaration, block } = one;
  return block !== undefined && !declaration.standard && !declaration.node.abstract;
}

function raises(block: Block): boolean {
  return situationsOf(block).some(({ block: one }) => one.settings.has("memory") || one.settings.has("cpu"));
}

function groupsIn(course: Block): string[] {
  return situationsOf(course).flatMap(({ block }) => [...targets(block, "staff"), ...targets(block, "roster")]);
}

/** Without a roster everybody may be in it. */
function courseIsOpen(course: Block): boolean {
  return targets(course, "roster").length === 0;
}

function targets(block: Block, key: "staff" | "roster"): string[] {
  const found: Sourced<readonly Item<Target>[]> | undefined = valueIn(block, courseSchema.settings[key]);
  return (found?.value ?? []).map(({ value }) => value.name);
}

function pairs(
  group: string,
  situations: readonly Situation[],
  course: { readonly name: string; readonly situations: readonly Situation[] },
): RaisedCourse[] {
  return situations.flatMap((situation) =>
    course.situations.flatMap((other) => {
      const raised = raisedBlock(other.block, situation.block);
      const words = [`for members of \`${group}\``, situation.label, other.label].filter((word) => word !== undefined);
      return raised === undefined ? [] : [{ name: course.name, usual: other.block, raised, label: words.join(", ") }];
    }),
  );
}

function raisedBlock(course: Block, group: Block): Block | undefined {
  const settings = new Map(course.settings);
  for (const key of ["memory", "cpu"] as const) {
    const by = valueIn(group, groupSchema.settings[key]);
    const found = course.settings.get(key);
    if (by === undefined || found === unknown) continue;
    const before = valueIn(course, courseSchema.settings[key]);
    const value = before === undefined ? by.value : larger(before.value, by.value);
    if (before === undefined || value.from !== before.value.from || value.to !== before.value.to)
      settings.set(key, { ...by, value });
  }
  return [...settings].some(([key, value]) => course.settings.get(key) !== value) ? { ...course, settings } : undefined;
}

function larger(range: RangeValue<number>, other: RangeValue<number>): RangeValue<number> {
  return { ...range, from: Math.max(range.from, other.from), to: Math.max(range.to, other.to) };
}
