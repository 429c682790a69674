// A `file("…")` of a file that git ignores.

import { defineDiagnostic } from "./diagnostic.ts";

export const ignoredFile = defineDiagnostic<{ what: string }>({
  code: "file/ignored",
  severity: "error",
  title: "A file that git ignores",
  why: "A file that is ignored is not in the repository: others build without it, and it is often ignored since it holds what must not be seen. What a program takes in goes into images, values and pages. Keep what is meant for them in a file that is committed.",
  message: ({ what }) =>
    `${what} is ignored by git, so it is not in the repository: commit it (a line \`!NAME\` in .gitignore takes it back), or take another file.`,
});
