// The Python that hubc ships: its own tests, mistakes that they must find, and that all of it is in the values.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chartFor, newestChart } from "../compiler/knowledge/charts/charts.ts";
import { plainData, yaml } from "../compiler/output/yaml-tree.ts";
import { hubConfiguration, hubFiles } from "../compiler/targets/helm/hub-package.ts";
import { pythonWith } from "./support/python.ts";

const folder = fileURLToPath(new URL("../python/", import.meta.url));
const modules = readdirSync(`${folder}hubc_hub`).filter((name) => name.endsWith(".py"));
const python = pythonWith();

function run(...argv: readonly string[]): { status: number | null; output: string } {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const { status, stdout, stderr } = spawnSync(python ?? "", argv, { cwd: folder, encoding: "utf8", env });
  return { status, output: stdout + stderr };
}

test("every module of the hub's package is a file of the hub", () => {
  const emitted = Object.fromEntries(
    modules.map((name) => [
      `hubc-${name}`,
      {
        mountPath: `/etc/hubc/python/hubc_hub/${name}`,
        stringData: readFileSync(`${folder}hubc_hub/${name}`, "utf8"),
      },
    ]),
  );
  expect(modules.length).toBeGreaterThan(5);
  expect(plainData(yaml(hubFiles(newestChart, {})))).toEqual(emitted);
});

test("one piece of configuration calls it", () => {
  expect(Object.keys(hubConfiguration(newestChart))).toEqual(["90-hubc"]);
  expect(hubConfiguration(newestChart)["90-hubc"]).toContain("hubc_hub.configure(c, get_config)\n");
});

test("charts before 4.3 get what their hub lacks beside it, which runs first", () => {
  const piece = String(hubConfiguration(chartFor("4.2.0"))["90-hubc"]);
  expect(piece.indexOf("hubc_older.configure(c, get_config)")).toBeGreaterThan(0);
  expect(piece.indexOf("hubc_older.configure")).toBeLessThan(piece.indexOf("hubc_hub.configure"));
  const older = readFileSync(`${folder}hubc_older/__init__.py`, "utf8");
  const files = plainData(yaml(hubFiles(chartFor("3.3.8"), {})));
  expect(files).toMatchObject({
    "hubc-older.py": { mountPath: "/etc/hubc/python/hubc_older/__init__.py", stringData: older },
  });
});

describe.skipIf(python === undefined)("its own tests", () => {
  test("pass, without a hub", () => {
    const { status, output } = run("-m", "unittest", "discover", "-t", ".", "-s", "tests");
    expect(status, output).toBe(0);
    expect(Number(/^Ran (\d+) tests/m.exec(output)?.[1])).toBeGreaterThan(150);
  });

  test("find every mistake in who may do what", () => {
    const { status, output } = run("-m", "tests.mistakes");
    expect(status, output).toBe(0);
    expect(Number(/^(\d+) mistakes, 0 of them not found$/m.exec(output)?.[1])).toBeGreaterThan(20);
  });

  test.each(readdirSync(folder).filter((name) => name.endsWith(".py")))("%s can be read", (name) => {
    const { status, output } = run("-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", name);
    expect(status, output).toBe(0);
  });
});
