import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../compiler/node/disk.ts";
import { ownIdentity } from "../../compiler/node/process-identity.ts";
import type { Writing } from "../../compiler/node/under-lock.ts";
import { writeOutputs } from "../../compiler/node/write-outputs.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { putFiles, readTree, temporaryFolder } from "../support/temporary-folder.ts";

type Texts = Readonly<Record<string, string>>;

function outputs(texts: Texts): readonly OutputFile[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text, origins: [] }));
  const entries = files.map(({ path, text }) => [
    path,
    { sha256: createHash("sha256").update(text).digest("hex"), lines: [] },
  ]);
  const manifest = JSON.stringify({ version: 2, on: "2026-10-05", files: Object.fromEntries(entries) });
  return [...files, { path: "hubc-manifest.json", text: manifest, origins: [] }];
}

interface Options extends Writing {
  readonly force?: boolean;
  readonly out?: string;
  readonly mayRemove?: (path: string) => boolean;
}

function build(root: string, texts: Texts, options: Options = {}) {
  const request = { out: join(root, options.out ?? "out"), root, files: outputs(texts), force: options.force ?? false };
  return writeOutputs(options.mayRemove ? { ...request, mayRemove: options.mayRemove } : request, options);
}

function tree(root: string): Texts {
  const { "hubc-manifest.json": _, ...rest } = readTree(join(root, "out"));
  return rest;
}

describe("what is written", () => {
  test("a first build writes all, a second one nothing", async () => {
    const root = temporaryFolder();
    const texts = { "hubs/h/values.yaml": "a: 1\n", "images/i/Dockerfile": "FROM x\n" };
    expect(await build(root, texts)).toEqual({
      kind: "written",
      written: ["hubc-manifest.json", "hubs/h/values.yaml", "images/i/Dockerfile"],
      removed: [],
      unchanged: 0,
    });
    expect(tree(root)).toEqual(texts);
    const past = new Date(2001, 1, 1);
    utimesSync(join(root, "out/images/i/Dockerfile"), past, past);
    expect(await build(root, texts)).toMatchObject({ written: [], removed: [], unchanged: 3 });
    expect(statSync(join(root, "out/images/i/Dockerfile")).mtime).toEqual(past);
  });

  test("changed files are replaced, others left, what is no longer made is removed with its empty folders", async () => {
    const root = temporaryFolder();
    await build(root, { "a/b/c.txt": "1", "a/d.txt": "1", "e/f.txt": "1", "g.txt": "1" });
    putFiles(root, { "out/e/mine.txt": "mine" });
    const result = await build(root, { "a/d.txt": "2", "g.txt": "1" });
    expect(result).toMatchObject({
      written: ["a/d.txt", "hubc-manifest.json"],
      removed: ["a/b/c.txt", "e/f.txt"],
      unchanged: 1,
    });
    expect(tree(root)).toEqual({ "a/d.txt": "2", "g.txt": "1", "e/mine.txt": "mine" });
    expect(existsSync(join(root, "out/a/b"))).toBe(false);
    expect(existsSync(join(root, "out/.hubc-staging"))).toBe(false);
  });

  test("a file that somebody removed is written again, and its removal later is no error", async () => {
    const root = temporaryFolder();
    await build(root, { "a.txt": "1", "b.txt": "1" });
    renameSync(join(root, "out/a.txt"), join(root, "a.txt"));
    renameSync(join(root, "out/b.txt"), join(root, "b.txt"));
    expect(await build(root, { "a.txt": "1" })).toMatchObject({
      written: ["a.txt", "hubc-manifest.json"],
      removed: [],
    });
    expect(tree(root)).toEqual({ "a.txt": "1" });
  });

  test("scripts are executable, and become so again", async () => {
    const root = temporaryFolder();
    const files: OutputFile[] = [{ path: "run.sh", text: "#!/bin/sh\n", origins: [], executable: true }];
    const request = { out: join(root, "out"), root, files, force: false };
    await writeOutputs(request);
    expect(statSync(join(root, "out/run.sh")).mode & 0o111).toBe(0o111);
    chmodSync(join(root, "out/run.sh"), 0o644);
    expect(await writeOutputs(request)).toMatchObject({ written: ["run.sh"] });
    expect(statSync(join(root, "out/run.sh")).mode & 0o111).toBe(0o111);
  });
});

describe("what is refused", () => {
  test("a file that was edited since is kept, whether it would be replaced or removed", async () => {
    const root = temporaryFolder();
    await build(root, { "a.txt": "1", "b.txt": "1" });
    putFiles(root, { "out/a.txt": "edited", "out/b.txt": "edited" });
    const before = readTree(root);
    expect(await build(root, { "a.txt": "2" })).toMatchObject({
      kind: "refused",
      message: "These files were edited since hubc wrote them",
      paths: ["a.txt", "b.txt"],
    });
    expect(readTree(root)).toEqual(before);
    expect(await build(root, { "a.txt": "2" }, { force: true })).toMatchObject({ kind: "written", removed: ["b.txt"] });
    expect(tree(root)).toEqual({ "a.txt": "2" });
  });

  test("a file that was edited to what the build makes is fine", async () => {
    const root = temporaryFolder();
    await build(root, { "a.txt": "1" });
    putFiles(root, { "out/a.txt": "2" });
    expect(await build(root, { "a.txt": "2" })).toMatchObject({ kind: "written", written: ["hubc-manifest.json"] });
  });

  test("a file that hubc did not write is kept", async () => {
    const root = temporaryFolder({ "out/a.txt": "mine" });
    expect(await build(root, { "a.txt": "1" })).toMatchObject({ kind: "refused", paths: ["a.txt"] });
    expect(tree(root)).toEqual({ "a.txt": "mine" });
    expect(await build(root, { "a.txt": "1" }, { force: true })).toMatchObject({ kind: "written" });
  });

  test("a manifest that is not one is not believed", async () => {
    for (const manifest of [
      "{",
      '{"version":3,"files":{}}',
      `{"version":1,"files":{"../x":{"sha256":"${"0".repeat(64)}"}}}`,
    ]) {
      const root = temporaryFolder({ "out/hubc-manifest.json": manifest, x: "mine" });
      expect(await build(root, { "a.txt": "1" })).toMatchObject({ kind: "refused", paths: ["hubc-manifest.json"] });
      expect(readTree(root)).toEqual({ "out/hubc-manifest.json": manifest, x: "mine" });
    }
  });

  test("links are never followed", async () => {
    const elsewhere = temporaryFolder({ "a.txt": "mine", "sub/a.txt": "mine" });
    const root = temporaryFolder();
    await build(root, { "kept.txt": "1" });
    symlinkSync(join(elsewhere, "a.txt"), join(root, "out/a.txt"));
    symlinkSync(join(elsewhere, "sub"), join(root, "out/sub"));
    expect(await build(root, { "a.txt": "1" })).toMatchObject({ kind: "refused", paths: ["a.txt"] });
    expect(await build(root, { "sub/a.txt": "1" }, { force: true })).toMatchObject({
      kind: "refused",
      paths: ["sub/a.txt"],
    });
    expect(await build(root, { "a.txt": "1" }, { force: true })).toMatchObject({ kind: "written" });
    expect(readTree(elsewhere)).toEqual({ "a.txt": "mine", "sub/a.txt": "mine" });
    expect(readFileSync(join(root, "out/a.txt"), "utf8")).toBe("1");
  });

  test("a file that became reachable only through a link is not removed", async () => {
    const elsewhere = temporaryFolder({ "b.txt": "1" });
    const root = temporaryFolder();
    await build(root, { "a/b.txt": "1" });
    renameSync(join(root, "out/a"), join(root, "a"));
    symlinkSync(elsewhere, join(root, "out/a"));
    expect(await build(root, { "c.txt": "1" })).toMatchObject({ kind: "written", removed: [] });
    expect(readTree(elsewhere)).toEqual({ "b.txt": "1" });
  });

  test("an output folder that is itself a link is that folder", async () => {
    const elsewhere = temporaryFolder();
    const root = temporaryFolder();
    symlinkSync(elsewhere, join(root, "out"));
    expect(await build(root, { "a.txt": "1" })).toMatchObject({ kind: "written" });
    expect(readTree(elsewhere)["a.txt"]).toBe("1");
  });

  test("the project's folder, one above it, one with programs, or a file is no output folder", async () => {
    const above = temporaryFolder({ "p/a.hub": "", "f.txt": "", "q/r/b.hub": "" });
    const root = join(above, "p");
    const folders = [
      [".", "The output folder is the project's folder, or one above it"],
      ["..", "The output folder is the project's folder, or one above it"],
      ["../f.txt", "The output folder is a file"],
      ["../q", "The output folder holds .hub files, so it is a part of a program"],
    ] as const;
    for (const [out, message] of folders) {
      const before = readTree(above);
      expect(await build(root, { "x/a.txt": "1" }, { out, force: true }), out).toMatchObject({
        kind: "refused",
        message,
      });
      expect(readTree(above)).toEqual(before);
    }
    symlinkSync(root, join(above, "s"));
    expect(await build(root, { "x/a.txt": "1" }, { out: "../s" })).toMatchObject({ kind: "refused" });
  });

  test("a folder where a file goes, or a file where a folder goes, is in the way even by force", async () => {
    const root = temporaryFolder({ "out/a.txt/x": "", "out/b": "" });
    expect(await build(root, { "a.txt": "1", "b/c.txt": "1" }, { force: true })).toMatchObject({
      paths: ["a.txt", "b/c.txt"],
    });
  });

  test("a build of a part does not remove the rest", async () => {
    const root = temporaryFolder();
    await build(root, { "hubs/a/x": "1", "hubs/b/x": "1" });
    const mayRemove = (path: string) => path.startsWith("hubs/a/");
    expect(await build(root, { "hubs/a/y": "1" }, { mayRemove })).toMatchObject({
      kind: "refused",
      paths: ["hubs/b/x"],
    });
    expect(await build(root, { "hubs/a/y": "1", "hubs/b/x": "1" }, { mayRemove })).toMatchObject({
      kind: "written",
      removed: ["hubs/a/x"],
    });
  });

  test("a path that leaves the folder is a bug, not a file", async () => {
    const root = temporaryFolder();
    for (const path of ["../a", "/a", "a/../b", "a\\b", "", "a/"]) {
      const files = [{ path, text: "", origins: [] }];
      await expect(writeOutputs({ out: join(root, "out"), root, files, force: false }), path).rejects.toThrow(
        "invariant",
      );
    }
  });
});

describe("another build", () => {
  const impatient = { wait: 40, oldest: 60_000, naming: 20 };
  const lockOf = (identity: object) => ({ "out/.hubc-lock": JSON.stringify({ ...identity, nonce: "n" }) });

  test("that is writing is waited for, and then told", async () => {
    const root = temporaryFolder(lockOf(ownIdentity()));
    const before = readTree(root);
    expect(await build(root, { "a.txt": "1" }, { patience: impatient })).toEqual({
      kind: "failed",
      message: `Another hubc is writing to this folder (process ${process.pid}). Nothing was changed; try again once it is done.`,
    });
    expect(readTree(root)).toEqual(before);
    const second = build(root, { "a.txt": "1" });
    rmSync(join(root, "out/.hubc-lock"));
    expect(await second).toMatchObject({ kind: "written" });
    expect(tree(root)).toEqual({ "a.txt": "1" });
  });

  test("that is dead is not, even where its number is another's by now", async () => {
    for (const dead of [{ pid: 999_999_999 }, { started: "12" }]) {
      const root = temporaryFolder(lockOf({ ...ownIdentity(), ...dead }));
      expect(await build(root, { "a.txt": "1" }, { patience: impatient })).toMatchObject({ kind: "written" });
      expect(tree(root)).toEqual({ "a.txt": "1" });
    }
  });

  test("on another machine is, until its lock is old", async () => {
    const root = temporaryFolder(lockOf({ ...ownIdentity(), host: "elsewhere", pid: 1 }));
    const result = await build(root, { "a.txt": "1" }, { patience: impatient });
    expect(result).toMatchObject({ kind: "failed", message: expect.stringContaining("(process 1 on elsewhere)") });
    const past = new Date(Date.now() - 61_000);
    utimesSync(join(root, "out/.hubc-lock"), past, past);
    expect(await build(root, { "a.txt": "1" }, { patience: impatient })).toMatchObject({ kind: "written" });
    expect(tree(root)).toEqual({ "a.txt": "1" });
  });

  test("that was killed before it wrote its name, or is a link that somebody made, is not", async () => {
    const elsewhere = temporaryFolder({ "mine.txt": "mine" });
    const root = temporaryFolder({ "out/.hubc-lock": "" });
    expect(await build(root, { "a.txt": "1" }, { patience: { ...impatient, wait: 60_000 } })).toMatchObject({
      kind: "written",
    });
    symlinkSync(join(elsewhere, "mine.txt"), join(root, "out/.hubc-lock"));
    expect(await build(root, { "a.txt": "2" }, { patience: { ...impatient, wait: 60_000 } })).toMatchObject({
      kind: "written",
    });
    expect(tree(root)).toEqual({ "a.txt": "2" });
    expect(readTree(elsewhere)).toEqual({ "mine.txt": "mine" });
  });

  test("and another, many at once: each builds the whole of its own, one after the other", async () => {
    const root = temporaryFolder(lockOf({ ...ownIdentity(), pid: 999_999_999 }));
    const files = (n: number) =>
      Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`d${(i + n) % 5}/f${i}.txt`, `${n}`]));
    const results = await Promise.all(Array.from({ length: 12 }, (_, n) => build(root, files(n))));
    expect(results.map(({ kind }) => kind)).toEqual(results.map(() => "written"));
    const left = tree(root);
    expect(left).toEqual(files(Number(Object.values(left)[0])));
  });
});

describe("when the disk fails", () => {
  /** A disk that fails at the nth operation of a kind. */
  function failing(kind: keyof Disk, nth: number): Disk {
    let count = 0;
    const guarded = Object.entries(nodeDisk).map(([name, operation]) => [
      name,
      (...words: unknown[]) => {
        if (name === kind && ++count === nth) throw Object.assign(new Error("full"), { code: "ENOSPC" });
        return Reflect.apply(operation, undefined, words);
      },
    ]);
    return Object.fromEntries(guarded) as Disk; // each operation of it, wrapped
  }

  const first = { "a.txt": "1", "b/c.txt": "1", "b/d.txt": "1" };
  const second = { "a.txt": "2", "b/d.txt": "2", "e/f/g.txt": "2" };
  const cases = [
    ...[1, 2, 3, 4, 5, 6].map((nth) => ["create", nth] as const),
    ...[1, 2, 3, 4, 5].map((nth) => ["rename", nth] as const),
    ...[1, 2, 3, 4, 5, 6].map((nth) => ["sync", nth] as const),
    ...[1, 2, 3].map((nth) => ["makeFolder", nth] as const),
  ];

  test.each(cases)("at %s %i, everything is as before", async (kind, nth) => {
    const root = temporaryFolder();
    await build(root, first);
    const before = readTree(root);
    const result = await build(root, second, { disk: failing(kind, nth) });
    expect(result).toMatchObject({ kind: "failed" });
    expect(result.kind === "failed" && result.message).toMatch(
      /no space is left on the disk \(ENOSPC\)\. Nothing was changed\.$/,
    );
    expect(readTree(root)).toEqual(before);
    expect(await build(root, second)).toMatchObject({ kind: "written" });
  });

  test.each(cases.filter(([, nth]) => nth <= 4))("in a new folder at %s %i, nothing is left", async (kind, nth) => {
    const root = temporaryFolder();
    expect(await build(root, first, { disk: failing(kind, nth), out: "new/deep" })).toMatchObject({ kind: "failed" });
    expect(readTree(root)).toEqual({});
    expect(existsSync(join(root, "new"))).toBe(false);
  });

  test("an output folder below a file can't be made", async () => {
    const root = temporaryFolder({ file: "" });
    expect(await build(root, first, { out: "file/out" })).toMatchObject({ kind: "failed" });
    mkdirSync(join(root, "loop"));
    symlinkSync(join(root, "loop/l"), join(root, "loop/l"));
    expect(await build(root, first, { out: "loop/l" })).toMatchObject({ kind: "failed" });
  });
});
