import { expect, test } from "vitest";
import { findings, smallProgram } from "../../support/small-program.ts";

const ofHub = (lines: string) =>
  findings(smallProgram({ hub: `  image = img\n${lines}` })).filter((one) => one === "profile/default-twice");
const stages = '  stage trial { domain = "trial.h.campus.edu"  cull = none }\n  stage prod { }\n';

test("one default in a hub of several stages is one", () => {
  expect(ofHub(`  profile a { }\n  profile b { default = true }\n${stages}`)).toEqual([]);
});

test("two are found, once for all stages", () => {
  expect(ofHub(`  profile a { default = true }\n  profile b { default = true }\n${stages}`)).toHaveLength(1);
});
