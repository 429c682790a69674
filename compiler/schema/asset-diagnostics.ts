// What can be wrong with the path of `file("…")`.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const outsideProject = defineDiagnostic<{ path: string }>({
  code: "file/outside-project",
  severity: "error",
  title: "A file outside the project",
  why: "A build must not depend on, or give away, files that are not in the repository.",
  message: ({ path }) =>
    `\`${path}\` lies outside the project: \`file("…")\` takes a path inside it, relative to its root.`,
});

export const fileNotFound = defineDiagnostic<{ path: string; suggestion: string | undefined }>({
  code: "file/not-found",
  severity: "error",
  title: "No such file in the project",
  why: '`file("…")` stands for the text of a file of the project, by its path from the project\'s root.',
  message: ({ path, suggestion }) =>
    `There is no file \`${path}\` in the project${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});
