// What is found while the parts of a program come together.

import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const severalProjects = defineDiagnostic({
  code: "names/several-projects",
  severity: "error",
  title: "More than one `project`",
  why: "A project's settings hold for everything below its folder; two would contradict each other.",
  message: () => "There is already a `project` here: a program has at most one.",
});
