// Brings a real VS Code that needs no screen of its own: code-server, and Chromium to look at it. Into .cache/vscode, about 400 MB; running it
// again changes nothing. code-server's own installation script downloads a ripgrep, so it is left out, and what it would compile is compiled here.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** code-server 4.100.3 is VS Code 1.100.3 and the last that runs on Node 20. */
const packages = { "code-server": "4.100.3", "playwright-core": "1.65.1" };
/** What the editor loads that is compiled on the machine. */
const compiled = ["@parcel/watcher", "@vscode/deviceid", "@vscode/spdlog", "native-watchdog"];

export const cache = fileURLToPath(new URL("../../../.cache/vscode", import.meta.url));

/** The paths of code-server and Chromium, which are installed where they are missing. @throws Error where they can't be. */
export function setUpVsCode() {
  const done = join(cache, "done.json");
  const wanted = JSON.stringify(packages);
  if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
    install();
    writeFileSync(done, wanted);
  }
  return { codeServer: join(cache, "node_modules/code-server/out/node/entry.js"), chromium: chromium() };
}

function install() {
  console.log("setup: installing code-server");
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  npm(["install", "--ignore-scripts", ...quiet], cache);
  npm(["run", "install", "--ignore-scripts=false", "--silent"], join(cache, "node_modules/argon2"));
  const code = join(cache, "node_modules/code-server/lib/vscode");
  npm(["install", "--ignore-scripts", "--omit=dev", "--no-package-lock", ...quiet], code);
  npm(["rebuild", "--ignore-scripts=false", ...compiled], code);
  if (!existsSync(join(code, "node_modules.asar"))) symlinkSync("node_modules", join(code, "node_modules.asar"));
}

function chromium() {
  const found = ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (found !== undefined) return execFileSync("which", [found], { encoding: "utf8" }).trim();
  console.log("setup: installing chromium");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const argv of [["update", "-qq"], ["install", "-yqq", "--no-install-recommends", "chromium"]]) {
    execFileSync("apt-get", argv, { stdio: ["ignore", "ignore", "inherit"], env });
  }
  return "/usr/bin/chromium";
}

function npm(argv, cwd) {
  execFileSync("npm", argv, { cwd, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
}
