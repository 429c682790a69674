// What `hubc test` finds in a program, and how each of its expectations fares.

import { statusOf, testReport } from "../../compiler/service/test-report.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { type CheckWith, checkProgram, type ProgramTexts } from "./programs.ts";

export interface Tested {
  /** By the name of the expectation. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
  /** Texts of the places that decided it, of all findings. */
  readonly places: readonly string[];
}

/** @throws Error where the program has errors. */
export function testedProgram(
  texts: ProgramTexts,
  { only, ...options }: CheckWith & { readonly only?: string } = {},
): Tested {
  const examined = checkProgram(texts, options);
  if (examined.model === undefined) throw new Error(examined.diagnostics.map(({ message }) => message).join("\n"));
  const { tested, findings } = testReport(examined, only === undefined ? undefined : checkedDate(only));
  return {
    statuses: Object.fromEntries(tested.map((one) => [one.expectation.name, statusOf(one)])),
    messages: findings.map(({ message }) => message),
    places: findings.flatMap(({ related }) => related.map(({ span }) => span.file.text.slice(span.start, span.end))),
  };
}
