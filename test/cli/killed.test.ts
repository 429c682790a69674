// Real processes, killed at random moments: what is there is the old outputs or the new ones, or has a journal that the next run
// finishes; and the next run works. A long run: `KILLS=1000 npx vitest run test/cli/killed.test.ts`; another seed: KILL_SEED=7.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bundledCli } from "../support/bundled-cli.ts";
import { putFiles, temporaryFolder } from "../support/temporary-folder.ts";

const kills = Number(process.env["KILLS"] ?? 12);
const cli = bundledCli();
const examples = fileURLToPath(new URL("../../examples", import.meta.url));

/** Two programs whose outputs differ in nearly every file, and one of which has files that the other has not. */
const programs = ["data8", "stat159"] as const;

test(`${kills} kills`, { timeout: 900_000 + kills * 3_000 }, async () => {
  const random = numbers(Number(process.env["KILL_SEED"] ?? 1));
  const root = temporaryFolder();
  for (const name of programs) cpSync(join(examples, name), join(root, name), { recursive: true });
  const out = join(root, "out");
  const build = (name: string) => [cli.path, "build", join(root, name), "--on", "2026-10-05", "--out", out];
  const whole = programs.map((name) => {
    expect(spawnSync(process.execPath, build(name)).status).toBe(0);
    return treeOf(out);
  });
  expect(whole[0]).not.toBe(whole[1]);
  putFiles(root, { "out/mine.txt": "mine" });
  const seen = { old: 0, new: 0, journal: 0, killed: 0 };
  let now = 1;
  for (let round = 0; round < kills; round += 1) {
    const next = 1 - now;
    const started = spawn(process.execPath, build(programs[next] ?? ""), { stdio: "ignore" });
    const ended = new Promise<string | null>((resolve) => started.on("exit", (_, signal) => resolve(signal)));
    // Every other time from the moment on that it begins to write.
    if (round % 2 === 0) await pause(random() * 300);
    else {
      while (started.exitCode === null && !existsSync(join(out, ".hubc-lock"))) await pause(1);
      await pause(random() * 30);
    }
    started.kill("SIGKILL");
    if ((await ended) === "SIGKILL") seen.killed += 1;
    const left = whole.indexOf(treeOf(out));
    if (readdirSync(out).includes(".hubc-staging") && hasJournal(out)) seen.journal += 1;
    else {
      expect([now, next], `round ${round}`).toContain(left);
      seen[left === now ? "old" : "new"] += 1;
    }
    const after = random() < 0.5 ? now : next;
    const ran = spawnSync(process.execPath, build(programs[after] ?? ""), { encoding: "utf8" });
    expect(ran.stderr, `round ${round}`).toMatch(/written, \d+ removed/);
    expect(ran.status).toBe(0);
    expect(whole.indexOf(treeOf(out)), `round ${round}`).toBe(after);
    expect(readdirSync(out).filter((name) => name.startsWith(".hubc"))).toEqual([]);
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("mine");
    now = after;
  }
  if (kills >= 100) console.log(`after ${kills} kills: ${JSON.stringify(seen)}`);
  expect(seen.killed).toBeGreaterThan(kills / 4);
});

function hasJournal(out: string): boolean {
  return ["journal", "journal-back"].some((name) => existsSync(join(out, ".hubc-staging", name)));
}

/** Every file with its mode and text, as one text, without what is not of a build. */
function treeOf(folder: string, below = ""): string {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".hubc") && name !== "mine.txt")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return `${path}/\n${treeOf(folder, path)}`;
      return `${path} ${statSync(join(folder, path)).mode}\n${readFileSync(join(folder, path), "utf8")}`;
    })
    .join("\n");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Random numbers from 0 to 1 that are the same each time (a linear congruence, as in POSIX's rand). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
