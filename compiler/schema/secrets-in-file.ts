// Secrets in the text of a file of the program, wherever they stand: in values, keys and names, in lines of packages, in comments,
// and on lines that can't be read.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { secretStretches } from "../diagnostics/secret-stretches.ts";
import type { SourceFile } from "../text/source-file.ts";
import { looksLikeSecret } from "./secret-diagnostics.ts";

/** Reports each secret once, at its own place. */
export function findSecrets(file: SourceFile, report: Report): void {
  for (const { what, start, end, hidden } of secretStretches(file.text)) {
    const texts = [file.text.slice(hidden.start, hidden.end)];
    report(diagnose(looksLikeSecret, { what }, { span: { file, start, end }, hidden: texts }));
  }
}
