import { coursesAhead } from "../../capacity/room-ahead.ts";
import { defineRule } from "../rule.ts";

/** Where room is kept free, pods have priorities. */
export const spareWithoutPriority = defineRule({
  code: "hub/spare-without-priority",
  title: "Room kept free for people, and no priorities",
  why: "Placeholders make room by being stopped when somebody's server needs it, and Kubernetes stops a pod for another only by their priorities. Without them the room is taken for good.",
  message: () =>
    "Room is kept free, by `spare` or before lectures and exams, by pods that give way, and they give way only by priority: leave `pod-priority` out.",
  check: ({ releases }, report) => {
    const found = releases.flatMap((release) => {
      const { podPriority, spare } = release;
      const isKept = spare.some(({ count }) => count.value > 0) || coursesAhead(release).length > 0;
      return podPriority?.value === false && isKept ? [podPriority] : [];
    });
    for (const { span } of found) report({}, { span });
  },
});
