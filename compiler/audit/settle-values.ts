// Findings in values files that their authors accept with a reason, in a comment above the line.

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type CommentedFile, settle } from "../rules/allowances.ts";
import type { SourceFile } from "../text/source-file.ts";

/** What is left of the findings. `codes`: all that there are. */
export function settleValues(
  diagnostics: readonly Diagnostic[],
  files: readonly SourceFile[],
  codes: readonly string[],
): readonly Diagnostic[] {
  return settle(diagnostics, { trees: [...new Set(files)].map(commented), project: { areas: [], lint: [] }, codes });
}

function commented(file: SourceFile): CommentedFile {
  const matches = [...file.text.matchAll(/^[ \t]*(#[ \t]*hubc:.*)$/gm)];
  const comments = matches.map((match) => ({
    image: match[1] ?? "",
    start: match.index + match[0].length - (match[1] ?? "").length,
  }));
  return { file, comments };
}
