// What looks like a secret in a program, in the program that it was, or in what an earlier build wrote is shown by no plan and by no dry
// run of a deployment: every form of secret, each at another place.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { secretPlaces } from "../support/secret-places.ts";
import { secrets } from "../support/secret-samples.ts";
import { smallProgram } from "../support/small-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const on = ["--on", "2026-10-05"];
const forms = Object.entries(secrets);
const places = Object.values(secretPlaces);

function git(folder: string, ...words: readonly string[]): void {
  const who = ["-c", "user.name=t", "-c", "user.email=t@example.edu", "-c", "commit.gpgsign=false"];
  execFileSync("git", ["-C", folder, ...who, ...words], { stdio: "ignore" });
}

function commit(folder: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "one");
}

function put(folder: string, text: string, assets: ReadonlyMap<string, string> = new Map()): void {
  for (const [path, content] of [["hub.hub", text] as const, ...assets]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** All that a command prints, which must have printed something. */
async function printed(cwd: string, ...words: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli(words, { cwd });
  expect(stdout + stderr, words.join(" ")).not.toBe("");
  return stdout + stderr;
}

test("no form in the program, or in what it was", async () => {
  const folder = temporaryFolder();
  git(folder, "init", "--quiet", "--initial-branch=main");
  put(folder, smallProgram());
  commit(folder);
  git(folder, "tag", "sound");
  const kubeconfig = ["--kubeconfig", "none"];
  for (const [i, [name, { text, secret }]] of forms.entries()) {
    const { text: program, assets } = places[i % places.length]?.(text) ?? { text: "" };
    put(folder, program, assets);
    const shown = [
      await printed(folder, "plan", ...on, "--against", "sound"),
      await printed(folder, "plan", ...on, "--against", "sound", "--format", "json"),
      await printed(folder, "plan", "--cluster", ...on, ...kubeconfig),
      await printed(folder, "deploy", "--dry-run", "--yes", ...on, ...kubeconfig),
    ];
    commit(folder);
    put(folder, smallProgram());
    shown.push(await printed(folder, "plan", ...on, "--against", "HEAD", "--format", "markdown"));
    for (const one of shown) expect(one, name).not.toContain(secret);
  }
});

test("a text that somebody wrote into what an earlier build wrote is not shown", async () => {
  const folder = temporaryFolder({ "hub.hub": smallProgram() });
  expect((await runCli(["build", ...on], { cwd: folder })).code).toBe(0);
  const [values] = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith("values.yaml"),
  );
  const path = join(folder, values ?? "");
  for (const { text, secret } of Object.values(secrets).filter((one) => !one.text.includes("\n"))) {
    const was = readFileSync(path, "utf8");
    writeFileSync(
      path,
      `${was.replace(/^singleuser:\n/m, `singleuser:\n  extraEnv:\n    NOTE: ${JSON.stringify(text)}\n`)}`,
    );
    expect(await printed(folder, "plan", ...on, "--against", "out")).not.toContain(secret);
    writeFileSync(path, was);
  }
});
