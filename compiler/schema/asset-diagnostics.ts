// What can be wrong with the path of `file("…")`.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const outsideProject = defineDiagnostic<{ path: string }>({
  code: "file/outside-project",
  title: "A file outside the project",
  why: "A build must not depend on, or give away, files that are not in the repository.",
  message: ({ path }) =>
    `\`${path}\` lies outside the project: \`file("…")\` takes a path inside it, relative to its root.`,
});

export const fileNotFound = defineDiagnostic<{ path: string; suggestion: string | undefined }>({
  code: "file/not-found",
  title: "No such file in the project",
  why: '`file("…")` stands for the text of a file of the project, by its path from the project\'s root.',
  message: ({ path, suggestion }) =>
    `There is no file \`${path}\` in the project${suggestion === undefined ? "." : `: did you mean \`${suggestion}\`?`}`,
});

export const hiddenFile = defineDiagnostic<{ path: string; part: string }>({
  code: "file/hidden",
  title: "A hidden file",
  why: "Files and folders whose names begin with a dot hold what is not meant for others: tokens in `.env`, keys in `.ssh`, the history in `.git`. What a program takes in goes into images, values and pages. Copy what is meant for them to a file with a plain name.",
  message: ({ path, part }) =>
    path === part
      ? `\`${path}\` is hidden, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a file whose name begins with no dot.`
      : `\`${path}\` is hidden by \`${part}\`, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a path no part of which begins with a dot.`,
});
