// What `hubc test` found, as data: every expectation with its requirements, and the findings in order of place.

import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import { jsonReport } from "../diagnostics/render-json.ts";
import type { Examined } from "../examine.ts";
import { writtenIn } from "../expect/expectation.ts";
import { type TestedExpectation, testExpectations } from "../expect/test-expectations.ts";
import { entryOf } from "../model/entry.ts";
import { signInOf } from "../targets/check-sign-in.ts";
import { countWords } from "../text/and-list.ts";
import { type Day, printDate } from "../text/calendar.ts";
import { printJson } from "../text/print-json.ts";
import { positionAt } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";

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

// What `hubc test` found as plain data for other programs.

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

// What `hubc test` found, for a terminal: a line for each expectation, after the findings.

/** The lines, and a sentence that sums them up. */
export function testText({ tested }: TestReport, palette: Palette = plainPalette): string {
  if (tested.length === 0) return "There is no `expect` here, so there is nothing to test.\n";
  return `${[...tested.map((expectation) => line(expectation, palette)), "", summary(tested)].join("\n")}\n`;
}

const words: Readonly<Record<TestStatus, string>> = {
  holds: "holds",
  fails: "fails",
  "not-known": "can't be told",
  "other-days": "is about other days",
};

function line(tested: TestedExpectation, palette: Palette): string {
  const { expectation, requirements, days } = tested;
  const status = statusOf(tested);
  const failing = requirements.filter((one) => one.status !== "holds").length;
  const asked =
    failing === 0
      ? countWords(requirements.length, "requirement")
      : `${failing} of ${countWords(requirements.length, "requirement")}`;
  const [first] = days;
  const on =
    days.length === 1 && first !== undefined
      ? `on ${printDate(first.day)}`
      : `on ${days.length} days that stand for all`;
  const shown = `${expectation.name} ${words[status]}`;
  const more = status === "other-days" ? "" : `: ${asked} ${on}`;
  return `${status === "fails" || status === "not-known" ? palette.error(shown) : shown}${more}`;
}

function summary(tested: readonly TestedExpectation[]): string {
  const count = (status: TestStatus) => tested.filter((expectation) => statusOf(expectation) === status).length;
  const [held, failed, open, others] = [count("holds"), count("fails"), count("not-known"), count("other-days")];
  const parts = [
    `${countWords(held, "expectation")} ${held === 1 ? "holds" : "hold"}`,
    ...(failed > 0 ? [`${failed} ${failed === 1 ? "fails" : "fail"}`] : []),
    ...(open > 0 ? [`${open} can't be told`] : []),
    ...(others > 0 ? [`${others} ${others === 1 ? "is" : "are"} about other days`] : []),
  ];
  return `${parts.join(", ")}.`;
}
