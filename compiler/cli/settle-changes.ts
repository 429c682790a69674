// What of a change is refused once the program's allowances and levels are applied.

import { codes } from "../catalogue.ts";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Sources } from "../examine.ts";
import type { Model } from "../model/model.ts";
import { settle } from "../rules/allowances.ts";
import { parse } from "../syntax/parse.ts";

/** An allowance stands above the line at which a change is refused, as it does for what a check finds. */
export function settledChanges(
  diagnostics: readonly Diagnostic[],
  { files }: Sources,
  { project }: Model,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return [];
  const trees = files.map((file) => parse(file, () => {}));
  const known = new Set(diagnostics.map(({ code }) => code));
  return sortDiagnostics(settle(diagnostics, { trees, project, codes })).filter(({ code }) => known.has(code));
}
