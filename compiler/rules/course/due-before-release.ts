import type { Moment } from "../../schema/values/moments.ts";
import { printMoment } from "../../text/calendar.ts";
import { defineRule } from "../rule.ts";

/** Nothing is due before it is released. */
export const dueBeforeRelease = defineRule<{ released: string }>({
  code: "course/due-before-release",
  title: "Work that is due before people get it",
  why: "Nobody could hand it in.",
  message: ({ released }) => `This is due before it is released, on ${released}.`,
  each: "assignments",
  check: ({ assignment: { released, due } }, report) => {
    if (released && due && order(due.value) <= order(released.value))
      report({ released: printMoment(released.value) }, { span: due.span });
  },
});

function order({ day, minutes }: Moment): number {
  return day * 1440 + minutes;
}
