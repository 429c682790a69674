// Checks that look at some parts of a model and at no others. What they find stays so until one of those parts is another, so that
// after an edit only what it touched is looked at again.

import type { Report } from "../diagnostics/diagnostic.ts";
import { asFarAsKnown } from "../model/known-model.ts";
import type { Model } from "../model/model.ts";
import type { Rule } from "./rule.ts";

/** A rule's check that looks at each of the parts by itself and at nothing else. */
export function eachPart<T extends object>(
  partsOf: (model: Model) => readonly T[],
  check: (part: T, report: Report) => void,
): Rule["check"] {
  const step = Symbol("each part");
  return (model, report, memory) => {
    memory.recallEach({ each: partsOf(model), step, report }, (found, part) => asFarAsKnown(() => check(part, found)));
  };
}

/** What a check looks at. */
export interface Looking<T extends object> {
  readonly at: (model: Model) => readonly T[];
  /** All else that it looks at for a part, compared by identity. */
  readonly beside: (part: T, model: Model) => readonly unknown[];
}

/** A rule's check that looks at each of the parts and at what is named beside it: for few parts that hold many, as releases do. */
export function eachPartBeside<T extends object>(
  { at, beside }: Looking<T>,
  check: (part: T, model: Model, report: Report) => void,
): Rule["check"] {
  const step = Symbol("each part beside others");
  return (model, report, memory) => {
    for (const about of at(model)) {
      asFarAsKnown(() => {
        const inputs = beside(about, model);
        memory.recall({ about, step, inputs, report }, (found, part) => asFarAsKnown(() => check(part, model, found)));
      });
    }
  };
}

/** A rule's check that looks at lists of the model and at nothing else, and finds the same as long as they are the same lists. */
export function onlyLists(
  listsOf: (model: Model) => readonly [readonly unknown[], ...unknown[]],
  check: (model: Model, report: Report) => void,
): Rule["check"] {
  const step = Symbol("only lists");
  return (model, report, memory) => {
    const [about, ...inputs] = listsOf(model);
    memory.recall({ about, step, inputs, report }, (found) => asFarAsKnown(() => check(model, found)));
  };
}

/** The same check where several parts may find the same: of findings of one code at one place the first is told. */
export function toldOnce(check: Rule["check"]): Rule["check"] {
  return (model, report, memory) => {
    const told = new Set<string>();
    const once: Report = (diagnostic) => {
      const { code, span } = diagnostic;
      const key = `${code} ${span.file.path} ${span.start}`;
      if (told.has(key)) return;
      told.add(key);
      report(diagnostic);
    };
    check(model, once, memory);
  };
}
