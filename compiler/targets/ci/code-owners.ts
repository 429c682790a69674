// CODEOWNERS: who reviews which folder, so that what the compiler keeps apart a repository keeps apart too. The last line that fits a file is
// the one that counts, so the operators' line comes first and each area's own after it.
// Sources: GitHub's "About code owners" and GitLab's "Code Owners" of 18.x, 2026-11.

import type { Model } from "../../model/model.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";

/** `ci/<system>/CODEOWNERS`; absent where a project has no areas. */
export function codeOwners(system: "github" | "gitlab", { project }: Model): OutputFile | undefined {
  const { areas, operators, ci, span } = project;
  if (areas.length === 0 || operators.length === 0) return undefined;
  const top = ci.folder.value === "." ? "" : `/${ci.folder.value}`;
  const everything = operators.map(({ value }) => value).join(" ");
  const lines = [
    { text: "# Who reviews what. Written by hubc; edit the areas of the project, not this." },
    { text: `* ${everything}`, origin: operators[0]?.span ?? span },
    ...areas.map(({ folder, owners, span: origin }) => ({
      text: `${top}/${folder.value}/ ${owners.map(({ value }) => value).join(" ")}`,
      origin,
    })),
  ];
  return textFile(`ci/${system}/CODEOWNERS`, lines, span);
}
