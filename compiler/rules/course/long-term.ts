import { defineRule } from "../rule.ts";

/** Two years: longer than any course of a degree that has one term. */
const longest = 2 * 366;

/** A term is of months, not of decades. */
export const longTerm = defineRule<{ years: number }>({
  code: "course/long-term",
  severity: "warning",
  title: "A term of years",
  why: "What a course gives ends with its term: roles of its staff, access by its roster, machines for its lectures. A term of years is mostly one digit of the year gone wrong, and then all of that goes on. If a course does last so long, allow it on the line above.",
  message: ({ years }) => `This term lasts ${years} years: is each year right?`,
  eachAlone: "courses",
  check: ({ term }, report) => {
    const days = term.value.to - term.value.from;
    if (days > longest) report({ years: Math.round(days / 365.25) }, { span: term.span });
  },
});
