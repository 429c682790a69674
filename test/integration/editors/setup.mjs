// Brings the editors: Debian's Neovim, and its Emacs with eglot. Running it again changes nothing.
import { execFileSync, spawnSync } from "node:child_process";

/** Installs what is missing, and says what it did. @throws Error where it can't. */
export function setUpEditors() {
  const missing = [
    ...(answers("nvim", ["--version"]) ? [] : ["neovim"]),
    ...(answers("emacs", ["--version"]) ? [] : ["emacs-nox"]),
    ...(answers("emacs", ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]) ? [] : ["elpa-eglot"]),
  ];
  if (missing.length === 0) return;
  console.log(`setup: installing ${missing.join(" ")}`);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-yqq", "--no-install-recommends", ...missing]);
}

function answers(program, argv) {
  return spawnSync(program, argv, { stdio: "ignore" }).status === 0;
}

function run(program, argv) {
  execFileSync(program, argv, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
