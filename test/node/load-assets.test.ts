import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ignoredByGit } from "../../compiler/node/git-ignored.ts";
import { loadAssets } from "../../compiler/node/load-assets.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const git = (folder: string, ...words: string[]) =>
  execFileSync("git", ["-C", folder, ...words], { stdio: "pipe", encoding: "utf8" });
const hasGit = spawnSync("git", ["--version"]).status === 0;

/** What is found of each path that a program names: its text, or the code of what is wrong. */
function load(root: string, ...paths: string[]): (string | undefined)[] {
  return paths.map((path) => {
    const { assets, diagnostics } = loadAssets(root, [createSourceFile("p.hub", `let x = file("${path}")\n`)]);
    return diagnostics[0]?.code ?? assets.get(path) ?? undefined;
  });
}

describe("without a repository", () => {
  test("what a .gitignore names is not read, at the root and below", () => {
    const root = temporaryFolder({
      ".gitignore": "*.secret\n/private/\n!shown.secret\n",
      "a.secret": "1",
      "shown.secret": "2",
      "private/x.txt": "3",
      "sub/private/x.txt": "4",
      "sub/.gitignore": "local.*\n",
      "sub/local.txt": "5",
      "local.txt": "6",
    });
    expect(
      load(root, "a.secret", "shown.secret", "private/x.txt", "sub/private/x.txt", "sub/local.txt", "local.txt"),
    ).toEqual(["file/ignored", "2", "file/ignored", "4", "file/ignored", "6"]);
  });

  test("a link does not lead around it, nor to what is hidden", () => {
    const root = temporaryFolder({ ".gitignore": "*.secret\n", "a.secret": "1", ".env": "A=1", "ok.txt": "ok" });
    symlinkSync("a.secret", join(root, "a.txt"));
    symlinkSync(".env", join(root, "env.txt"));
    symlinkSync("ok.txt", join(root, "fine.txt"));
    symlinkSync("ok.txt", join(root, "named.secret"));
    expect(load(root, "a.txt", "env.txt", "fine.txt", "named.secret")).toEqual([
      "file/ignored",
      "file/hidden",
      "ok",
      "file/ignored",
    ]);
  });

  test("the files of a mounted ConfigMap are read", () => {
    const root = temporaryFolder({ "..2026_11_29_06_30_00.123456/notes.md": "hello" });
    symlinkSync("..2026_11_29_06_30_00.123456", join(root, "..data"));
    symlinkSync("..data/notes.md", join(root, "notes.md"));
    expect(load(root, "notes.md", "..data/notes.md")).toEqual(["hello", undefined]);
  });

  test("a name is found in whichever form its accents are, and hidden or ignored as it lies there", () => {
    const apart = "cafe\u0301";
    const whole = "caf\u00e9";
    const root = temporaryFolder({
      ".gitignore": "*.secret\n",
      [`${apart}/${apart}.md`]: "1",
      [`${whole}.md`]: "2",
      [`${apart}.secret`]: "3",
    });
    expect(load(root, `${whole}/${whole}.md`, `${apart}.md`, `${whole}.md`, `${whole}.secret`, `${whole}.txt`)).toEqual(
      ["1", "2", "2", "file/ignored", undefined],
    );
    putFiles(root, { [`${apart}.md`]: "4" });
    expect(load(root, `${whole}.md`, `${apart}.md`)).toEqual(["2", "4"]);
  });

  test("a path is one however it is written", () => {
    const root = temporaryFolder({ "a/b.txt": "b" });
    const { assets } = loadAssets(root, [
      createSourceFile("p.hub", 'let x = [file("./a/b.txt"), file("a/../a//b.txt")]\n'),
    ]);
    expect([...assets]).toEqual([["a/b.txt", "b"]]);
  });
});

describe.skipIf(process.platform === "win32")("what is no file", () => {
  test("is told at once", () => {
    const root = temporaryFolder({ "folder/x": "", "locked.txt": "1", "large.txt": "x".repeat(4 * 2 ** 20 + 1) });
    execFileSync("mkfifo", [join(root, "pipe.txt")]);
    symlinkSync("pipe.txt", join(root, "to-pipe.txt"));
    symlinkSync("/dev/zero", join(root, "zero.txt"));
    symlinkSync("/dev/stdin", join(root, "stdin.txt"));
    symlinkSync("/proc/self/environ", join(root, "environ.txt"));
    chmodSync(join(root, "locked.txt"), 0o000);
    expect(
      load(root, "folder", "pipe.txt", "to-pipe.txt", "zero.txt", "stdin.txt", "environ.txt", "large.txt"),
    ).toEqual([
      "file/unreadable",
      "file/unreadable",
      "file/unreadable",
      "file/link-outside-project",
      "file/link-outside-project",
      "file/link-outside-project",
      "file/too-large",
    ]);
    if (process.getuid?.() !== 0) expect(load(root, "locked.txt")).toEqual(["file/unreadable"]);
  });
});

describe.skipIf(!hasGit)("in a repository", () => {
  test("a file that is tracked though a pattern names it is read", () => {
    const root = temporaryFolder({ ".gitignore": "*.txt\n", "kept.txt": "kept", "local.txt": "local" });
    git(root, "init", "-q");
    git(root, "add", "-f", "kept.txt");
    expect(load(root, "kept.txt", "local.txt")).toEqual(["kept", "file/ignored"]);
  });

  test("the patterns above the project and of the repository alone count", () => {
    const top = temporaryFolder({
      ".gitignore": "secrets/\n",
      "hub/secrets/x.txt": "1",
      "hub/notes.txt": "2",
      "hub/mine.txt": "3",
    });
    git(top, "init", "-q");
    mkdirSync(join(top, ".git/info"), { recursive: true });
    writeFileSync(join(top, ".git/info/exclude"), "mine.*\n");
    expect(load(join(top, "hub"), "secrets/x.txt", "notes.txt", "mine.txt")).toEqual([
      "file/ignored",
      "2",
      "file/ignored",
    ]);
  });

  test("a program that its configuration names is not started", () => {
    const root = temporaryFolder({ ".gitignore": "*.txt\n", "x.txt": "x", "spy.sh": "#!/bin/sh\ntouch started\n" });
    git(root, "init", "-q");
    chmodSync(join(root, "spy.sh"), 0o755);
    git(root, "config", "core.fsmonitor", join(root, "spy.sh"));
    expect(load(root, "x.txt", "started")).toEqual(["file/ignored", undefined]);
  });

  test("git says the same of random patterns and paths", () => {
    const random = numbers(11);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // the list is not empty
    const pieces = ["a", "b", "*", "?", "**", "[ab]", "[!a]", "a*", "*b", "\\a", "ab", "[a", "b?"];
    const names = ["a", "b", "ab", "aa", "ba"];
    const folders = names.flatMap((one) => ["", ...names].map((two) => (two === "" ? one : `${one}/${two}`)));
    const files = folders.flatMap((folder) => names.map((name) => `${folder}/${name}.`));
    let ignored = 0;
    for (let round = 0; round < 40; round += 1) {
      const root = temporaryFolder(Object.fromEntries(files.map((path) => [path, ""])));
      git(root, "init", "-q");
      const line = () => {
        const body = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(pieces)).join("/");
        return `${pick(["", "", "", "!"])}${pick(["", "", "/"])}${body}${pick(["", "", "/", ".", "/*", "/**"])}`;
      };
      const patterns = () => Array.from({ length: 3 }, line).join("\n");
      putFiles(root, { ".gitignore": patterns(), "a/.gitignore": patterns(), "b/ab/.gitignore": patterns() });
      const output = spawnSync("git", ["-C", root, "check-ignore", "-z", "--stdin"], {
        input: files.join("\0"),
        encoding: "utf8",
      }).stdout;
      const expected = output.split("\0").filter(Boolean).sort();
      // The answer is our own alone: a folder without the repository has no git to ask.
      const bare = join(root, ".git");
      execFileSync("mv", [bare, `${root}-git`]);
      try {
        expect([...ignoredByGit(root, files)].sort()).toEqual(expected);
      } finally {
        execFileSync("rm", ["-rf", `${root}-git`]);
      }
      ignored += expected.length;
    }
    expect(ignored).toBeGreaterThan(100);
  });
});

/** Random numbers from 0 to 1 that are the same each time (a linear congruence, as in POSIX's rand). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
