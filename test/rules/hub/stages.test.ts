// Which stages are for people, and what follows from it.

import { describe, expect, it } from "vitest";
import { findings, modelOf, smallProgram } from "../../support/small-program.ts";

const stage = (name: string, body = "") => `  stage ${name} { domain = "${name}.example.edu" ${body} }\n`;
const onNfs = (hub: string) =>
  smallProgram({ hub }).replace(
    "storage dynamic homes { size = 5GiB }",
    'storage nfs homes { server = "10.0.0.2" export = "/homes" }',
  );

describe("a stage for people", () => {
  it.each(["production", "live", "main"])("is not guessed from the name %s", (name) => {
    expect(findings(smallProgram({ hub: stage(name) }))).toContain("hub/undeclared-stage");
    expect(findings(smallProgram({ hub: stage(name, "for = people") }))).not.toContain("hub/undeclared-stage");
    expect(findings(smallProgram({ hub: stage(name, "for = trial") }))).not.toContain("hub/undeclared-stage");
  });

  it("is `prod`, and others are trials, where nothing is said", () => {
    const { releases } = modelOf(onNfs(`${stage("staging")}${stage("dev")}  stage prod { }\n`));
    expect(releases.map(({ stage, forPeople, pathPrefix }) => [stage, forPeople.value, pathPrefix])).toEqual([
      ["dev", false, "_dev/"],
      ["prod", true, ""],
      ["staging", false, "_staging/"],
    ]);
  });

  it("keeps its work at the storage's own paths, whatever its name", () => {
    const { releases } = modelOf(onNfs(`${stage("production", "for = people")}${stage("dev")}`));
    expect(releases.map(({ stage, pathPrefix }) => [stage, pathPrefix])).toEqual([
      ["dev", "_dev/"],
      ["production", ""],
    ]);
  });

  it("has homes of its own", () => {
    const two = `  stage prod { }\n${stage("summer", "for = people")}`;
    expect(findings(onNfs(two))).toContain("hub/stages-for-people");
    expect(findings(smallProgram({ hub: two }))).not.toContain("hub/stages-for-people");
    expect(findings(onNfs(`  stage prod { }\n${stage("summer")}`))).not.toContain("hub/stages-for-people");
  });
});
