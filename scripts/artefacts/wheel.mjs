// The wheel for pip and uv: the bundle, and a small program that starts it on the Node of the wheel that it depends on.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { artefacts, manifest, root, run, work } from "./project.mjs";

export function makeWheel(addresses) {
  const folder = join(work, "wheel");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, "packaging", "wheel"), folder, { recursive: true });
  for (const name of ["README.md", "LICENSE"]) cpSync(join(root, name), join(folder, name));
  bundleInto(join(folder, "hubc", "program"));
  const urls =
    addresses === undefined
      ? ""
      : `\n[project.urls]\nRepository = "${addresses.repository}"\nIssues = "${addresses.issues}"\n`;
  const path = join(folder, "pyproject.toml");
  writeFileSync(path, readFileSync(path, "utf8").replace('version = "0"', `version = "${manifest.version}"`) + urls);
  run(builder(), ["-m", "hatchling", "build", "--target", "wheel", "--directory", artefacts], folder);
  return `${manifest.name}-${manifest.version}-py3-none-any.whl`;
}

/** dist/ without the library. Its ending says that it is modules, since no package.json lies above it. */
function bundleInto(folder) {
  run("node", [join(root, "scripts", "bundle.mjs")], root);
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "dist"), folder, { recursive: true });
  rmSync(join(folder, "types"), { recursive: true, force: true });
  rmSync(join(folder, "index.js"), { force: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
}

/** A Python with the builder that packaging/wheel/pyproject.toml names. */
function builder() {
  const [, requirement] = /requires = \["([^"]+)"\]/.exec(
    readFileSync(join(root, "packaging", "wheel", "pyproject.toml"), "utf8"),
  );
  const folder = join(work, "hatchling");
  const stamp = join(folder, "packages.txt");
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  if (read(stamp) !== requirement) {
    rmSync(folder, { recursive: true, force: true });
    run(process.platform === "win32" ? "python" : "python3", ["-m", "venv", folder]);
    run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement]);
    writeFileSync(stamp, requirement);
  }
  return python;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
