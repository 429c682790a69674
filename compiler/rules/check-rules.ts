// All rules over a program that may have errors. They look at what is sound, and then at what is known of the rest; whoever looks at
// something unknown is stopped there.

import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";
import { reportedOnce } from "../diagnostics/reported-once.ts";
import { asFarAsKnown } from "../model/as-far-as-known.ts";
import type { OfPart } from "../model/kept.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { Rule } from "./rule.ts";
import * as listed from "./rules.ts";
import { sharedAnswers } from "./shared-answers.ts";

const rules: readonly Rule[] = Object.values(listed);

/** What of a program rules may look at. Where nothing has an error, all of them are the model. */
export interface Views {
  /** Without declarations that have errors, and without releases that hold one. */
  readonly sound: Model;
  /** The same with such releases, without their parts that have errors, but for those whose hub has one. */
  readonly inParts: Model;
  /** Releases that are not among those, as far as they are known. */
  readonly others: readonly Release[];
  /** Everything, as far as it is known. */
  readonly known: Model;
}

/** Reports what the rules find, each finding once. What follows from a part that did not change is known by `ofPart`. */
export function checkRules({ sound, inParts, others, known }: Views, ofPart: OfPart, report: Report): void {
  const judging = (what: Rule["judges"]) => rules.filter(({ judges }) => judges === what);
  const diagnostics: Diagnostic[] = [];
  const look = (chosen: readonly Rule[], model: Model) => {
    const before = new Set(diagnostics.map(placeOf));
    const judge: Report = (diagnostic) => {
      if (before.has(placeOf(diagnostic))) return;
      diagnostics.push(diagnostic);
      report(diagnostic);
    };
    const shared = sharedAnswers(model, ofPart);
    for (const rule of chosen) asFarAsKnown(() => rule.check(model, reportedOnce(judge, rule), shared));
  };
  const [usual, ofParts, ofWhole] = [judging(undefined), judging("parts"), judging("whole")];
  look(usual, sound);
  look(ofParts, inParts);
  if (known === sound) {
    look(ofWhole, sound);
    return;
  }
  for (const release of others) look(ofParts, { ...known, releases: [release] });
  look(rules, known);
}

function placeOf({ code, span }: Diagnostic): string {
  return `${code} ${span.file.path} ${span.start}`;
}
