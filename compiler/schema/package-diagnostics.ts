// What can be wrong with a requirement line.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const badRequirement = defineDiagnostic<{ message: string }>({
  code: "image/bad-requirement",
  title: "A line that is no requirement",
  why: "A package block holds what `environment.yml`, `requirements.txt` or `apt.txt` hold, by their own grammars; conda passes over some slips and installs something else.",
  message: ({ message }) => message,
});

export const doubtfulRequirement = defineDiagnostic<{ message: string }>({
  code: "image/doubtful-requirement",
  severity: "warning",
  title: "A requirement that won't do what it seems to",
  why: "The tool takes the line, but reads it differently from how it looks.",
  message: ({ message }) => message,
});

export const packageTwice = defineDiagnostic<{ name: string }>({
  code: "image/duplicate-package",
  title: "A package listed twice in one block",
  why: "Only one of the two lines could hold; a child's line replaces its parent's, but within a block nothing says which is meant.",
  message: ({ name }) => `\`${name}\` is listed twice in this block: keep one line.`,
});
