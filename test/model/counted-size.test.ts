// Nodes are counted by what servers have in the end: the release's own values, traits and profiles included.

import { expect, test } from "vitest";
import { guaranteeOf } from "../../compiler/capacity/people-on-node.ts";
import { loadsOf } from "../../compiler/capacity/pool-load.ts";
import { checkProgram, programOf } from "../support/programs.ts";
import { modelOf, smallProgram } from "../support/small-program.ts";

const GiB = 2 ** 30;
const program = (hub: string) =>
  smallProgram({ hub, course: "  memory = 2GiB .. 4GiB\n  students = 9" }).replace(
    "provider kind k { }",
    'provider kubernetes k {\n  context = "c"\n  pool users { label = "pool=users"  nodes = 0..9  memory = 64GiB  cpu = 8 }\n}',
  );
const profiles = (...all: string[]) =>
  `values { singleuser.profileList = [${all.map((own, i) => `{ display_name = "${i}"  kubespawner_override = { ${own} } }`).join(", ")}] }`;

/** Memory and cores of a server, as nodes are counted. */
function counted(hub: string): [number, number] {
  const model = modelOf(program(hub));
  const [release] = model.releases;
  const [load] = release === undefined ? [] : loadsOf(release, model);
  if (load === undefined) throw new Error("no load");
  const { memory, cpu } = guaranteeOf(load.stretch, load.release);
  return [memory / GiB, cpu];
}

test.each([
  ["", [2, 0]],
  [profiles('mem_guarantee = "8G"  mem_limit = "8G"', ""), [8, 0]],
  [profiles('mem_guarantee = "1G"'), [1, 0]],
  [profiles("cpu_guarantee = 2  cpu_limit = 2"), [2, 2]],
  [profiles('mem_guarantee = "16G"  mem_limit = "16G"  node_selector = { pool = "big" }', ""), [2, 0]],
  ['python { "03-x" = "c.KubeSpawner.cpu_guarantee = 3" }', [2, 3]],
  ['python { "03-x" = "c.KubeSpawner.cpu_guarantee = cores()" }', [2, 0]],
])("%s", (hub, expected) => {
  expect(counted(hub)).toEqual(expected);
});

test("what no node holds is said where it is asked for", () => {
  const found = (hub: string) =>
    checkProgram(programOf(program(hub)))
      .diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code, span }) => `${code} ${span.file.text.slice(span.start, span.end)}`);
  expect(found(profiles('mem_guarantee = "100G"  mem_limit = "100G"', ""))).toEqual([
    'course/memory-above-node "100G"',
  ]);
  expect(found(profiles("cpu_guarantee = 9  cpu_limit = 9"))).toEqual(["course/cpu-above-node 9"]);
  expect(found(profiles('mem_guarantee = "8G"  mem_limit = "100G"'))).toEqual([]);
});
