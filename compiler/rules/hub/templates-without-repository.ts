import { defineRule } from "../rule.ts";

/** What is said of a repository is said beside its address. */
export const templatesWithoutRepository = defineRule<{ setting: string }>({
  code: "hub/templates-without-repository",
  title: "Something about a repository that is not there",
  why: "A branch, a folder of pictures and a time between two looks are those of a repository of templates. Without one they do nothing.",
  message: ({ setting }) =>
    `\`${setting}\` is about a repository of templates, and none is named: add \`repository\`, or take it out.`,
  judges: "parts",
  check: ({ releases }, report) => {
    const found = releases.flatMap(({ templates }) => templates?.withoutRepository ?? []);
    for (const { value, span } of found) report({ setting: value }, { span });
  },
});
