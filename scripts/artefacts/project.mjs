// Where things are, and what package.json says of the project.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** What is published lies here. */
export const artefacts = join(root, "artefacts");
/** What is only needed to build it lies here. */
export const work = join(root, ".cache", "artefacts");
export const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Runs a program, and shows what it says on the standard error. @throws Error where it fails. */
export function run(program, args, cwd = root) {
  execFileSync(program, args, {
    cwd,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32" && program === "npm",
  });
}
