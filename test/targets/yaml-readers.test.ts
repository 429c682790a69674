// The same YAML to every reader: js-yaml reads YAML 1.2, PyYAML 1.1, where an unquoted `no` is a truth and `0644` a number.

import { spawnSync } from "node:child_process";
import { loadAll } from "js-yaml";
import { expect, it } from "vitest";
import { allYaml } from "../support/compiled-programs.ts";
import { pythonWith } from "../support/python.ts";

const script = `
import json, sys, yaml
texts = json.load(sys.stdin)
json.dump([list(yaml.safe_load_all(text)) for text in texts], sys.stdout, default=lambda value: f"{type(value).__name__} {value}")
`;

const python = pythonWith("yaml");

it("holds YAML", () => {
  expect(allYaml().length).toBeGreaterThan(50);
});

it.skipIf(python === undefined)("is read by PyYAML as by js-yaml", () => {
  const files = allYaml();
  const { stdout, stderr, status } = spawnSync(python ?? "", ["-c", script], {
    input: JSON.stringify(files.map(({ text }) => text)),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect(status, stderr).toBe(0);
  const read: unknown[] = JSON.parse(stdout);
  files.forEach(({ program, path, text }, i) => {
    expect(read[i], `${program}: ${path}`).toEqual(loadAll(text));
  });
});
