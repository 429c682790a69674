// A budget that is a gate, held against what the nodes are estimated to cost.

import { expect, it } from "vitest";
import { exampleHub, gated, onMachines } from "../../support/example-programs.ts";
import { checkProgram, programOf } from "../../support/programs.ts";

const found = (budget: string, machine?: string, course = gated) => {
  const text = onMachines(exampleHub({ course, hub: `  budget { ${budget} }\n` }), machine);
  return checkProgram(programOf(text)).diagnostics.flatMap(({ code, message }) =>
    code.startsWith("hub/") && /budget/.test(code) ? [`${code}: ${message}`] : [],
  );
};

it("stops what costs more, and nothing else", () => {
  expect(found('month = 100  currency = "USD"  gate = true')).toEqual([
    expect.stringMatching(/^hub\/over-budget: Hub `h` is estimated to cost \d+ USD a month, and its budget is 100\.$/),
  ]);
  expect(found('month = 100  currency = "USD"')).toEqual([]);
  expect(found('month = 100  currency = "USD"  gate = false')).toEqual([]);
  expect(found('month = 90000  currency = "USD"  gate = true')).toEqual([]);
});

it("is said to stop nothing where no cost is known", () => {
  expect(found('month = 100  currency = "EUR"  gate = true')).toEqual([
    expect.stringContaining(
      "hub/budget-not-judged: The machines of hub `h` are priced in USD and its budget is in EUR",
    ),
  ]);
  expect(found('month = 100  currency = "USD"  gate = true', "n2-highmem-8", "")).toEqual([
    expect.stringContaining("hub/budget-not-judged: What hub `h` costs is not known"),
  ]);
});
