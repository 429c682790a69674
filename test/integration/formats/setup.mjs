// Brings what the test of formats runs on into .cache/formats: Microsoft's SARIF validator from npm, and from PyPI check-jsonschema (with
// the schemas of GitHub's and GitLab's files), pre-commit, two grammars of Bicep, ruff and mypy, and what the tests of Python's readers import. Running it again changes nothing.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root, three folders up. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

export const cache = join(projectRoot, ".cache/formats");
export const venvBin = join(cache, "venv/bin");
export const multitool = join(cache, "multitool/package/Sarif.Multitool");

const pythonPackages = [
  "check-jsonschema==0.39.0",
  "pre-commit==4.7.0",
  "pycep-parser==0.7.1",
  "tree-sitter==0.26.1",
  "tree-sitter-bicep==1.1.0",
  "PyYAML==6.0.3",
  "packaging==26.3",
  "mypy==2.4.1",
  "ruff==0.17.6",
];
const validator = "@microsoft/sarif-multitool-linux@5.7.0";

/** Makes sure that all is there, and says what it did. */
export function setUpFormats() {
  mkdirSync(cache, { recursive: true });
  unlessDone("venv", pythonPackages, (folder) => {
    run("python3", ["-m", "venv", folder]);
    run(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...pythonPackages]);
  });
  unlessDone("multitool", [validator], (folder) => {
    mkdirSync(folder, { recursive: true });
    run("npm", ["pack", "--silent", "--pack-destination", folder, validator]);
    const archive = join(folder, `${validator.replace("@", "").replace("/", "-").replace("@", "-")}.tgz`);
    run("tar", ["-xzf", archive, "-C", folder]);
    rmSync(archive);
    chmodSync(join(folder, "package/Sarif.Multitool"), 0o755);
  });
}

/** Makes a folder of the cache anew, unless the one that is there was made for the same packages. */
function unlessDone(name, packages, make) {
  const folder = join(cache, name);
  const stamp = join(folder, "packages.txt");
  const wanted = packages.join("\n");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    console.log(`setup: ${name} is up to date`);
    return;
  }
  console.log(`setup: installing ${packages.join(" ")} into .cache/formats/${name}`);
  rmSync(folder, { recursive: true, force: true });
  make(folder);
  writeFileSync(stamp, wanted);
}

function run(program, args) {
  execFileSync(program, args, { cwd: projectRoot, stdio: ["ignore", "ignore", "inherit"] });
}
