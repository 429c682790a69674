// Changes that an editor offers for a stretch of a file: the fixes of its findings, missing settings, and a parent for what is selected.

import type { Diagnostic, TextEdit } from "../../diagnostics/diagnostic.ts";
import type { Examined } from "../../examine.ts";
import { missingSetting } from "../../schema/schema-diagnostics.ts";
import type { Range } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import { addMissing } from "./add-missing.ts";
import { extractParent } from "./extract-parent.ts";

export interface CodeAction {
  /** An imperative phrase. */
  readonly title: string;
  readonly kind: "quickfix" | "refactor.extract" | "refactor.rewrite" | "source.fixAll";
  readonly edits: readonly TextEdit[];
  /** What it mends. */
  readonly diagnostics: readonly Diagnostic[];
  /** The only or the best of several fixes. */
  readonly preferred: boolean;
}

/** The changes for a range, which may be empty: a cursor. */
export function codeActions(known: Examined, file: SourceFile, range: Range): readonly CodeAction[] {
  const here = known.diagnostics.filter(({ span }) => span.file.path === file.path && touches(span, range));
  const isCurrent = known.sources.files.some((one) => one === file);
  const fixes = isCurrent ? here.flatMap(fixActions) : []; // edits of an older text would go wrong
  const missing = here.flatMap((diagnostic) =>
    diagnostic.code === missingSetting.code ? (addMissing(known, file, diagnostic) ?? []) : [],
  );
  const parent = extractParent(known, file, range);
  return [...fixes, ...missing, ...(parent ? [parent] : [])];
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function fixActions(diagnostic: Diagnostic): readonly CodeAction[] {
  return diagnostic.fixes.map(({ title, edits, applies }) => ({
    title,
    kind: "quickfix",
    edits,
    diagnostics: [diagnostic],
    preferred: diagnostic.fixes.length === 1 && applies === "always",
  }));
}
