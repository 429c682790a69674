import { defineRule } from "../rule.ts";

/** A book of Jupyter Book 1 says its branch. */
export const bookBranch = defineRule({
  code: "course/book-branch",
  severity: "warning",
  title: "A book of Jupyter Book 1 that does not say its branch",
  why: "Jupyter Book 1 takes `master` where no branch is said, so that its buttons open nothing for a repository whose branch is `main`.",
  message: () => "Jupyter Book 1 takes the branch to be `master` where none is said: write `branch`.",
  each: "textbooks",
  check: ({ textbook, builder }, report) => {
    if (builder.value === "jupyter-book-1" && textbook.repo !== undefined && textbook.branch === undefined)
      report({}, { span: builder.span });
  },
});
