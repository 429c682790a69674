// The program as it is installed. Runs where dist/ has been built, as it is before the tests in continuous integration.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../compiler/version.ts";
import { plain } from "../support/compiled-programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli.js");

function hubc(argv: readonly string[], options: { cwd?: string; input?: string } = {}) {
  return spawnSync(process.execPath, [cli, ...argv], { encoding: "utf8", ...options });
}

describe.skipIf(!existsSync(cli))("dist/cli.js", () => {
  test("is a program of its own", () => {
    expect(spawnSync(cli, ["--version"], { encoding: "utf8" }).stdout).toBe(`hubc ${VERSION}\n`);
  });

  test("the library beside it runs no command", () => {
    const text = 'console.log(typeof (await import("./dist/index.js")).check)';
    const node = spawnSync(process.execPath, ["--input-type=module", "--eval", text], { cwd: root, encoding: "utf8" });
    expect([node.stdout, node.stderr]).toEqual(["function\n", ""]);
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
    const outputs = Object.entries(plain(JSON.parse(readFileSync(join(root, ".build/bundle.json"), "utf8"))));
    const validates = (module: string) => {
      const chunk = outputs.find(([, output]) => module in plain(plain(output)["inputs"]));
      expect(chunk, module).toBeDefined();
      return [...staticImports(join(root, chunk?.[0] ?? ""))].some((path) =>
        readFileSync(path, "utf8").includes("$ZodType"),
      );
    };
    const modules = ["cli/commands/lock", "compile-locked", "cli/commands/build", "cli/commands/check"];
    expect(modules.map((name) => validates(`compiler/${name}.ts`))).toEqual([true, true, false, false]);
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
