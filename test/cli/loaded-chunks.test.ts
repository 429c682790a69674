// What of the compiler each command loads, as Node says after running it. Runs where dist/ has been built, as it is before the tests.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { initFiles } from "../../compiler/cli/init-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";
import { plain } from "../support/compiled-programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli.js");
const chunks = join(root, ".build/bundle.json");

/** What hubc init makes, with more lines in its hub. */
function project(more = ""): Record<string, string> {
  const files = initFiles({
    name: "campus",
    start: checkedDate("2026-10-05") ?? 0,
    place: "laptop",
    domain: "hub.localhost",
  });
  const texts = files.map(({ name, text }) => [
    name,
    name === "hub.hub" ? text.replace(/^hub .*\n/m, `$&${more}`) : text,
  ]);
  return Object.fromEntries(texts);
}

/** Files of the compiler and packages, by their paths from the root, that a command has loaded when it ends. */
function loadedBy(argv: readonly string[], files = project()): ReadonlySet<string> {
  const cwd = temporaryFolder(files);
  const coverage = join(cwd, "coverage");
  const { stderr } = spawnSync(process.execPath, [cli, ...argv], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_V8_COVERAGE: coverage },
  });
  expect(stderr).not.toContain("hubc.bug");
  const inputs = new Map(
    Object.entries(plain(JSON.parse(readFileSync(chunks, "utf8")))).map(([path, output]) => [
      path,
      Object.keys(plain(plain(output)["inputs"])),
    ]),
  );
  const loaded = readdirSync(coverage).flatMap((name) => scriptsIn(join(coverage, name)));
  rmSync(coverage, { recursive: true });
  const paths = loaded.map((path) => relative(root, path).split(sep).join("/"));
  expect(paths).toContain("dist/cli.js");
  return new Set(paths.flatMap((path) => inputs.get(path) ?? []));
}

function scriptsIn(file: string): string[] {
  const { result } = JSON.parse(readFileSync(file, "utf8"));
  return result.flatMap(({ url }: { url: string }) => (url.startsWith("file:") ? [fileURLToPath(url)] : []));
}

/** Of what was loaded, what is in the folder, or is the file. */
const inFolder = (loaded: ReadonlySet<string>, folder: string) => [...loaded].filter((path) => path.startsWith(folder));

/** The part of sign-in that is judged in every program, by what its hub is given: all that a check takes of the targets. */
const signIn =
  /^compiler\/targets\/(sign-in\/|(?:check-sign-in|left-out-used)\.ts$|helm\/(frames|group-sources|left-out-values|own-values|release-context|settings-of-values|sign-in|sign-in-rules)\.ts$)/;
const targetsIn = (loaded: ReadonlySet<string>) =>
  inFolder(loaded, "compiler/targets/").filter((path) => !signIn.test(path));
const definitions = "compiler/knowledge/kubernetes-1.34.json";

describe.skipIf(!existsSync(chunks))("what is loaded", () => {
  test.each([
    ["--version"],
    ["--help"],
    ["help", "check"],
    ["check", "--help"],
    ["chekc"],
    ["completion", "bash"],
    ["set"],
    ["add"],
  ])("%s %s: nothing of the compiler", (...argv) => {
    const folders = [...loadedBy(argv)].map((path) => path.split("/").slice(0, 2).join("/"));
    expect([...new Set(folders)].sort()).toEqual([
      "compiler/cli",
      "compiler/diagnostics",
      "compiler/knowledge",
      "compiler/text",
      "compiler/version.ts",
    ]);
    expect(inFolder(loadedBy(argv), "compiler/knowledge/")).toEqual([
      "compiler/knowledge/secret-forms.ts",
      "compiler/knowledge/secret-names.ts",
    ]);
  });

  test.each(["check", "capacity", "calendar", "who", "test", "graph"])(
    "%s of a program without parts of its own: no target",
    (command) => {
      const loaded = loadedBy([command]);
      expect(loaded).toContain("compiler/model/build-model.ts");
      expect(targetsIn(loaded)).toEqual([]);
      expect(loaded).not.toContain(definitions);
    },
  );

  test.each([["check"], ["build"], ["test"], ["plan", "--against", "."], ["audit", "."], ["links"]])(
    "%s: no example of a diagnostic, and no client of a cluster",
    (...argv) => {
      const loaded = [...loadedBy(argv)];
      expect(loaded.filter((path) => /diagnostic-examples|@kubernetes|compiler\/cluster\//.test(path))).toEqual([]);
    },
  );

  test("explain of a code: the examples, and no client of a cluster", () => {
    const loaded = loadedBy(["explain", "names/duplicate"]);
    expect(loaded).toContain("compiler/diagnostic-pages.ts");
    expect([...loaded].filter((path) => path.includes("@kubernetes"))).toEqual([]);
  });

  test("check of a program with values of its own: what they come to", () => {
    const loaded = loadedBy(["check"], project("  values { cull { concurrency = 5 } }\n"));
    expect(targetsIn(loaded)).toContain("compiler/targets/check-own-parts.ts");
  });

  test("build of a program without manifests of its own: targets, but not the definitions of Kubernetes", () => {
    const loaded = loadedBy(["build"]);
    expect(targetsIn(loaded)).toContain("compiler/targets/emit.ts");
    expect(targetsIn(loaded)).not.toContain("compiler/targets/check-own-parts.ts");
    expect(loaded).not.toContain(definitions);
  });

  test("build of a program with errors: no target", () => {
    expect(targetsIn(loadedBy(["build"], project("  domain = 3\n")))).toEqual([]);
  });

  test.each([["fmt"], ["init", "b"]])("%s: the grammar, and no model, rule or target", (...argv) => {
    const loaded = loadedBy(argv);
    expect(loaded).toContain("compiler/syntax/grammar.ts");
    for (const folder of ["model", "rules", "targets", "schema/blocks", "policy"])
      expect(inFolder(loaded, `compiler/${folder}/`)).toEqual([]);
  });

  test.each([
    ["graph", "compiler/node/preview-server.ts"],
    ["completion", "compiler/syntax/grammar.ts"],
    ["doctor", "compiler/targets/emit.ts"],
    ["set", "compiler/targets/emit.ts"],
    ["check", "compiler/cli/watch.ts"],
  ])("%s: not %s", (command, path) => {
    const words = { completion: ["bash"], set: ["course.intro.students", "13"] }[command] ?? [];
    expect(loadedBy([command, ...words])).not.toContain(path);
  });

  test("check: no validator, reader of YAML, template or patch", () => {
    const packages = [...loadedBy(["check"])].flatMap(
      (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );
    const chevrotain = [
      "@chevrotain/gast",
      "@chevrotain/regexp-to-ast",
      "@chevrotain/utils",
      "chevrotain",
      "lodash-es",
    ];
    expect([...new Set(packages)].sort()).toEqual([...chevrotain, "@noble/hashes"].sort());
  });
});
