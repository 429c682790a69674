// The integration test of pages: `node test/integration/pages/run.mjs`. Both examples and every fixture are built and served on this machine;
// a browser opens every page of them in light and in dark, follows its links, prints it, and axe-core looks at it. Nothing may come from
// elsewhere. The calendars are read, too. It needs hubc built into dist/ (or HUBC_CLI). Names of programs pick some: `data8 fixture-campus`.
// One line a check, then the sum; exit code 1 on a failure. About five minutes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "../images/report.mjs";
import { buildPrograms, hubc } from "./built-programs.mjs";
import { serve } from "./serve.mjs";
import { projectRoot, setUpPages, setUpPython } from "./setup.mjs";

const started = Date.now();
const python = setUpPython();
const { browser, axe, htmlValidate } = await setUpPages();
const work = mkdtempSync(join(tmpdir(), "hubc-pages-"));
const server = await serve(work);
const sum = report();
const validator = new htmlValidate.HtmlValidate({
  extends: ["html-validate:standard"],
  // A table that is wider than the window is scrolled by its keys: the region around it takes the focus.
  rules: { "no-trailing-whitespace": "off", "prefer-native-element": "off", "no-inline-style": "off" },
});

/** Those whose lectures come every week, over a change of the clocks. */
const lectured = new Set(["data8", "fixture-pages-and-dates"]);
const viewport = { width: 900, height: 900 };
// axe-core is put in by the test, which the page's own policy would refuse.
const contexts = {
  light: await browser.newContext({ colorScheme: "light", bypassCSP: true, viewport }),
  dark: await browser.newContext({ colorScheme: "dark", bypassCSP: true, viewport }),
};

try {
  for (const { name, out, folder, on } of buildPrograms(work, process.argv.slice(2))) {
    const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
    sum.check(`${name} has pages`, pages.length > 0 ? "" : "there is none");
    if (lectured.has(name)) checkCalendar(name, folder, on);
    for (const path of pages.sort()) await checkPage(`${name}/${path}`, join(out, path));
  }
  console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
  sum.end();
} finally {
  await browser.close();
  server.close();
  rmSync(work, { recursive: true, force: true });
}

/** The calendar, as a program reads it that people's calendars are made with. */
function checkCalendar(name, folder, on) {
  const paths = ["ics", "json"].map((format) => {
    const path = join(work, `${name}.${format}`);
    writeFileSync(path, execFileSync(process.execPath, [hubc, "calendar", folder, "--on", on, "--format", format], { stdio: ["ignore", "pipe", "pipe"] }));
    return path;
  });
  const lines = execFileSync(python, [join(projectRoot, "test/integration/pages/check_calendar.py"), ...paths], { encoding: "utf8" }).trim().split("\n");
  const lectures = Number(lines.pop());
  sum.check(`${name}: its calendar is read as it is meant`, lines.join("\n"));
  sum.check(`${name}: its ${lectures} lectures are at their hour`, lectures > 30 ? "" : "there are too few");
}

async function checkPage(path, file) {
  const valid = await validator.validateString(readFileSync(file, "utf8"), file);
  const mistakes = valid.results.flatMap(({ messages }) => messages.map((one) => `${one.line}: ${one.message} (${one.ruleId})`));
  sum.check(`${path}: is valid HTML`, mistakes.slice(0, 8).join("\n"));
  const heard = [];
  for (const colorScheme of ["light", "dark"]) {
    const page = await contexts[colorScheme].newPage();
    page.on("console", (message) => heard.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => heard.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${server.address}/`) && !request.url().startsWith("data:")) heard.push(`request: ${request.url()}`);
    });
    await page.goto(`${server.address}/${path}`);
    sum.check(`${path}: axe-core finds nothing in ${colorScheme}`, await violations(page));
    sum.check(`${path}: ${colorScheme} is ${colorScheme}`, await wrongColours(page, colorScheme));
    if (colorScheme === "light") {
      await checkLinks(path, page);
      await checkNarrow(path, page);
      await checkPrint(path, page);
    }
    await page.close();
  }
  sum.check(`${path}: nothing on the console, nothing from elsewhere`, heard.join("\n"));
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  if (passes.length === 0) return "axe-core looked at nothing";
  return found.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join("\n")}`).join("\n");
}

/** A page that is dark has words brighter than its paper. */
async function wrongColours(page, scheme) {
  const [words, paper] = await page.evaluate(() => {
    const brightness = (colour) => {
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((all, one) => all + one, 0);
    };
    const { color } = getComputedStyle(document.body);
    const { backgroundColor } = getComputedStyle(document.body);
    const isClear = backgroundColor === "rgba(0, 0, 0, 0)";
    return [brightness(color), brightness(isClear ? "Canvas" : backgroundColor)];
  });
  return (words > paper) === (scheme === "dark") ? "" : `words ${words}, paper ${paper}`;
}

/** Links within the build lead to a file, links to a part of the page to that part. */
async function checkLinks(path, page) {
  const targets = await page.$$eval("a[href]", (links) => links.map((link) => link.href));
  const own = [...new Set(targets)].filter((target) => target.startsWith(server.address));
  const broken = [];
  for (const target of own) {
    const { hash } = new URL(target);
    const response = await fetch(target);
    if (!response.ok) broken.push(`${target}: ${response.status}`);
    const isHere = target.startsWith(`${server.address}/${path}#`);
    if (isHere && (await page.$(hash)) === null) broken.push(`${target}: there is no such part`);
  }
  sum.check(`${path}: its ${own.length} links within the build lead somewhere`, broken.join("\n"));
  const others = targets.filter((target) => !target.startsWith(server.address) && !/^(?:https?:\/\/[^/]+|mailto:[^@]+@)/.test(target));
  sum.check(`${path}: its other links are addresses`, others.join("\n"));
}

/** On a phone nothing but a wide table needs to be scrolled sideways. */
async function checkNarrow(path, page) {
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  sum.check(`${path}: fits a phone`, width <= 360 ? "" : `it is ${width} pixels wide`);
  await page.setViewportSize(viewport);
}

/** Printed, it has pages, and its words are dark on white whatever the screen was. */
async function checkPrint(path, page) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colour = await page.evaluate(() => getComputedStyle(document.body).color);
  const isOurs = path.includes("/pages/");
  sum.check(`${path}: prints dark on white`, !isOurs || colour === "rgb(0, 0, 0)" ? "" : `its words are ${colour}`);
  const pdf = await page.pdf({ format: "A4" });
  sum.check(`${path}: prints`, pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 3000 ? "" : `${pdf.length} bytes`);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}
