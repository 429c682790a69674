// The resolvers, in an environment of their own below .cache/stdlib-versions, from PyPI. Setting it up again changes nothing.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".cache/stdlib-versions");
// An older pip takes Python 3.13 for one that is not 3.12 or newer.
const packages = ["pip==26.3", "uv==0.13.9", "py-rattler==0.28.0", "packaging==26.4"];

export function setUpTools() {
  const stamp = join(folder, "packages.txt");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === packages.join("\n")) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  must("python3", ["-m", "venv", folder]);
  must(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages]);
  writeFileSync(stamp, packages.join("\n"));
}

/** Runs a program of the environment. */
export function run(program, args, input) {
  const { status, stdout, stderr, error } = spawnSync(join(folder, "bin", program), args, {
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
    // The versions of Python that are asked for need not be on this machine.
    env: { ...process.env, UV_PYTHON_DOWNLOADS: "never", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/** What a program says on its output; ends the run where it fails. */
export function must(program, args, input) {
  const inside = program.includes("/") || program === "python3";
  const { status, stdout, stderr } = inside
    ? spawnSync(program, args, { encoding: "utf8", input, maxBuffer: 1 << 28 })
    : run(program, args, input);
  if (status !== 0) throw new Error(`${program} ${args.slice(0, 2).join(" ")} failed: ${stderr.trim()}`);
  return stdout;
}
