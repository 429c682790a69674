import { expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { planSummary } from "../../compiler/service/plan-summary.ts";
import { builtProgram, programAfter, programBefore, programChanges } from "../support/plan-changes.ts";

const before = snapshotOf(builtProgram(programBefore));

test.each([
  ["comment", "changes nothing that is deployed"],
  ["memory-grows", /^changes 1 hub, restarts 1, \+[\d,]+ USD a month$/],
  ["chart", "changes 2 hubs, restarts 2"],
  ["server-of-homes", /^changes 1 hub(?:, restarts 1)?; \d changes? (?:is|are) refused$/],
])("the change %s in a few words", (name, words) => {
  const change = programChanges.find((one) => one.name === name);
  if (change === undefined) throw new Error(`there is no change ${name}`);
  const after = builtProgram(programAfter(change));
  const { plan } = planned(before, after, { readYaml, settle: (found) => found });
  expect(planSummary(plan, before, snapshotOf(after))).toMatch(
    typeof words === "string" ? new RegExp(`^${words}$`) : words,
  );
});
