// Checks that look at one part at a time. What is wrong with a part stays so until the part changes, so that after an edit only the
// parts that it touched are looked at again.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import type { Model } from "../model/model.ts";
import { computedOnce } from "../text/computed-once.ts";
import type { Rule } from "./rule.ts";

/** A rule's check that looks at each of the parts by itself and at nothing else. */
export function eachPart<T extends object>(
  partsOf: (model: Model) => readonly T[],
  check: (part: T, report: Report) => void,
): Rule["check"] {
  const findings = computedOnce((part: T): readonly Diagnostic[] => {
    const found: Diagnostic[] = [];
    check(part, (diagnostic) => found.push(diagnostic));
    return found;
  });
  return (model, report) => {
    for (const part of partsOf(model)) findings(part).forEach(report);
  };
}
