// Brings what opens the pages: a browser driven by Playwright, and axe-core, from npm into .cache/pages. The browser is Debian's chromium;
// CHROMIUM names another. Running it again changes nothing.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const cache = join(projectRoot, ".cache/pages");
const packages = { "axe-core": "4.14.1", "html-validate": "10.7.0", "playwright-core": "1.65.1" };

/** Makes sure that all is there, says what it did, and gives the browser and what is needed beside it. */
export async function setUpPages() {
  mkdirSync(cache, { recursive: true });
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, undefined, 2)}\n`;
  const path = join(cache, "package.json");
  if (existsSync(join(cache, "node_modules/.package-lock.json")) && existsSync(path) && readFileSync(path, "utf8") === manifest) {
    console.log("setup: .cache/pages is up to date");
  } else {
    console.log(`setup: installing ${Object.entries(packages).map((one) => one.join("@")).join(" ")} into .cache/pages`);
    writeFileSync(path, manifest);
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: cache, stdio: ["ignore", "ignore", "inherit"] });
  }
  const load = createRequire(path);
  const { chromium } = load("playwright-core");
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  return { browser, axe: readFileSync(load.resolve("axe-core/axe.min.js"), "utf8"), htmlValidate: load("html-validate") };
}

const pythonPackages = ["icalendar==7.3.0", "recurring-ical-events==3.8.2"];

/** Makes sure that a Python with what reads calendars is there; gives its path. */
export function setUpPython() {
  const folder = join(cache, "python");
  const stamp = join(folder, "packages.txt");
  const wanted = pythonPackages.join("\n");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    console.log(`setup: installing ${pythonPackages.join(" ")} into .cache/pages/python`);
    execFileSync("python3", ["-m", "venv", "--clear", folder], { stdio: ["ignore", "ignore", "inherit"] });
    execFileSync(join(folder, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...pythonPackages], { stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(stamp, wanted);
  }
  return join(folder, "bin/python");
}

/** Debian's, which is installed where it is missing and this may be done. */
function chromiumPath() {
  const named = process.env["CHROMIUM"];
  if (named !== undefined) return named;
  const path = "/usr/bin/chromium";
  if (existsSync(path)) return path;
  if (process.getuid?.() !== 0) throw new Error("chromium is missing: install it (apt install chromium), or name one with CHROMIUM");
  console.log("setup: installing Debian's chromium");
  execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"], { stdio: ["ignore", "ignore", "inherit"] });
  return path;
}
