// What `hubc test` found, for a terminal: a line for each expectation, after the findings.

import { type Palette, plainPalette } from "../diagnostics/palette.ts";
import type { TestedExpectation } from "../expect/test-expectations.ts";
import { countWords } from "../text/and-list.ts";
import { printDate } from "../text/calendar.ts";
import { statusOf, type TestReport, type TestStatus } from "./test-report.ts";

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
