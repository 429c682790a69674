// hubc plan, from the command line, in real repositories.

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LockedImage, printLock } from "../../compiler/lock/lock.ts";
import { programBefore } from "../support/plan-changes.ts";
import { runCli } from "../support/run-cli.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const before = smallProgram({ course: '  memory = "1GiB .. 2GiB"'.replaceAll('"', "") });

function git(folder: string, ...words: readonly string[]): string {
  const who = ["-c", "user.name=t", "-c", "user.email=t@example.edu", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", folder, ...who, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A repository with one commit on `main`, on a branch of its own. */
function repository(text = before, prefix = ""): string {
  const folder = temporaryFolder({ [`${prefix}hub.hub`]: text });
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "one");
  git(folder, "checkout", "--quiet", "-b", "change");
  return folder;
}

/** A text without its line ends. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

const change = (folder: string, text: string, path = "hub.hub") => writeFileSync(join(folder, path), text);

describe("against where the branch left main", () => {
  test("nothing changes, also where a file has another name and layout", async () => {
    const cwd = repository();
    git(cwd, "mv", "hub.hub", "campus.hub");
    change(cwd, `# A comment.\n\n${before.replaceAll("  memory = 1GiB", "\tmemory =   1GiB")}`, "campus.hub");
    const { code, stdout } = await runCli(["plan", "--exit-code"], { cwd });
    expect(stdout).toMatch(/^Nothing changes against [0-9a-f]{7}, where it left main, for 2026-10-05\.\n$/);
    expect(code).toBe(0);
  });

  test("what changes, and the exit code that says so", async () => {
    const cwd = repository();
    change(cwd, before.replace("1GiB .. 2GiB", "2GiB .. 4GiB"));
    const { code, stdout } = await runCli(["plan", "--exit-code"], { cwd });
    expect(flat(stdout)).toContain("memory 2 GiB to 4 GiB instead of 1 GiB to 2 GiB");
    expect(stdout).toContain("The hub starts anew");
    expect(code).toBe(3);
    expect((await runCli(["plan"], { cwd })).code).toBe(0);
  });

  test("a project in a folder of its repository, and its one file", async () => {
    const cwd = repository(before, "hubs/");
    change(cwd, before.replace('"ada"', '"ada", "bob"'), "hubs/hub.hub");
    for (const path of ["hubs", "hubs/hub.hub"]) {
      const { stdout } = await runCli(["plan", path], { cwd });
      expect(stdout).toContain("May enter now: bob.");
    }
  });

  test("the repository is as it was afterwards", async () => {
    const cwd = repository();
    change(cwd, before.replace("1GiB .. 2GiB", "2GiB .. 4GiB"));
    const state = () => git(cwd, "status", "--porcelain") + git(cwd, "stash", "list") + git(cwd, "worktree", "list");
    const was = state();
    await runCli(["plan"], { cwd });
    expect(state()).toBe(was);
  });
});

test("what would lose work is refused", async () => {
  const nfs = (server: string) =>
    before.replace(
      "storage dynamic homes { size = 5GiB }",
      `storage nfs homes { server = "${server}"  export = "/h" }`,
    );
  const cwd = repository(nfs("10.0.0.2"));
  change(cwd, nfs("10.0.0.3"));
  const { code, stdout } = await runCli(["plan", "--exit-code"], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain("Work that would be lost or left behind");
  expect(stdout).toContain("`10.0.0.2`");
});

test("against a commit, a tag and a first program", async () => {
  const cwd = temporaryFolder({ "notes.txt": "none yet\n" });
  git(cwd, "init", "--quiet", "--initial-branch=main");
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message", "none");
  git(cwd, "tag", "none");
  change(cwd, before);
  const { code, stdout } = await runCli(["plan", "--against", "none"], { cwd });
  expect(stdout).toContain("The hub h is new.");
  expect(code).toBe(0);
});

test("two dates of one program, without a repository", async () => {
  const window = "  memory = 1GiB .. 2GiB\n  during 2026-11-02 .. 2026-11-20 { memory = 2GiB .. 4GiB }";
  const cwd = temporaryFolder({ "hub.hub": smallProgram({ course: window }) });
  const plan = (from: string, to: string) => runCli(["plan", "--from", from, "--to", to], { cwd });
  expect(flat((await plan("2026-11-01", "2026-11-02")).stdout)).toContain("2 GiB to 4 GiB instead of 1 GiB to 2 GiB");
  expect((await plan("2026-11-02", "2026-11-03")).stdout).toMatch(/^Nothing changes/);
});

describe("what can't be compared is said", () => {
  test.each<[string, readonly string[], string]>([
    ["no such commit", ["--against", "nowhere"], "there is no commit `nowhere`"],
    ["an option in place of a commit", ["--against=--output=x"], "there is no commit `--output=x`"],
    ["two kinds of dates", ["--on", "2026-10-05", "--from", "2026-10-01"], "--on is one date for both sides"],
  ])("%s", async (_, argv, words) => {
    const { code, stdout, stderr } = await runCli(["plan", ...argv], { cwd: repository() });
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  test("no repository", async () => {
    const { code, stderr } = await runCli(["plan"], { cwd: temporaryFolder({ "hub.hub": before }) });
    expect(stderr).toContain("it is in no git repository. Say with --against what to compare with.");
    expect(code).toBe(2);
  });

  test("a path at which there is no build", async () => {
    for (const cwd of [repository(), temporaryFolder({ "hub.hub": before })]) {
      mkdirSync(join(cwd, "docs"));
      for (const path of ["docs", "hub.hub"]) {
        const { code, stderr } = await runCli(["plan", "--against", path], { cwd });
        expect(flat(stderr)).toContain(
          `${path} is neither a revision nor a folder that hubc build wrote: it has no hubc-manifest.json.`,
        );
        expect(code).toBe(2);
      }
    }
  });

  test("a program that had errors", async () => {
    const cwd = repository(before.replace("homes    = homes", "homes    = nowhere"));
    change(cwd, before);
    const { code, stderr } = await runCli(["plan"], { cwd });
    expect(stderr).toContain("has errors, so nothing is known of what it deployed");
    expect(code).toBe(2);
  });

  test("a program that has errors now", async () => {
    const cwd = repository();
    change(cwd, before.replace("homes    = homes", "homes    = nowhere"));
    const { code, stderr } = await runCli(["plan"], { cwd });
    expect(stderr).toContain("names/unknown-storage");
    expect(code).toBe(1);
  });
});

describe("against a folder that an earlier build wrote", () => {
  test("people, work and what runs; nodes and money are not known", async () => {
    const cwd = temporaryFolder({ "hub.hub": before });
    expect((await runCli(["build"], { cwd })).code).toBe(0);
    expect((await runCli(["plan", "--against", "out"], { cwd })).stdout).toBe(
      "Nothing changes against what a build wrote to out, for 2026-10-05.\n",
    );
    change(cwd, before.replace('"ada"', '"bob"'));
    const { stdout } = await runCli(["plan", "--against", "out", "--format", "json"], { cwd });
    const { changes, against } = JSON.parse(stdout);
    expect(against).toBe("what a build wrote to out, for 2026-10-05");
    expect(changes.map(({ code }: { code: string }) => code)).toEqual([
      "hub-enter-lost",
      "hub-enter-gained",
      "hub-restarts",
    ]);
  });

  test("one that does not say what its program said", async () => {
    const cwd = temporaryFolder({ "hub.hub": before, "out/hubc-manifest.json": '{"version": 2, "files": {}}' });
    const { code, stderr } = await runCli(["plan", "--against", "out"], { cwd });
    expect(stderr).toContain("it does not say what its program said");
    expect(code).toBe(2);
  });
});

test("starts no program that the repository's own configuration names", async () => {
  const cwd = repository();
  const spy = join(cwd, "spy.sh");
  const seen = join(cwd, "seen");
  writeFileSync(spy, `#!/bin/sh\ntouch "${seen}"\ncat\n`, { mode: 0o755 });
  writeFileSync(join(cwd, ".gitattributes"), "*.hub filter=spy diff=spy\n");
  git(cwd, "add", ".gitattributes");
  git(cwd, "commit", "--quiet", "--message", "two");
  const names = ["core.fsmonitor", "filter.spy.smudge", "filter.spy.clean", "filter.spy.process", "diff.spy.textconv"];
  for (const name of names) git(cwd, "config", name, spy);
  git(cwd, "config", "core.sshCommand", spy);
  change(cwd, before.replace("1GiB .. 2GiB", "2GiB .. 4GiB"));
  const { code, stdout } = await runCli(["plan", "--against", "HEAD"], { cwd });
  expect(stdout).toContain("memory");
  expect(code).toBe(0);
  expect(existsSync(seen)).toBe(false);
  // Git itself would: what a partial clone left out is fetched from where its configuration says.
  const blob = git(cwd, "rev-parse", "HEAD:hub.hub").trim();
  rmSync(join(cwd, ".git", "objects", blob.slice(0, 2), blob.slice(2)), { force: true });
  git(cwd, "config", "remote.origin.url", `ext::${spy}`);
  for (const [name, value] of [
    ["remote.origin.promisor", "true"],
    ["extensions.partialClone", "origin"],
    ["protocol.ext.allow", "always"],
  ] as const)
    git(cwd, "config", name, value);
  const without = await runCli(["plan", "--against", "HEAD"], { cwd });
  expect(without.code).toBe(2);
  expect(without.stderr).toContain("git can't give its files");
  expect(existsSync(seen)).toBe(false);
});
describe("a program with a lock", () => {
  const image = `image img {
  base = "quay.io/jupyter/minimal-notebook:2026-01-05"
  python = "3.12"
  conda {
    jupyterhub-singleuser=5.5
    numpy=2.*
  }
}
`;
  const text = before.replace(/image img extends std\.jupyterlab \{\s*\}\n/, image);
  const solve = (version: string) =>
    `version: 1\npackage:\n- { name: numpy, version: ${version}, manager: conda, platform: linux-64 }\n- { name: xz, version: 5.8.1, manager: conda, platform: linux-64 }\n`;

  /** Writes both locks as `hubc lock` would with a solver. */
  function lock(folder: string, { version, digest }: { readonly version: string; readonly digest: string }): void {
    mkdirSync(join(folder, "locks"), { recursive: true });
    const file = "locks/img.conda-lock.yml";
    writeFileSync(join(folder, file), solve(version));
    const locked: LockedImage = {
      base: { reference: "quay.io/jupyter/minimal-notebook:2026-01-05", digest: `sha256:${digest.repeat(64)}` },
      requirements: {
        python: "3.12",
        channels: [],
        conda: new Map([
          ["jupyterhub-singleuser", "jupyterhub-singleuser=5.5"],
          ["numpy", "numpy=2.*"],
        ]),
        pip: new Map(),
      },
      git: new Map(),
      solve: {
        tool: "conda-lock",
        platforms: ["linux-64"],
        file,
        sha256: createHash("sha256").update(solve(version)).digest("hex"),
      },
    };
    writeFileSync(join(folder, "hubc.lock"), printLock({ images: new Map([["img", locked]]), contents: new Map() }));
  }

  test("says which versions another lock fixes, and that hubs change by it alone", async () => {
    const cwd = repository(text);
    lock(cwd, { version: "2.1.3", digest: "a" });
    git(cwd, "add", "--all");
    git(cwd, "commit", "--quiet", "--message", "lock");
    lock(cwd, { version: "2.3.1", digest: "b" });
    const { code, stdout, stderr } = await runCli(["plan", "--against", "HEAD", "--format", "json"], { cwd });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const plan = JSON.parse(stdout);
    expect(plan.releases).toHaveLength(1);
    const { text: said, details } = plan.changes.find(
      ({ code }: { readonly code: string }) => code === "image-changed",
    );
    expect(said).toBe("The image img holds other things: another base and 1 of all packages that a lock fixes.");
    expect(details).toContain("conda as solved: numpy 2.3.1 instead of numpy 2.1.3.");
  });

  test("a folder does not say what a lock fixes, which is no change of the lock", async () => {
    const cwd = repository(text);
    lock(cwd, { version: "2.1.3", digest: "a" });
    expect((await runCli(["build", "--locked"], { cwd })).code).toBe(0);
    const { stdout } = await runCli(["plan", "--against", "out"], { cwd });
    expect(flat(stdout)).toBe(
      "Nothing changes against what a build wrote to out, for 2026-10-05. Not compared, since it is not written there: the packages that locks fix. ",
    );
  });

  test("says that a lock does not fit, and plans without it", async () => {
    const cwd = repository(text);
    lock(cwd, { version: "2.1.3", digest: "a" });
    change(cwd, text.replace("numpy=2.*", "numpy=2.3"));
    const { code, stdout, stderr } = await runCli(["plan"], { cwd });
    expect(stderr).toContain("note: the plan is without the lock");
    expect(stdout).toContain("numpy=2.3 instead of numpy=2.*");
    expect(code).toBe(0);
  });
});

test("a thousand courses in fifty files are planned, and nothing hangs", () => {
  const cwd = repository(programBefore.replace("0..40", "0..4000"));
  const course = (i: number, memory: string) =>
    `course c${i} {\n  title = "C${i}"\n  hub = datahub\n  image = python\n  term = 2026-08-26 .. 2026-12-18\n  students = 20\n  memory = ${memory}\n  pool = cloud.users\n  roster = chem-students\n  staff = chem-staff\n}\n`;
  const write = (memory: string) => {
    for (let file = 0; file < 50; file++) {
      const courses = Array.from({ length: 20 }, (_, i) =>
        course(file * 20 + i, file === 25 ? memory : "1GiB .. 2GiB"),
      );
      writeFileSync(join(cwd, `courses-${file}.hub`), courses.join("\n"));
    }
  };
  write("1GiB .. 2GiB");
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message", "courses");
  write("2GiB .. 4GiB");
  const cli = new URL("../../dist/cli.js", import.meta.url).pathname;
  const script = `TIMEFORMAT="%U %S"; time "${process.execPath}" "${cli}" plan --against HEAD --on 2026-10-05`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd, encoding: "utf8" });
  expect(stdout).toContain("c500");
  const [user, system] = stderr.trim().split(/\s+/).map(Number);
  expect((user ?? Number.NaN) + (system ?? Number.NaN)).toBeLessThan(2 * slowness);
});

/** The machine of a test may do other things too, and then the same work takes more of it. */
const slowness = 30;
