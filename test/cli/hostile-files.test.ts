// Files that are no files, links that lead out, and folders of the system's: each command answers at once, and shows nothing of theirs.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = bundledCli();

/** A command that is not waited for. */
function hubc(words: readonly string[], cwd: string) {
  const ran = spawnSync(process.execPath, [cli.path, ...words], { cwd, encoding: "utf8", timeout: 120_000, input: "" });
  expect(ran.error, words.join(" ")).toBeUndefined();
  expect(ran.stdout + ran.stderr).not.toContain("a bug in hubc");
  return ran;
}

const program = 'project p { registry = "ghcr.io/c/h"  timezone = "America/New_York" }\n';

describe.skipIf(process.platform === "win32")("a .hub name that is", () => {
  const odd: readonly (readonly [string, string, (path: string) => void])[] = [
    ["a pipe", "it is a pipe, not a file", (path) => void spawnSync("mkfifo", [path])],
    ["a link to a pipe", "it is a pipe, not a file", pipeBehindLink],
    ["a link to what never ends", "leads out of the project", (path) => symlinkSync("/dev/zero", path)],
    ["a link to the standard input", "leads out of the project", (path) => symlinkSync("/dev/stdin", path)],
    ["a link to a file outside", "leads out of the project", (path) => symlinkSync("/etc/passwd", path)],
    ["too large", "at most 8 MiB", endless],
    ["a link to itself", "links lead in a circle", (path) => symlinkSync("x.hub", path)],
  ];

  function endless(path: string): void {
    writeFileSync(path, "");
    truncateSync(path, 2 ** 40);
  }

  function pipeBehindLink(path: string): void {
    spawnSync("mkfifo", [`${path}-pipe`]);
    symlinkSync(`${path}-pipe`, path);
  }

  test.each(odd)("%s is told by check and fmt, of the folder and of itself", (_, reason, make) => {
    const root = temporaryFolder({ "p.hub": program });
    make(join(root, "x.hub"));
    for (const words of [["check"], ["fmt", "--check", "x.hub"]]) {
      const { status, stdout, stderr } = hubc(words, root);
      expect(`${stdout}${stderr}`, words.join(" ")).toContain(reason);
      expect(`${stdout}${stderr}`).not.toContain("root:x:0");
      expect(status).not.toBe(0);
    }
  });

  test("a folder is one", () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "x.hub"));
    expect(hubc(["check", "x.hub"], root).stderr).toContain("There is no .hub file in x.hub");
  });
});

describe.skipIf(process.platform !== "linux")("an output folder that is", () => {
  test.each(["/proc", "/proc/none/at/all", "/sys/kernel", "/dev/fd"])("%s", (out) => {
    const root = temporaryFolder();
    hubc(["init", "."], root);
    const { status, stderr } = hubc(["build", "--on", "2026-10-05", "--out", out], root);
    expect(stderr).toMatch(/one of the system's own|can't be read/);
    expect(stderr).toMatch(/Nothing was (?:written|changed)/);
    expect(status).toBe(2);
  });

  test("a file, or below one", () => {
    const root = temporaryFolder({ file: "" });
    hubc(["init", "project"], root);
    for (const out of ["file", "file/x"]) {
      const { status, stderr } = hubc(["build", "project", "--on", "2026-10-05", "--out", out], root);
      expect(stderr).toMatch(/Nothing was (?:written|changed)/);
      expect(status).toBe(2);
    }
  });
});

describe.skipIf(process.platform === "win32")("an output folder that is a link", () => {
  test("out of the project is refused, unless somebody names it for this build", () => {
    const elsewhere = temporaryFolder();
    const root = temporaryFolder({ "p.hub": program });
    symlinkSync(elsewhere, join(root, "out"));
    const refused = hubc(["build"], root);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("The output folder is a link that leads out of the project's folder.");
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(hubc(["build", "--out", "out"], root).status).toBe(0);
    expect(readdirSync(elsewhere)).toContain("hubc-manifest.json");
  });

  test("within the project is followed", () => {
    const root = temporaryFolder({ "p.hub": program });
    mkdirSync(join(root, "generated"));
    symlinkSync("generated", join(root, "out"));
    expect(hubc(["build"], root).status).toBe(0);
    expect(readdirSync(join(root, "generated"))).toContain("hubc-manifest.json");
  });
});

describe.skipIf(process.platform === "win32")("a kubeconfig", () => {
  function project(): string {
    const root = temporaryFolder();
    hubc(["init", "."], root);
    spawnSync("mkfifo", [join(root, "pipe")]);
    return root;
  }

  const user = (setting: string) => `users:\n- name: a\n  user: {${setting}: pipe}\n`;
  const odd: readonly (readonly [string, string, string])[] = [
    ["names a pipe for a token", user("token-file"), "names pipe for signing in: it is a pipe, not a file"],
    ["names a pipe for a key", user("client-key"), "names pipe for signing in: it is a pipe, not a file"],
    [
      "names a pipe in a provider",
      "users: [{name: a, user: {auth-provider: {name: x, config: {tokenFile: pipe}}}}]\n",
      "names pipe for signing in: it is a pipe, not a file",
    ],
    ["is no YAML at a password", "users: [{name: a, user: {password: !MARKED-1}}]\n", "line 1 is not valid YAML"],
    ["is no YAML at an alias", "kind: Config\nx: *MARKED-2\n", "line 2 is not valid YAML"],
    ["is nothing", "", "is not valid YAML"],
    ["is a text", "MARKED-3\n", "it is no map"],
    ["has no end to an alias", "kind: Config\nx: &a [*a]\n", "has no current context"],
  ];

  test.each(odd)("that %s is told, and none of it shown", (_, text, reason) => {
    const root = project();
    writeFileSync(join(root, "config"), text);
    const { status, stdout, stderr } = hubc(["status", "--kubeconfig", "config"], root);
    expect(stderr).toContain(reason);
    expect(stdout + stderr).not.toContain("MARKED");
    expect(status).toBe(2);
  });

  test("that is itself a pipe is not waited for", () => {
    const root = project();
    for (const words of [["status"], ["plan", "--cluster"], ["deploy", "--dry-run", "--yes"]]) {
      const { stderr, status } = hubc([...words, "--kubeconfig", "pipe"], root);
      expect(stderr, words.join(" ")).toContain("it is a pipe, not a file");
      expect(status).toBe(2);
    }
  });
});
