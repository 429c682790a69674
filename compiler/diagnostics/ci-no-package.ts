// Workflows that are in place, and no package that brings hubc to them.

import { defineDiagnostic } from "./diagnostic.ts";

export const noPackage = defineDiagnostic<{ missing: string; workflow: string }>({
  code: "ci/no-package",
  severity: "warning",
  title: "Workflows that can't get hubc",
  why: "The workflows install what `package.json` and `package-lock.json` at the top of the repository say, and nothing else, so that what they run is pinned. Without the two files every run ends at its first step. `npm install --save-dev --save-exact` of hubc writes both: commit them. Or name a commit of hubc in the project's `ci { hubc = … }`, and build again.",
  message: ({ missing, workflow }) =>
    `${missing} at the top of the repository, and \`${workflow}\` installs hubc from there: run \`npm install --save-dev --save-exact\` of hubc and commit what it writes, or say \`hubc\` in the project's \`ci\`.`,
});
