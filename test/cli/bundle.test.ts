// The program as it is installed. Runs where dist/ has been built, as it is before the tests in continuous integration.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../compiler/version.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

function hubc(argv: readonly string[], options: { cwd?: string; input?: string } = {}) {
  return spawnSync(process.execPath, [cli, ...argv], { encoding: "utf8", ...options });
}

describe.skipIf(!existsSync(cli))("dist/cli.js", () => {
  test("is a program of its own", () => {
    expect(spawnSync(cli, ["--version"], { encoding: "utf8" }).stdout).toBe(`hubc ${VERSION}\n`);
  });

  test("starts with little: no parser, no command", () => {
    const loaded = staticImports(cli);
    const text = [...loaded].map((path) => readFileSync(path, "utf8")).join("\n");
    expect(text).toContain("Did you mean");
    expect(text.length).toBeLessThan(60 * 1024);
    const everything = readdirSync(join(dirname(cli), "chunks")).map((name) => join(dirname(cli), "chunks", name));
    const parser = everything.filter((path) => readFileSync(path, "utf8").includes("a header has words"));
    expect(parser.length).toBeGreaterThan(0);
    expect(parser.filter((path) => loaded.has(path))).toEqual([]);
  });

  test("builds without the validator that only a lock takes", () => {
    const chunks = readdirSync(join(dirname(cli), "chunks")).map((name) => join(dirname(cli), "chunks", name));
    const validates = (command: string) => {
      const entry = chunks.find((path) => basename(path).startsWith(`${command}-`)) ?? "";
      return [...staticImports(entry)].some((path) => readFileSync(path, "utf8").includes("$ZodType"));
    };
    expect(["lock", "compile-locked", "build", "check"].map(validates)).toEqual([true, true, false, false]);
  });

  test("formats the standard input, and exits with 1 and 2 as it should", () => {
    const cwd = temporaryFolder({ "a.hub": "group {\n" });
    expect(hubc(["fmt", "--stdin"], { input: "group a { }\n" })).toMatchObject({ status: 0, stdout: "group a { }\n" });
    expect(hubc(["check"], { cwd })).toMatchObject({ status: 1 });
    expect(hubc(["chekc"], { cwd })).toMatchObject({ status: 2, stdout: "" });
  });

  test("a reader that closes early is no error", () => {
    const shell = spawnSync("sh", ["-c", `"${process.execPath}" "${join(cli)}" explain | head -n 1`], {
      encoding: "utf8",
    });
    expect([shell.status, shell.stderr]).toEqual([0, ""]);
  });
});

/** A module of the bundle and all that it loads before it runs. */
function staticImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const match of readFileSync(path, "utf8").matchAll(/(?:^|[;}\s])import(?:\{[^}]*\}from)?"(\.[^"]+)"/g)) {
    staticImports(join(dirname(path), match[1] ?? ""), seen);
  }
  return seen;
}
