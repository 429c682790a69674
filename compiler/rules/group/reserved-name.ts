import { isReservedName, writtenPeopleGroup } from "../../model/reserved-names.ts";
import { defineRule } from "../rule.ts";

/** No group is named as hubc names its own. */
export const reservedName = defineRule<{ group: string; meaning: string }>({
  code: "group/reserved-name",
  title: "A group with a name that is hubc's own",
  why: "hubc makes groups itself: of each course's people, of accounts that work together. A group of the same name would be taken for it, and its members for people with other rights.",
  message: ({ group, meaning }) => `\`${group}\` is ${meaning}: call the group otherwise.`,
  check: ({ groups, courses }, report) => {
    const ofCourses = new Map(courses.map((course) => [writtenPeopleGroup(course), course.name]));
    for (const { name, span } of groups) {
      const course = ofCourses.get(name.toLowerCase());
      const meaning =
        course !== undefined
          ? `the group that hubc makes of the people of course \`${course}\``
          : isReservedName(name)
            ? "among the names that hubc keeps for its own groups"
            : undefined;
      if (meaning !== undefined) report({ group: name, meaning }, { span });
    }
  },
});
