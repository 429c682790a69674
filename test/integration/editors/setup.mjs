// Brings the editors: Debian's Neovim, its Emacs with eglot, Kate's highlighter, and jupyter-lsp in a virtual environment. Running it again changes nothing.
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const venv = fileURLToPath(new URL("../../../.cache/editors/venv", import.meta.url));
/** A Python that has jupyter-lsp. */
export const python = join(venv, "bin/python");

/** Installs what is missing, and says what it did. @throws Error where it can't. */
export function setUpEditors() {
  const missing = [
    ...(answers("nvim", ["--version"]) ? [] : ["neovim"]),
    ...(answers("emacs", ["--version"]) ? [] : ["emacs-nox"]),
    ...(answers("kate-syntax-highlighter", ["--list"]) ? [] : ["libkf5syntaxhighlighting-tools"]),
    ...(answers("emacs", ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]) ? [] : ["elpa-eglot"]),
  ];
  if (missing.length > 0) {
    console.log(`setup: installing ${missing.join(" ")}`);
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-yqq", "--no-install-recommends", ...missing]);
  }
  if (answers(python, ["-c", "import jupyter_lsp"])) return;
  console.log("setup: installing jupyter-lsp");
  run("python3", ["-m", "venv", venv]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "jupyter-lsp==2.3.1"]);
}

function answers(program, argv) {
  return spawnSync(program, argv, { stdio: "ignore", env: { ...process.env, QT_QPA_PLATFORM: "offscreen" } }).status === 0;
}

function run(program, argv) {
  execFileSync(program, argv, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
