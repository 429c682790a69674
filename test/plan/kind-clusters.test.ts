// What a plan says of a cluster of kind, which has to be made anew for other nodes and ports.

import { expect, test } from "vitest";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { builtProgram } from "../support/plan-changes.ts";
import { smallProgram } from "../support/small-program.ts";

const stages = ["  stage prod { }", '  stage staging { domain = "staging.example.edu" }'].join("\n");

function program({ nodes = "1..1", memory = "64GiB", hub = "" } = {}): string {
  const pool = `pool users { nodes = ${nodes}  memory = ${memory}  cpu = 16 }`;
  const text = smallProgram({ hub, course: "  students = 9\n  peak = 3" });
  return text.replace(/provider \w+ k \{[^\n]*\}/, `provider kind k { ${pool} }`);
}

function warnings(before: string, after: string): readonly string[] {
  const [was, is] = [builtProgram(before), builtProgram(after)];
  const { plan } = planned(snapshotOf(was), is, { readYaml, settle: (found) => found });
  return plan.changes.flatMap(({ code, weight, section, text }) =>
    code === "cluster-anew" ? [`${section} ${weight}: ${text}`] : [],
  );
}

const anew = (what: string) =>
  `work warning: The cluster k of kind needs ${what}, and kind changes no cluster that is there: it has to be deleted and made anew. What lies on its own volumes is lost then.`;

test.each([
  ["more nodes", program(), program({ nodes: "2..2" }), [anew("other nodes")]],
  ["a stage more", program(), program({ hub: stages }), [anew("ports for what is new")]],
  ["both", program(), program({ hub: stages, nodes: "2..2" }), [anew("other nodes and ports for what is new")]],
  ["a stage less", program({ hub: stages }), program(), []],
  ["nodes that nothing adds", program(), program({ nodes: "1..4" }), []],
  ["a machine of another size", program(), program({ memory: "32GiB" }), []],
])("%s", (_, before, after, expected) => {
  expect(warnings(before, after)).toEqual(expected);
});
