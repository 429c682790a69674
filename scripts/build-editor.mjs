// Builds the extension for VS Code into editor/vscode/dist/hubc-VERSION.vsix: the client in one file, the compiler beside it, and
// nothing that would have to be installed. The packages that it takes to build are installed on the first run.
// usage: node scripts/build-editor.mjs [--repository ADDRESS]

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundledPackages, licenceTexts } from "./bundled-packages.mjs";
import { bundle, bundleProgram } from "./bundler.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "editor", "vscode");
const target = join(source, "dist");
const stage = join(target, "extension");
const manifest = readJson(join(source, "package.json"));
/** VS Code 1.91 runs extensions on Node 20.9. */
const node = "node20.9";
const { repository } = parseArgs({ options: { repository: { type: "string" } } }).values;

installPackages();
run([join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "."], source);
rmSync(target, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
const scripts = (await Promise.all([bundleClient(), bundleServer()])).flat();
copyFiles();
const inputs = scripts.flatMap((script) => Object.keys(script.inputs));
writeFileSync(join(stage, "THIRD-PARTY.txt"), licenceTexts(bundledPackages(inputs)));
const vsix = join(target, `${manifest.name}-${manifest.version}.vsix`);
const vsce = join(source, "node_modules", "@vscode", "vsce", "vsce");
run(
  [vsce, "package", "--no-dependencies", ...(repository ? [] : ["--allow-missing-repository"]), "--out", vsix],
  stage,
);
console.log(`editor/vscode/dist/${manifest.name}-${manifest.version}.vsix`);

/** Installs what the lock file names, unless it is there. No package runs anything on its installation. */
function installPackages() {
  const isInstalled = Object.entries(manifest.devDependencies).every(([name, version]) => {
    const path = join(source, "node_modules", name, "package.json");
    return existsSync(path) && readJson(path).version === version;
  });
  if (isInstalled) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: source,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}

/** The extension host loads CommonJS, and gives it `vscode`. */
function bundleClient() {
  return bundle(
    { extension: "editor/vscode/src/extension.ts" },
    {
      external: ["vscode"],
      transform: { target: node },
      output: { dir: join(stage, "dist"), format: "cjs", minify: true },
    },
  );
}

/** As in dist/, under an ending that needs no package.json to be read as a module. */
function bundleServer() {
  return bundleProgram({ cli: "compiler/cli/bin.ts" }, join(stage, "dist", "server"), {
    transform: { target: node },
    output: { entryFileNames: "[name].mjs", chunkFileNames: "chunks/[name]-[hash].mjs", minify: true },
  });
}

function copyFiles() {
  const { devDependencies: _, ...shipped } = manifest;
  if (repository) shipped.repository = { type: "git", url: `${repository}.git` };
  shipped.files = [
    "dist",
    "icons",
    "snippets",
    "syntaxes",
    "language-configuration.json",
    "*.md",
    "LICENSE",
    "THIRD-PARTY.txt",
  ];
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(shipped, undefined, 2)}\n`);
  for (const name of ["README.md", "language-configuration.json", "syntaxes", "snippets", "icons"]) {
    cpSync(join(source, name), join(stage, name), { recursive: true });
  }
  for (const name of ["LICENSE", "CHANGELOG.md"]) cpSync(join(root, name), join(stage, name));
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function run(argv, cwd) {
  execFileSync(process.execPath, argv, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}
