// A `file("…")` of a hidden file.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const hiddenFile = defineDiagnostic<{ path: string; part: string }>({
  code: "file/hidden",
  severity: "error",
  title: "A hidden file",
  why: "Files and folders whose names begin with a dot hold what is not meant for others: tokens in `.env`, keys in `.ssh`, the history in `.git`. What a program takes in goes into images, values and pages. Copy what is meant for them to a file with a plain name.",
  message: ({ path, part }) =>
    path === part
      ? `\`${path}\` is hidden, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a file whose name begins with no dot.`
      : `\`${path}\` is hidden by \`${part}\`, and \`file("…")\` reads no hidden file: copy what is meant for the outputs to a path no part of which begins with a dot.`,
});
