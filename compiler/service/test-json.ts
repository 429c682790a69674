// What `hubc test` found as plain data for other programs.

import { jsonReport } from "../diagnostics/render-json.ts";
import { writtenIn } from "../expect/expectation.ts";
import type { TestedExpectation } from "../expect/test-expectations.ts";
import { printDate } from "../text/calendar.ts";
import { printJson } from "../text/print-json.ts";
import { positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { statusOf, type TestReport } from "./test-report.ts";

/** The report as JSON text. `days` stand for all days that the expectation is about. */
export function testJson({ tested, findings }: TestReport): string {
  return printJson({
    version: 1,
    expectations: tested.map(expectationData),
    diagnostics: jsonReport(findings).diagnostics,
  });
}

function expectationData(tested: TestedExpectation): object {
  const { expectation, days, requirements } = tested;
  const { name, hub, course, stage, span } = expectation;
  return {
    name,
    status: statusOf(tested),
    ...placeOf(span),
    hub,
    ...(course === undefined ? {} : { course }),
    ...(stage === undefined ? {} : { stage }),
    days: days.map(({ day }) => printDate(day)),
    requirements: requirements.map(({ requirement, status }) => ({
      require: writtenIn(requirement),
      status: days.length === 0 ? "other-days" : status,
      ...placeOf(requirement.span),
    })),
  };
}

function placeOf({ file, start }: Span): object {
  return { file: file.path, line: positionAt(file, start).line };
}
