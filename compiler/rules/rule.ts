// A rule: something that must hold in every model, and how it is said where it does not.

import {
  type DiagnosticKind,
  defineDiagnostic,
  diagnose,
  type Place,
  type Report,
  type WrittenDiagnostic,
} from "../diagnostics/diagnostic.ts";
import { asFarAsKnown } from "../model/as-far-as-known.ts";
import { type OfPart, outcomeOf } from "../model/kept.ts";
import type { Model } from "../model/model.ts";
import { type Parts, partsOf } from "./parts.ts";
import { type SharedAnswers, type SharedByPart, sharedByPart } from "./shared-answers.ts";

export interface Rule {
  /** What it reports; of some the definition stands elsewhere, since it is not theirs alone. */
  readonly diagnostic?: DiagnosticKind;
  /**
   * It judges each course, image, storage or pool by itself and says nothing of what is missing, so that a release with an error
   * elsewhere may be looked at too, without the parts that have one. Without this a rule sees only releases that are sound in all their parts,
   * and, as all rules do, everything that is known. `whole` is for one that says what is missing: it sees nothing less than everything that is
   * known, in which whoever asks for more is stopped.
   */
  readonly judges?: "parts" | "whole";
  /** It may find several things of one code at one place, and words each otherwise. Of other rules, the first finding of a code at a place is reported. */
  readonly several?: true;
  /** Reports what it finds, in each stage and part where it finds it: the same finding is reported once. */
  readonly check: (model: Model, report: Report, shared: SharedAnswers) => void;
}

/** Reports that the rule does not hold at a place. */
export type ReportOf<P = object> = (parameters: P, place: Place) => void;

/**
 * Looks at the model, or at each part of a kind, as far as it is known. What is found of `eachAlone` follows from the part itself, so that a part
 * which an edit does not change is not looked at again.
 */
type Check<P> =
  | {
      readonly each?: undefined;
      readonly eachAlone?: undefined;
      readonly check: (model: Model, report: ReportOf<P>, shared: SharedAnswers) => void;
    }
  | {
      readonly [K in keyof Parts]: {
        readonly each: K;
        readonly eachAlone?: undefined;
        readonly check: (part: Parts[K], report: ReportOf<P>, model: Model, shared: SharedAnswers) => void;
      };
    }[keyof Parts]
  | {
      readonly [K in keyof Parts]: {
        readonly each?: undefined;
        readonly eachAlone: K;
        readonly check: (part: Parts[K], report: ReportOf<P>, shared: SharedByPart) => void;
      };
    }[keyof Parts];

/** A rule and what it says where it does not hold. */
export function defineRule<P = object>(rule: WrittenDiagnostic<P> & Pick<Rule, "judges" | "several"> & Check<P>): Rule {
  const { judges, several, each, eachAlone, check: _, ...written } = rule;
  const diagnostic = defineDiagnostic(written);
  const reportOf =
    (report: Report): ReportOf<P> =>
    (parameters, place) =>
      report(diagnose(diagnostic, parameters, place));
  return { diagnostic, ...(judges && { judges }), ...(several && { several }), check: checkOf(rule, reportOf) };
}

function checkOf<P>(rule: Check<P>, reportOf: (report: Report) => ReportOf<P>): Rule["check"] {
  const { each, eachAlone } = rule;
  if (each !== undefined) {
    const check = rule.check as CheckPart<P, [Model, SharedAnswers]>; // of the kind that `each` names
    return (model, report, shared) => {
      for (const part of partsOf[each](model)) asFarAsKnown(() => check(part, reportOf(report), model, shared));
    };
  }
  if (eachAlone !== undefined) {
    const check = rule.check as CheckPart<P, [SharedByPart]>; // of the kind that `eachAlone` names
    const findingsIn = (part: object, ofPart: OfPart) =>
      outcomeOf((report) => asFarAsKnown(() => check(part, reportOf(report), sharedByPart(ofPart)))).found;
    return (model, report, { ofPart }) => {
      for (const part of partsOf[eachAlone](model)) ofPart(findingsIn, part).forEach(report);
    };
  }
  const check = rule.check as CheckPart<P, [SharedAnswers]>; // of the model
  return (model, report, shared) => check(model, reportOf(report), shared);
}

type CheckPart<P, Beside extends unknown[]> = (part: object, report: ReportOf<P>, ...beside: Beside) => void;
