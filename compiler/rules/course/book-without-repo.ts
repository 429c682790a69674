import { defineRule } from "../rule.ts";

/** A book with a builder names its repository. */
export const bookWithoutRepo = defineRule<{ builder: string }>({
  code: "course/book-without-repo",
  title: "A builder of a book whose sources nobody names",
  why: "The builder's configuration, its buttons and the links to the book's pages all name the repository.",
  message: ({ builder }) => `${builder} is configured for the book's repository: write \`repo\`.`,
  each: "textbooks",
  check: ({ textbook, builder }, report) => {
    if (textbook.repo === undefined) report({ builder: builder.value }, { span: builder.span });
  },
});
