// CODEOWNERS: who reviews which folder, so that what the compiler keeps apart a repository keeps apart too. The last line that fits a file is
// the one that counts, so the operators' line comes first and each area's own after it.
// Sources: GitHub's "About code owners" and GitLab's "Code Owners" of 18.x, 2026-11.

import type { Model } from "../../model/model.ts";
import { markdownCode } from "../../output/markdown.ts";
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

/** What it wants of whoever puts it in place: a line of Markdown. */
export function codeOwnersNotes(system: "github" | "gitlab", { project }: Model): string[] {
  if (project.areas.length === 0) return [];
  const { branch } = project.ci;
  return system === "github"
    ? [
        `- A rule for the branch ${markdownCode(branch.value)} that requires a review of code owners, whom \`CODEOWNERS\` names: without it the file asks and does not hold anybody back. Each owner needs the right to write in the repository.`,
      ]
    : [
        `- ${markdownCode(branch.value)} as a protected branch that requires the approval of code owners (Premium), whom \`CODEOWNERS\` names. Without it the file asks and does not hold anybody back.`,
      ];
}
