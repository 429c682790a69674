// The integration test of the site: `node test/integration/site/run.mjs`. It is built and served under a path of its own; every link of every
// page leads to something; a browser opens pages of each kind in light, dark and on a phone, and axe-core looks at them; the playground is
// used by keyboard, and compiles every fixture to the bytes that the command line gives. Nothing may come from elsewhere. SHOTS=FOLDER keeps
// pictures. One line a check, then the sum; exit code 1 on a failure. About two minutes.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { report } from "../images/report.mjs";
import { serve } from "../pages/serve.mjs";
import { projectRoot, setUpPages } from "../pages/setup.mjs";
import { checkPlayground } from "./playground.mjs";

const started = Date.now();
const { browser, axe } = await setUpPages();
const work = mkdtempSync(join(tmpdir(), "hubc-site-"));
const site = join(work, "some/base");
const server = await serve(work);
const base = `${server.address}/some/base`;
const sum = report();
const shots = process.env.SHOTS;

/** One of each kind, and all that are made by hand. */
const opened = [
  "index.html",
  ...["index", "installing", "instructor", "assistant", "operator", "tutorial", "language", "editors"].map((name) => `guides/${name}.html`),
  ...["index", "exam-image", "own-machines"].map((name) => `cookbook/${name}.html`),
  ...["index", "course", "course.memory", "hub.auth.google"].map((name) => `settings/${name}.html`),
  ...["index", "names/duplicate", "course/no-hub-button"].map((name) => `codes/${name}.html`),
  ...["index", "build"].map((name) => `commands/${name}.html`),
  "gallery/index.html",
  "search.html?q=memory",
  "playground/index.html",
];

try {
  execFileSync(process.execPath, [join(projectRoot, "scripts/site.mjs"), site], { stdio: ["ignore", "ignore", "inherit"] });
  const pages = files(site).filter((path) => path.endsWith(".html"));
  sum.check("the site has pages", pages.length > 1000 ? "" : `there are ${pages.length}`);
  sum.check("every link leads somewhere", deadLinks(pages).slice(0, 20).join("\n"));
  sum.check("no page names another server for what it loads", pages.filter(loadsFromElsewhere).slice(0, 5).join("\n"));
  for (const path of opened) await look(path);
  await search();
  await checkPlayground({ browser, base, sum, axe, shots });
  console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
  sum.end();
} finally {
  await browser.close();
  server.close();
  rmSync(work, { recursive: true, force: true });
}

async function look(path) {
  const heard = [];
  for (const [kind, options] of [
    ["light", { colorScheme: "light", viewport: { width: 1100, height: 900 } }],
    ["dark", { colorScheme: "dark", viewport: { width: 1100, height: 900 } }],
    ["phone", { colorScheme: "light", viewport: { width: 360, height: 740 } }],
  ]) {
    const page = await browser.newPage({ ...options, bypassCSP: true });
    page.on("console", (message) => heard.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${base}/`) && !/^(?:data|blob):/.test(request.url()) && !request.url().endsWith("/favicon.ico")) heard.push(`request: ${request.url()}`);
    });
    await page.goto(`${base}/${path}`, { waitUntil: "networkidle" });
    if (path.startsWith("playground")) await page.waitForFunction(() => document.getElementById("state")?.textContent?.includes("checked in"));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    sum.check(`${path}, ${kind}: axe-core finds nothing`, violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 3).map(({ html }) => `  ${html}`).join("\n")}`).join("\n"));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    sum.check(`${path}, ${kind}: is as wide as the window`, width <= options.viewport.width ? "" : `it is ${width} pixels wide`);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${path.replace(/\W+/g, "-")}-${kind}.png`) });
    }
    await page.close();
  }
  sum.check(`${path}: nothing on the console, nothing from elsewhere`, [...new Set(heard)].join("\n"));
}

async function search() {
  const page = await browser.newPage();
  await page.goto(`${base}/index.html`);
  await page.fill('header input[name="q"]', "course memory");
  await page.press('header input[name="q"]', "Enter");
  await page.waitForSelector("#results a");
  const first = await page.getAttribute("#results a", "href");
  sum.check("the search finds a setting first", first === "settings/course.memory.html" ? "" : String(first));
  await page.close();
}

/** Addresses within the site that lead to no file, or to no part of one. */
function deadLinks(pages) {
  const anchors = new Map();
  const anchorsOf = (file) => {
    if (!anchors.has(file)) anchors.set(file, new Set([...readFileSync(file, "utf8").matchAll(/ id="([^"]*)"/g)].map((match) => match[1])));
    return anchors.get(file);
  };
  return pages.flatMap((path) => {
    const text = readFileSync(join(site, path), "utf8");
    const targets = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map((match) => match[1].replaceAll("&amp;", "&"));
    return targets
      .filter((target) => !/^(?:[a-z]+:|\/\/)/.test(target))
      .flatMap((target) => {
        const [file, hash] = target.split("#");
        const place = file === "" ? join(site, path) : join(site, dirname(path), decodeURIComponent(file.split("?")[0]));
        if (!existsSync(place)) return [`${path}: ${target}`];
        const isPart = hash !== undefined && !hash.startsWith("example=") && place.endsWith(".html");
        return isPart && !anchorsOf(place).has(decodeURIComponent(hash)) ? [`${path}: ${target}: there is no such part`] : [];
      });
  });
}

function loadsFromElsewhere(path) {
  return /<(?:script|img|iframe|link)\b[^>]*(?:src|href)="(?:https?:)?\/\//.test(readFileSync(join(site, path), "utf8"));
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
