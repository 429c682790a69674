import type { Group } from "../../model/model.ts";
import type { Sourced } from "../../model/sourced.ts";
import { defineRule } from "../rule.ts";

/** A course's people are those of its own course in Canvas. */
export const otherCanvasCourse = defineRule<{ group: string; id: number; own: number }>({
  code: "course/other-canvas-course",
  severity: "warning",
  title: "People of another Canvas course",
  why: "Canvas gives a course a new id each term. A group that still names the last one's gives last term's people this term's course.",
  message: ({ group, id, own }) =>
    `Group \`${group}\` is of the Canvas course ${id}, and this course is ${own}: give both the same \`let\`, or allow it if the other is meant.`,
  check: (model, report) => {
    const groups = new Map(model.groups.map((group) => [group.name, group]));
    for (const { lms, staff, roster } of model.courses) {
      if (lms === undefined) continue;
      const own = lms.course.value;
      for (const { name, id } of [...staff, ...roster].flatMap(({ value }) => idsOf(groups.get(value)))) {
        if (id.value === own) continue;
        const related = [{ span: lms.course.span, message: "The course's own id." }];
        report({ group: name, id: id.value, own }, { span: id.span, related });
      }
    }
  },
});

function idsOf(group: Group | undefined): { readonly name: string; readonly id: Sourced<number> }[] {
  return (group?.sources ?? []).flatMap((source) =>
    source.kind === "canvas" ? [{ name: group?.name ?? "", id: source.course }] : [],
  );
}
