import { defineRule } from "../rule.ts";

/** Each page has one place in a book. */
export const chapterTwice = defineRule<{ path: string }>({
  code: "course/chapter-twice",
  title: "A page that is twice in a book",
  why: "Every page has one place in a table of contents, from which come its address and what is before and after it.",
  message: ({ path }) => `\`${path}\` is in \`chapters\` already: a page has one place in a book.`,
  each: "textbooks",
  check: ({ textbook }, report) => {
    const seen = new Set<string>();
    for (const { value, span } of textbook.chapters) {
      if (seen.has(value)) report({ path: value }, { span });
      seen.add(value);
    }
  },
});
