// A build that is killed at any of its operations leaves, once the next run has begun, the old outputs or the new ones, and the next
// build works.

import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { finishChanges } from "../../compiler/node/change-files.ts";
import type { Disk } from "../../compiler/node/disk.ts";
import { sha256 } from "../../compiler/node/file-state.ts";
import { writeOutputs } from "../../compiler/node/write-outputs.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { type Fate, hastyDisk, mortalDisk } from "../support/mortal-disk.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

/** `*` before a name: executable. */
const old: Files = { "a.txt": "1", "b/c.txt": "1", "b/d.txt": "1", "*run.sh": "#!/bin/sh\n", "gone/x/y.txt": "1" };
const next: Files = { "a.txt": "2", "b/d.txt": "2", "e/f/g.txt": "2", "run.sh": "#!/bin/sh\n" };
const third: Files = { "b/c.txt": "3", "a.txt": "3", "e/h.txt": "3" };

function outputs(files: Files): readonly OutputFile[] {
  const made = Object.entries(files).map(([name, text]): OutputFile => {
    return { path: name.replace("*", ""), text, origins: [], executable: name.startsWith("*") };
  });
  const entries = made.map(({ path, text }) => [path, { sha256: sha256(text), lines: [] }]);
  const text = JSON.stringify({ version: 1, on: "2026-10-05", files: Object.fromEntries(entries) });
  return [...made, { path: "hubc-manifest.json", text, origins: [] }];
}

/** A lock without a name is a dead one's: nobody else is about to write it here. */
const patience = { wait: 2000, oldest: 60_000, naming: -1 };

function build(root: string, files: Files, disk: Disk = hastyDisk) {
  return writeOutputs({ out: join(root, "out"), root, files: outputs(files), force: true }, { disk, patience });
}

/** A folder with the old outputs, a file of somebody else's, and a link in the place of a new file. */
async function begun(): Promise<string> {
  const root = temporaryFolder();
  await build(root, old);
  putFiles(root, { "out/b/mine.txt": "mine" });
  return root;
}

/** All that is there, with modes and links, but for what hubc leaves while it writes. */
function state(folder: string, below = ""): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, below))
    .filter((name) => !name.startsWith(".hubc"))
    .sort()
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory()) return [`${path}/`, ...state(folder, path)];
      if (stat.isSymbolicLink()) return [`${path} -> ${readlinkSync(join(folder, path))}`];
      return [`${path} ${(stat.mode & 0o777).toString(8)} ${readFileSync(join(folder, path), "utf8")}`];
    });
}

function leftovers(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(".hubc")) : [];
}

/** As if the process whose name the locks bear, which is this one, were gone. */
function bury(folder: string): void {
  for (const name of leftovers(folder).filter((one) => one.startsWith(".hubc-lock"))) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (text.endsWith("}")) writeFileSync(path, JSON.stringify({ ...JSON.parse(text), pid: 999_999_999 }));
  }
}

async function statesOf(make: () => Promise<string>) {
  const root = await make();
  const before = state(join(root, "out"));
  await build(root, next);
  return { before, after: state(join(root, "out")) };
}

/** Runs a build to each of its ends; how many there were. */
async function atEachOperation(
  fates: (at: number) => readonly Fate[],
  look: (fate: Fate) => Promise<boolean>,
): Promise<number> {
  for (let at = 1; ; at += 1) {
    let died = false;
    for (const fate of fates(at)) died = (await look(fate)) || died;
    if (!died) return at - 1;
  }
}

const deaths = (at: number): readonly Fate[] =>
  (["before", "amid", "after"] as const).map((when) => ({ dies: { at, when } }));

describe("killed at any operation", () => {
  const places: readonly (readonly [string, () => Promise<string>])[] = [
    ["over old outputs", begun],
    ["in a folder that is not there", async () => temporaryFolder()],
    [
      "over a link",
      async () => {
        const root = await begun();
        rmSync(join(root, "out/a.txt"));
        symlinkSync("nowhere", join(root, "out/a.txt"));
        return root;
      },
    ],
  ];

  test.each(places)("%s, a build leaves the old or the new", async (_, make) => {
    const { before, after } = await statesOf(make);
    expect(before).not.toEqual(after);
    const seen = new Set<string>();
    const operations = await atEachOperation(deaths, async (fate) => {
      const root = await make();
      const out = join(root, "out");
      const { disk, died } = mortalDisk(fate);
      await build(root, next, disk);
      bury(out);
      if (existsSync(out)) expect(finishChanges(out, hastyDisk)).toBeUndefined();
      const now = state(out);
      expect([before, after], JSON.stringify(fate)).toContainEqual(now);
      seen.add(now.join() === after.join() ? "new" : "old");
      expect(await build(root, third), JSON.stringify(fate)).toMatchObject({ kind: "written" });
      expect(leftovers(out)).toEqual([]);
      return died();
    });
    expect(operations).toBeGreaterThan(20);
    expect([...seen].sort()).toEqual(["new", "old"]);
  });

  test("the next build of the same gives what it gives on its own", async () => {
    const { after } = await statesOf(begun);
    await atEachOperation(deaths, async (fate) => {
      const root = await begun();
      const { disk, died } = mortalDisk(fate);
      await build(root, next, disk);
      bury(join(root, "out"));
      expect(await build(root, next), JSON.stringify(fate)).toMatchObject({ kind: "written" });
      expect(state(join(root, "out"))).toEqual(after);
      expect(leftovers(join(root, "out"))).toEqual([]);
      return died();
    });
  });

  test("and the next one too, the one after it works", async () => {
    const { after } = await statesOf(begun);
    let tried = 0;
    await atEachOperation(deaths, async (first) => {
      const root = await begun();
      const { disk, died } = mortalDisk(first);
      await build(root, next, disk);
      // Each third moment of the second run, another third each time.
      for (let at = 1 + (tried % 3); at < 30; at += 3) {
        bury(join(root, "out"));
        await build(root, next, mortalDisk({ dies: { at, when: "before" } }).disk);
        tried += 1;
      }
      bury(join(root, "out"));
      expect(await build(root, next)).toMatchObject({ kind: "written" });
      expect(state(join(root, "out"))).toEqual(after);
      expect(leftovers(join(root, "out"))).toEqual([]);
      return died();
    });
    expect(tried).toBeGreaterThan(250);
  });
});

test("where an operation fails and the process is killed while it takes back, there is the old or the new", async () => {
  const { before, after } = await statesOf(begun);
  let tried = 0;
  await atEachOperation(
    (fails) => [1, 2, 3, 5, 8, 13].map((later) => ({ fails, dies: { at: fails + later, when: "before" } })),
    async (fate) => {
      const root = await begun();
      const { disk, count } = mortalDisk(fate);
      await build(root, next, disk);
      bury(join(root, "out"));
      expect(finishChanges(join(root, "out"), hastyDisk)).toBeUndefined();
      // A folder that should go and could not is empty.
      const files = (lines: readonly string[]) => lines.filter((line) => !line.endsWith("/"));
      expect([files(before), files(after)], JSON.stringify(fate)).toContainEqual(files(state(join(root, "out"))));
      expect(await build(root, next), JSON.stringify(fate)).toMatchObject({ kind: "written" });
      expect(leftovers(join(root, "out"))).toEqual([]);
      tried += 1;
      return count() >= (fate.fails ?? 0);
    },
  );
  expect(tried).toBeGreaterThan(100);
});

describe("what was edited after the kill is kept", () => {
  test("a file that was to be replaced, and one that was to go", async () => {
    for (let at = 1; at < 60; at += 1) {
      const root = await begun();
      const { disk, died } = mortalDisk({ dies: { at, when: "after" } });
      await build(root, next, disk);
      if (!died()) break;
      putFiles(root, { "out/a.txt": "edited", "out/b/c.txt": "edited" });
      bury(join(root, "out"));
      const request = { out: join(root, "out"), root, files: outputs(next), force: false };
      expect(await writeOutputs(request, { patience })).toMatchObject({ kind: "refused" });
      expect(state(join(root, "out")).filter((line) => line.includes("edited"))).toHaveLength(2);
    }
  });
});

describe("a journal that somebody planted", () => {
  const journal = (path: string, made: string) =>
    JSON.stringify({
      version: 2,
      made,
      entries: [{ path, before: { kind: "absent" }, after: sha256("x") }],
      folders: [],
    });

  /** With the number of the folder that it lies in, which somebody who only brings files can't know. */
  function planted(path: string): string {
    const root = temporaryFolder({ "out/.hubc-staging/new-0": "x" });
    const { ino } = lstatSync(join(root, "out/.hubc-staging"), { bigint: true });
    putFiles(root, { "out/.hubc-staging/journal": journal(path, String(ino)) });
    return root;
  }

  test.each(["../outside.txt", "/etc/x", "a/../../x", "link/x.txt", "a\\b"])(
    "writes nothing outside: %s",
    async (path) => {
      const elsewhere = temporaryFolder();
      const root = planted(path);
      symlinkSync(elsewhere, join(root, "out/link"));
      const result = finishChanges(join(root, "out"), hastyDisk);
      if (path !== "link/x.txt") expect(result?.problem).toMatch(/not one that hubc wrote/);
      expect(readdirSync(elsewhere)).toEqual([]);
      expect(readdirSync(root)).toEqual(["out"]);
    },
  );

  test("and that came with the files is not carried out", async () => {
    const known = planted("y.txt");
    expect(finishChanges(join(known, "out"), hastyDisk)).toBeUndefined();
    expect(readdirSync(join(known, "out"))).toEqual(["y.txt"]);
    const texts = ["", "0", "1", "12345"].map((made) => journal("x.txt", made));
    for (const text of [...texts, journal("x.txt", "1").replace('"made":"1",', "")]) {
      const root = temporaryFolder({ "out/.hubc-staging/new-0": "x", "out/.hubc-staging/journal": text });
      expect(finishChanges(join(root, "out"), hastyDisk)?.problem).toMatch(/not one that hubc wrote there/);
      expect(await build(root, next)).toMatchObject({ kind: "failed" });
      expect(readdirSync(join(root, "out")).filter((name) => name !== ".hubc-staging")).toEqual([]);
    }
  });

  test("as a link is not followed", async () => {
    const elsewhere = temporaryFolder({ "new-0": "x", journal: journal("a.txt", "1") });
    const root = temporaryFolder({ "out/b.txt": "1" });
    symlinkSync(elsewhere, join(root, "out/.hubc-staging"));
    expect(await build(root, next)).toMatchObject({ kind: "failed", message: expect.stringContaining("is no folder") });
    expect(readdirSync(elsewhere).sort()).toEqual(["journal", "new-0"]);
  });
});

test("a folder that can't be written to is told, and nothing changes", async () => {
  if (process.getuid?.() === 0) return;
  const root = await begun();
  const before = state(join(root, "out"));
  chmodSync(join(root, "out/b"), 0o555);
  expect(await build(root, next)).toMatchObject({
    kind: "failed",
    message: expect.stringMatching(/EACCES.*Nothing was changed/),
  });
  chmodSync(join(root, "out/b"), 0o755);
  expect(state(join(root, "out"))).toEqual(before);
});
