// The same YAML to every reader: js-yaml reads YAML 1.2, PyYAML 1.1, where an unquoted `no` is a truth and `0644` a number.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadAll } from "js-yaml";
import { expect, it } from "vitest";
import { allYaml } from "../support/compiled-programs.ts";

const script = `
import json, sys, yaml
texts = json.load(sys.stdin)
json.dump([list(yaml.safe_load_all(text)) for text in texts], sys.stdout, default=lambda value: f"{type(value).__name__} {value}")
`;

const venv = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
const python = [venv, "python3"].find(
  (one) => (one !== venv || existsSync(one)) && spawnSync(one, ["-c", "import yaml"]).status === 0,
);

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
