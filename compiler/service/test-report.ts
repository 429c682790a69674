// What `hubc test` found, as data: every expectation with its requirements, and the findings in order of place.

import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Examined } from "../examine.ts";
import { type TestedExpectation, testExpectations } from "../expect/test-expectations.ts";
import { entryOf } from "../model/entry.ts";
import { signInOf } from "../targets/check-sign-in.ts";
import type { Day } from "../text/calendar.ts";

export interface TestReport {
  readonly tested: readonly TestedExpectation[];
  readonly findings: readonly Diagnostic[];
}

export type TestStatus = "holds" | "fails" | "not-known" | "other-days";

/** Asks every expectation of a program without errors; `only`: on this day alone. */
export function testReport({ expectations, modelOn, options }: Examined, only: Day | undefined): TestReport {
  const tested = testExpectations(expectations, {
    modelOn,
    entryOf: (release) => entryOf(signInOf(release)),
    on: options.on,
    only,
  });
  const findings = tested.flatMap(({ requirements }) => requirements.flatMap((one) => one.findings));
  return { tested, findings: sortDiagnostics(findings) };
}

/** The worst of its requirements. `other-days`: nothing of it is about the day that was asked for. */
export function statusOf({ requirements, days }: TestedExpectation): TestStatus {
  if (days.length === 0) return "other-days";
  const all = requirements.map(({ status }) => status);
  return all.find((one) => one === "fails") ?? all.find((one) => one === "not-known") ?? "holds";
}
