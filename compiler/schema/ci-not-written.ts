import { defineDiagnostic } from "../diagnostics/diagnostic.ts";

export const ciNotWritten = defineDiagnostic<{ system: string }>({
  code: "project/ci-not-written",
  title: "Continuous integration that nothing is written for",
  why: "`ci/` is written for GitHub Actions and GitLab CI, and the files of hubploy and chartpress. For others there is nothing to put in place; what they would run is `hubc check` and `hubc build`.",
  message: ({ system }) =>
    `Nothing is written for ${system}: use \`github\` (GitHub Actions) or \`gitlab\`, or \`systems = []\` and run \`hubc check\` and \`hubc build\` there yourself.`,
});
