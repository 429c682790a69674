// A rule: something that must hold in every model, and how it is said where it does not.

import type { DiagnosticPage, Report } from "../diagnostics/diagnostic.ts";
import type { Model } from "../model/model.ts";

export interface Rule {
  /** The pages of what it may report. */
  readonly diagnostics: readonly DiagnosticPage[];
  readonly check: (model: Model, report: Report) => void;
}
