// Runs after `npm ci`, and where npm or pre-commit installs hubc from its repository: bundles the compiler.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// npm prepares a repository for `npm install --global` with the global flag still set, so that the packages go elsewhere.
if (!hasPackages()) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const options = ["--ignore-scripts", "--include=dev", "--no-global", "--no-audit", "--no-fund"];
  execFileSync("npm", ["ci", ...options], { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
}
await import("./bundle.mjs");
// Who only works on a checkout, after `npm ci`, needs no declarations; whoever packs or installs the package gets them.
if (process.env["npm_command"] !== "ci") await import("./declarations.mjs");

function hasPackages() {
  try {
    createRequire(import.meta.url).resolve("rolldown");
    return true;
  } catch {
    return false;
  }
}
