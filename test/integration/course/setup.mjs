// Brings the programs that read what is emitted, each in an environment of its own below .cache/course, from PyPI. Running it again changes nothing.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const cache = join(projectRoot, ".cache/course");

const environments = {
  "jupyter-book-1": ["jupyter-book==1.0.4.post1"],
  "otter-6": ["otter-grader==6.1.6", "ipykernel", "numpy"],
  "otter-7": ["otter-grader==7.0.0", "ipykernel", "numpy"],
  nbgitpuller: ["nbgitpuller==1.3.0", "jupyter-server==2.21.1"],
  nbgrader: ["nbgrader==0.9.5", "ipykernel"],
};

/** The folder with the programs of an environment. */
export function binOf(name) {
  return join(cache, name, "bin");
}

/** Makes sure that all are there, and says what it did. */
export function setUpCourse() {
  mkdirSync(cache, { recursive: true });
  for (const [name, packages] of Object.entries(environments)) {
    const folder = join(cache, name);
    const stamp = join(folder, "packages.txt");
    const wanted = packages.join("\n");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
      console.log(`setup: ${name} is up to date`);
      continue;
    }
    console.log(`setup: installing ${packages.join(" ")} into .cache/course/${name}`);
    rmSync(folder, { recursive: true, force: true });
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...packages]);
    writeFileSync(stamp, wanted);
  }
}

function run(program, args) {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
}
