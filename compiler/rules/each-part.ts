// Common ways to look at a model.

import { asFarAsKnown } from "../model/as-far-as-known.ts";
import type { Model } from "../model/model.ts";
import type { ReportOf } from "./rule.ts";
import type { SharedAnswers } from "./shared-answers.ts";

/** A rule's check that looks at each of the parts, as far as it is known. */
export function eachPart<T, P>(
  partsOf: (model: Model) => readonly T[],
  check: (part: T, report: ReportOf<P>, model: Model, shared: SharedAnswers) => void,
): (model: Model, report: ReportOf<P>, shared: SharedAnswers) => void {
  return (model, report, shared) => {
    for (const part of partsOf(model)) asFarAsKnown(() => check(part, report, model, shared));
  };
}
