// A rule: something that must hold in every model, and how it is said where it does not.

import type { DiagnosticPage, Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import type { Model } from "../model/model.ts";

export interface Rule {
  /** The pages of what it may report. */
  readonly diagnostics: readonly DiagnosticPage[];
  /** Reports what it finds. The memory is for what it found before an edit; `each-part.ts` has the common ways to use it. */
  readonly check: (model: Model, report: Report, memory: Memory) => void;
}
