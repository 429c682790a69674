import { defineRule } from "../rule.ts";

/** The announcement is said in one place. */
export const announcementTwice = defineRule({
  code: "hub/announcement-twice",
  title: "The line on the hub's pages, said twice",
  why: "`announcement` is a variable of the templates, and a hub has one of that name.",
  message: () => "`announcement` is said by the hub, too: keep one of the two.",
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ announcement, templates }) =>
      announcement === undefined
        ? []
        : (templates?.vars ?? []).flatMap(({ leaf: { value, span } }) =>
            value.path[0] === "announcement"
              ? [{ span, related: [{ span: announcement.span, message: "The hub says it here." }] }]
              : [],
          ),
    );
    for (const { span, related } of found) report({}, { span, related });
  },
});
