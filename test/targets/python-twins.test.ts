// Python runs last: what it sets of a server in place of a value that hubc writes would hide that value.

import { expect, test } from "vitest";
import { checkProgram, programOf } from "../support/programs.ts";
import { smallProgram } from "../support/small-program.ts";

const usual = new Set(["hub/no-certificate", "project/no-registry"]);

/** The findings with the text at their places, and at the second places. */
function found(piece: string, hub = ""): string[] {
  const text = smallProgram({
    hub: `${hub}\nconcurrent-starts = 20\npython { "03-x" = """\n${piece}\n""" }`,
    course: "memory = 1GiB .. 2GiB",
  });
  const { diagnostics } = checkProgram(programOf(text), { on: "2026-10-05" });
  const at = ({ file, start, end }: { file: { text: string }; start: number; end: number }) =>
    file.text.slice(start, end);
  return diagnostics
    .filter(({ severity, code }) => severity !== "info" && !usual.has(code))
    .map(({ code, span, related }) => [code, at(span), ...(related ?? []).map((one) => at(one.span))].join(" | "));
}

test.each([
  ["c.KubeSpawner.mem_limit = '8G'", "c.KubeSpawner.mem_limit | 1GiB .. 2GiB"],
  ["c.Spawner.mem_guarantee = limit()", "c.Spawner.mem_guarantee | 1GiB .. 2GiB"],
  ["c.KubeSpawner.default_url = '/rstudio'", "c.KubeSpawner.default_url | course c"],
  ["c.JupyterHub.concurrent_spawn_limit = 5", "c.JupyterHub.concurrent_spawn_limit | 20"],
])("%s", (piece, places) => {
  expect(found(piece)).toEqual([`values/clash | ${places}`]);
});

test("an image", () => {
  expect(found("c.KubeSpawner.image = 'other/image:1'").map((one) => one.split(" | ").slice(0, 2))).toEqual([
    ["values/clash", "c.KubeSpawner.image"],
  ]);
});

test.each([
  "c.KubeSpawner.mem_limit = '2G'",
  "c.KubeSpawner.cpu_limit = 3",
  "c.KubeSpawner.extra_annotations.update({'a': 'b'})",
  "c.KubeSpawner.environment['A'] = 'b'",
  "c.KubeSpawner.http_timeout = 90",
])("but not %s", (piece) => {
  expect(found(piece)).toEqual([]);
});
