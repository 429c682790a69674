// One mistake is one message: no rule speaks beside the finding that says what to mend.

import { expect, test } from "vitest";
import { mistakes, rightProgram } from "./support/independent-mistakes.ts";
import { findingsIn, findingsOf } from "./support/mistake-findings.ts";

test("the program without a mistake has no finding", () => expect(findingsIn(rightProgram)).toEqual([]));

test.each(mistakes.map((one) => [one.name, one] as const))("%s is one finding", (name, one) => {
  const found = findingsOf(one);
  const codes = found.map((finding) => finding.split(" at ")[0]);
  const others = found.length > 1 ? ": another rule speaks beside it" : "";
  expect(codes, `${name}: one mistake is one message${others}\n${found.join("\n")}\n`).toEqual([one.code]);
});
