import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { finishChanges } from "../../compiler/node/change-files.ts";
import { writeLock } from "../../compiler/node/write-lock.ts";
import { makeFiles, writeSources } from "../../compiler/node/write-sources.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { hastyDisk, mortalDisk } from "../support/mortal-disk.ts";
import { putFiles, readTree, temporaryFolder } from "../support/temporary-folder.ts";

const patience = { wait: 1000, oldest: 60_000, naming: -1 };
const change = (path: string, before: string, text: string) => ({ file: createSourceFile(path, before), text });

describe("a person's own files", () => {
  test("get their new texts and keep their modes", async () => {
    const root = temporaryFolder({ "a.hub": "1", "sub/b.hub": "1" });
    chmodSync(join(root, "a.hub"), 0o640);
    expect(await writeSources(root, [change("a.hub", "1", "2"), change("sub/b.hub", "1", "2")])).toBeUndefined();
    expect(readTree(root)).toEqual({ "a.hub": "2", "sub/b.hub": "2" });
    expect(statSync(join(root, "a.hub")).mode & 0o777).toBe(0o640);
  });

  test("are changed in the place that a link leads to, but not outside of the project", async () => {
    const elsewhere = temporaryFolder({ "x.hub": "1" });
    const root = temporaryFolder({ ".data/a.hub": "1", "b.hub": "1" });
    symlinkSync(".data/a.hub", join(root, "a.hub"));
    symlinkSync(join(elsewhere, "x.hub"), join(root, "x.hub"));
    expect(await writeSources(root, [change("a.hub", "1", "2")])).toBeUndefined();
    expect(readFileSync(join(root, ".data/a.hub"), "utf8")).toBe("2");
    expect(lstatSync(join(root, "a.hub")).isSymbolicLink()).toBe(true);
    const result = await writeSources(root, [change("b.hub", "1", "2"), change("x.hub", "1", "2")]);
    expect(result?.problem).toMatch(/^x.hub is a link that leads out of the project. Nothing was changed/);
    expect([readTree(elsewhere)["x.hub"], readTree(root)["b.hub"]]).toEqual(["1", "1"]);
  });

  test("that somebody has changed since are left, all of them", async () => {
    const root = temporaryFolder({ "a.hub": "1", "b.hub": "changed" });
    const result = await writeSources(root, [change("a.hub", "1", "2"), change("b.hub", "1", "2")]);
    expect(result?.problem).toMatch(/^b.hub was changed since it was read/);
    expect(readTree(root)).toEqual({ "a.hub": "1", "b.hub": "changed" });
  });

  test("a link that was planted for a name that can be guessed is not written through", async () => {
    const elsewhere = temporaryFolder({ victim: "victim" });
    for (const name of [".a.hub.hubc-fmt", ".hubc-lock", ".hubc-lock-taking-over", ".hubc-staging"]) {
      const root = temporaryFolder({ "a.hub": "1" });
      symlinkSync(join(elsewhere, "victim"), join(root, name));
      await writeSources(root, [change("a.hub", "1", "2")], { patience });
      expect(readTree(elsewhere), name).toEqual({ victim: "victim" });
    }
  });
});

/** Runs `write` to each of its ends and says what was left, once the next run has begun. */
async function atEachEnd(
  files: Readonly<Record<string, string>>,
  write: (root: string, disk: typeof hastyDisk) => Promise<unknown>,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (let at = 1; at < 100; at += 1) {
    const root = temporaryFolder(files);
    const { disk, died } = mortalDisk({ dies: { at, when: "after" } });
    await write(root, disk);
    if (!died()) break;
    expect(finishChanges(root, hastyDisk)).toBeUndefined();
    const { ".hubc-lock": _, ...left } = readTree(root);
    seen.add(JSON.stringify(left));
    for (const name of readdirSync(root).filter((one) => one.startsWith(".hubc-lock")))
      writeFileSync(join(root, name), "");
    await write(root, hastyDisk);
  }
  return [...seen];
}

describe("killed at any operation", () => {
  test("a change of several files is made or not", async () => {
    const files = { "a.hub": "1", "b.hub": "1", "c/d.hub": "1" };
    const changed = Object.keys(files).map((path) => change(path, "1", "2"));
    const left = await atEachEnd(files, (root, disk) => writeSources(root, changed, { disk, patience }));
    expect(left).toEqual([JSON.stringify(files), JSON.stringify({ "a.hub": "2", "b.hub": "2", "c/d.hub": "2" })]);
  });

  test("a lock is the old or the new, with its solvers' files", async () => {
    const root = temporaryFolder();
    const solve = (text: string) => ({ lock: `{"${text}": 1}\n`, files: new Map([["locks/i.pixi.lock", text]]) });
    await writeLock(root, solve("old"));
    const before = readTree(root);
    expect(before).toEqual({ "hubc.lock": '{"old": 1}\n', "locks/i.pixi.lock": "old" });
    const left = await atEachEnd(before, (folder, disk) => writeLock(folder, solve("new"), { disk, patience }));
    const after = { "hubc.lock": '{"new": 1}\n', "locks/i.pixi.lock": "new" };
    expect(left).toEqual([JSON.stringify(before), JSON.stringify(after)]);
  });

  test("a new project is there or not", async () => {
    const files = [
      { name: "a.hub", text: "1" },
      { name: "b.hub", text: "1" },
    ];
    const left = await atEachEnd({}, (root, disk) => makeFiles(root, files, { disk, patience }));
    expect(left).toEqual([JSON.stringify({}), JSON.stringify({ "a.hub": "1", "b.hub": "1" })]);
  });
});

test("a lock is written through no link", async () => {
  const elsewhere = temporaryFolder({ victim: "victim" });
  for (const name of ["hubc.lock", "locks"]) {
    const root = temporaryFolder();
    symlinkSync(name === "locks" ? elsewhere : join(elsewhere, "victim"), join(root, name));
    const result = await writeLock(root, { lock: "{}\n", files: new Map([["locks/i.pixi.lock", "x"]]) });
    expect("problem" in result && result.problem).toMatch(/Nothing was changed/);
    expect(readTree(elsewhere)).toEqual({ victim: "victim" });
  }
});

test("new files go over nothing, not even a link that leads nowhere", async () => {
  const root = temporaryFolder({ "a.hub": "mine" });
  symlinkSync("nowhere", join(root, "b.hub"));
  const files = ["a.hub", "b.hub", "c.hub"].map((name) => ({ name, text: "1" }));
  expect(await makeFiles(root, files)).toEqual({ taken: ["a.hub", "b.hub"] });
  expect(await makeFiles(join(root, "a.hub", "x"), files)).toMatchObject({
    problem: expect.stringContaining("ENOTDIR"),
  });
  putFiles(root, {});
  expect(readdirSync(root).sort()).toEqual(["a.hub", "b.hub"]);
});

test("new files go through no link and past no file, and then none is made", async () => {
  const elsewhere = temporaryFolder();
  const files = ["a.hub", "hubs/b.hub"].map((name) => ({ name, text: "1" }));
  const linked = temporaryFolder();
  symlinkSync(elsewhere, join(linked, "hubs"));
  const filed = temporaryFolder({ hubs: "mine" });
  for (const root of [linked, filed]) {
    expect(await makeFiles(root, files)).toEqual({ taken: ["hubs/b.hub"] });
    expect(readdirSync(root)).toEqual(["hubs"]);
  }
  expect(readdirSync(elsewhere)).toEqual([]);
});
