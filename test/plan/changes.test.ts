// What hubc plan says of each change of the catalogue, as a terminal, a pull request and another program get it.

import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { settledChanges } from "../../compiler/cli/settle-changes.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { Plan } from "../../compiler/plan/plan.ts";
import { planned, snapshotOf } from "../../compiler/service/plan.ts";
import { planMarkdown } from "../../compiler/service/plan-markdown.ts";
import { planJson, planText } from "../../compiler/service/plan-text.ts";
import { expectGolden } from "../support/golden.ts";
import {
  builtProgram,
  type ProgramChange,
  programAfter,
  programBefore,
  programChanges,
} from "../support/plan-changes.ts";

const schema: object = JSON.parse(
  readFileSync(new URL("../../docs/schemas/plan.schema.json", import.meta.url), "utf8"),
);
const isPlan = new Ajv({ strict: true }).compile(schema);
const against = "1234567, where it left main, for 2026-10-05";
const before = builtProgram(programBefore);

function planOf(change: ProgramChange): Plan {
  const after = builtProgram(programAfter(change));
  return planned(snapshotOf(before), after, {
    readYaml,
    settle: (found) => settledChanges(found, after.sources, after.model),
  }).plan;
}

test("the catalogue has changes of every kind, and those that broke hubs", () => {
  expect(programChanges.length).toBeGreaterThanOrEqual(60);
  expect(programChanges.filter(({ source }) => source.startsWith("what broke")).length).toBeGreaterThanOrEqual(15);
  expect(new Set(programChanges.map(({ name }) => name)).size).toBe(programChanges.length);
});

describe.each(programChanges.map((change) => [change.name, change] as const))("%s", (name, change) => {
  const plan = planOf(change);
  const golden = (end: string) => new URL(`../fixtures/plans/expected/${name}.${end}`, import.meta.url);

  test("is told in a terminal", () => {
    expectGolden(golden("txt"), `${change.title}\n\n${planText(plan, against)}`);
  });

  test("is told on a pull request, in a comment that GitHub takes", () => {
    const text = planMarkdown(plan, against);
    expect(text.length).toBeLessThan(65_536);
    expectGolden(golden("md"), text);
  });

  test("is told as data of the published form", () => {
    const text = planJson(plan, against);
    expect(isPlan(JSON.parse(text)) || isPlan.errors).toBe(true);
    expectGolden(golden("json"), text);
  });
});

test("nothing changes where nothing does, also where hubs have servers and profiles of one name", () => {
  const hub = (name: string, memory: string) => `hub ${name} {
  provider = cloud
  homes    = disks
  domain   = "${name}.example.edu"
  image    = python
  memory   = ${memory}
  pool     = cloud.users
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["dora"] }
  }
  https { letsencrypt = "help@example.edu" }
`;
  const profile = (memory: string) => `  profile small {\n    title = "Small"\n    memory = ${memory}\n  }\n}\n`;
  const own = `${hub("one", "1GiB .. 2GiB")}}\n${hub("two", "2GiB .. 4GiB")}}\n`;
  const chosen = `${hub("three", "1GiB .. 2GiB")}${profile("1GiB .. 2GiB")}${hub("four", "1GiB .. 2GiB")}${profile("2GiB .. 4GiB")}`;
  const built = builtProgram(`${programBefore}\n${own}${chosen}`);
  const { plan } = planned(snapshotOf(built), built, { readYaml, settle: (found) => found });
  expect(plan.changes).toEqual([]);
  expect(plan.releases).toEqual([]);
});

describe("nobody's secret is in a plan", () => {
  const marked = "MARKED-3f9a1c";
  const places: readonly (readonly [string, string, string])[] = [
    ["a variable of servers", "  cull { idle = 1h }", `  cull { idle = 1h }\n  environment { LEVEL = "${marked}" }`],
    ["an announcement", "  cull { idle = 1h }", `  cull { idle = 1h }\n  announcement = "${marked}"`],
    ["a file", "  cull { idle = 1h }", `  cull { idle = 1h }\n  file note { path = "/etc/note"  text = "${marked}" }`],
    ["a value", "  cull { idle = 1h }", `  cull { idle = 1h }\n  values { hub.extraEnv.LEVEL = "${marked}" }`],
    ["a variable of an image", '  python = "3.11"', `  python = "3.11"\n  env { LEVEL = "${marked}" }`],
    ["a step of an image", '  python = "3.11"', `  python = "3.11"\n  run = ["echo ${marked}"]`],
    ["Python of the hub", "  cull { idle = 1h }", `  cull { idle = 1h }\n  python { note = "# ${marked}" }`],
  ];

  test.each(places)("%s", (_, find, put) => {
    const text = programBefore.replace(find, put);
    expect(text).not.toBe(programBefore);
    const [with_, without] = [builtProgram(text), before];
    for (const [was, is] of [[without, with_] as const, [with_, without] as const]) {
      const { plan } = planned(snapshotOf(was), is, { readYaml, settle: (found) => found });
      expect(plan.changes.length + plan.releases.length).toBeGreaterThan(0);
      for (const shown of [planText(plan, against), planMarkdown(plan, against), planJson(plan, against)])
        expect(shown).not.toContain(marked);
    }
  });

  test("a member of a secret list is never known: the list is named", () => {
    const change = programChanges.find(({ name }) => name === "list-becomes-names");
    if (change === undefined) throw new Error("the catalogue has changed");
    expect(planText(planOf(change), against)).toContain("The secret list data8/staff is in data8-staff no more");
  });
});
