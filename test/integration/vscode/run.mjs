// The integration test of the VS Code extension: `node test/integration/vscode/run.mjs`. It builds the .vsix, installs it into a real VS Code (see
// setup.mjs), talks to the server that it holds, and does in the editor what a person does. One line a check, then the sum; exit code 1 on a
// failure. The first run installs the editor, a minute or two; later ones take about 40 seconds. SHOTS=folder keeps pictures.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startServer } from "../../../scripts/lsp-client.mjs";
import { report } from "../images/report.mjs";
import { cache, setUpVsCode } from "./setup.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = `project campus { registry = "ghcr.io/campus/hubs" }
course data8 {
  title  = "Foundations \${n}"
  hub    = h
  imgae  = lab
  term   = 2026-08-26 .. 2026-12-18
  memory = 1GiB .. 2GiB
}
let n = 8
image lab extends std.scipy {
  dockerfile = """
    LABEL a="b"
    """
}
hub h {
  provider = k
  homes    = homes
  domain   = "h.example.edu"
  auth github {
    client-id     = secret("github/client-id")
    client-secret = secret("github/client-secret")
    allow { people = ["ada"] }
  }
}
provider kind k { }
storage dynamic homes { size = 5GiB }
`;

const sum = report();
const { codeServer, chromium } = setUpVsCode();
const { chromium: browsers } = await import(pathToFileURL(join(cache, "node_modules/playwright-core/index.mjs")).href);
const work = mkdtempSync(join(tmpdir(), "hubc-vscode-"));
const folders = ["--user-data-dir", join(work, "user"), "--extensions-dir", join(work, "extensions"), "--config", join(work, "config.yaml")];
let editor;
try {
  const extension = installExtension();
  checkContents(extension);
  await checkServer(extension);
  const port = await freePort();
  mkdirSync(join(work, "program"));
  // What was committed has no error, so that there is a plan against it.
  writeFileSync(join(work, "program", "course.hub"), program.replace("imgae ", "image "));
  for (const given of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@example.edu", "commit", "--quiet", "--message=Begin"]])
    execFileSync("git", given, { cwd: join(work, "program") });
  writeFileSync(join(work, "program", "course.hub"), program);
  writeFileSync(join(work, "user/User/settings.json"), JSON.stringify({ "hubc.on": "2026-10-05", "editor.minimap.enabled": false }));
  const flags = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"];
  editor = spawn(process.execPath, [codeServer, ...flags, ...folders], { stdio: "ignore" });
  await checkEditor(`http://127.0.0.1:${port}/?folder=${join(work, "program")}`);
} finally {
  editor?.kill();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
sum.end();

/** Builds the extension and has VS Code unpack it; the folder that it is in. */
function installExtension() {
  const built = execFileSync(process.execPath, [join(root, "scripts/build-editor.mjs")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const vsix = join(root, built.trim().split("\n").at(-1));
  mkdirSync(join(work, "user/User"), { recursive: true });
  writeFileSync(join(work, "config.yaml"), "auth: none\n");
  execFileSync(process.execPath, [codeServer, ...folders, "--install-extension", vsix], { stdio: "ignore" });
  const name = readdirSync(join(work, "extensions")).find((one) => one.startsWith("hubc.hubc-"));
  if (name === undefined) throw new Error("VS Code did not install the extension");
  return join(work, "extensions", name);
}

function checkContents(extension) {
  const manifest = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  const { languages, grammars, snippets } = manifest.contributes;
  const named = [manifest.main, manifest.icon, ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]), ...[...grammars, ...snippets].map(({ path }) => path)];
  const missing = named.filter((path) => !existsSync(join(extension, path)));
  sum.check("the .vsix holds every file that its manifest names", missing.join(", "));
  const all = readdirSync(extension, { recursive: true, encoding: "utf8" });
  const foreign = all.filter((path) => /(?:^|\/)(?:node_modules|src)(?:\/|$)|\.ts$|\.map$|tsconfig|package-lock/.test(path));
  sum.check("and no sources and packages", foreign.slice(0, 5).join(", "));
  const [name] = Object.keys(manifest.dependencies ?? {});
  sum.check("and needs no package", name ?? "");
  const legal = ["LICENSE.txt", "THIRD-PARTY.txt", "readme.md", "changelog.md"].filter((path) => !all.some((one) => one.toLowerCase() === path.toLowerCase()));
  sum.check("and the licences, the readme and the changelog", legal.join(", "));
}

/** The server of the extension, without an editor. */
async function checkServer(extension) {
  const uri = pathToFileURL(join(work, "nowhere.hub")).href;
  const argv = [join(extension, "dist/server/cli.mjs"), "lsp", "--stdio"];
  const { child, published, notify, request, until } = await startServer(argv, null, { initializationOptions: { on: "2026-10-05" } });
  notify("textDocument/didOpen", { textDocument: { uri, languageId: "hub", version: 1, text: program } });
  await until(() => published.has(uri));
  const codes = published.get(uri).diagnostics.map(({ code }) => code);
  sum.check("its server finds what is wrong", codes.includes("schema/unknown-setting") ? "" : JSON.stringify(codes));
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await request("shutdown");
  notify("exit");
  const code = await ended;
  sum.check("and ends when it is told to", code === 0 ? "" : `exit code ${code}`);
}

async function checkEditor(address) {
  const browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1100 } });
    await goTo(page, address);
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "course.hub" }).dblclick();
    await seen(page, "marks the finding", ".squiggly-error");
    await seen(page, "knows the language", ".statusbar-item", "Hub");
    await seen(page, "has a lens over each declaration", ".codelens-decoration", "no outputs while there are errors");
    await checkColours(page);
    await line(page, "imgae");
    await command(page, "hubc: Explain");
    await seen(page, "explains the message of the line", ".tab", "schema unknown-setting.txt");
    await line(page, "imgae");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.type("image  = lab");
    await gone(page, "shows nothing any more when it is mended", ".squiggly-error");
    await line(page, "image lab");
    await command(page, "hubc: Show What");
    await seen(page, "asks which output to show", ".quick-input-list .monaco-list-row", "images/lab/Dockerfile");
    await page.keyboard.type("lab/Dockerfile");
    await page.waitForTimeout(500);
    await page.keyboard.press("Enter");
    await seen(page, "shows what a declaration compiles to", ".tab", "Dockerfile");
    await seen(page, "and marks the lines that come from it", ".cdr[class*='ced-']");
    await checkViews(page);
    await command(page, "hubc: Restart");
    await line(page, "memory");
    await page.keyboard.press("End");
    await page.keyboard.type(" x");
    await seen(page, "works on after a restart", ".squiggly-error");
    await shot(page, "end");
  } finally {
    await browser.close();
  }
}

/** The whole program beside its files: as a picture, as pages, and as a plan against the last commit. */
async function checkViews(page) {
  await line(page, "memory");
  await command(page, "hubc: Show the Graph");
  await seen(page, "shows the graph under the program's name", ".tab", "program: graph");
  const graph = page.frameLocator("iframe.webview").last().frameLocator("#active-frame");
  await attempt(page, "draws it", () => graph.locator("img").waitFor({ timeout: 45_000 }));
  await shot(page, "graph");
  await line(page, "memory");
  const opened = page.context().waitForEvent("page", { timeout: 45_000 });
  await command(page, "hubc: Show the Pages");
  await attempt(page, "opens the preview in a browser", async () => {
    const preview = await opened;
    await preview.locator("h1", { hasText: "program" }).waitFor({ timeout: 45_000 });
    await shot(preview, "pages");
    await preview.close();
  });
  await line(page, "memory");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("3GiB");
  await command(page, "hubc: Show the Plan");
  await seen(page, "shows the plan under the program's name", ".tab", "Preview program plan.md");
  await shot(page, "plan");
  await line(page, "memory");
}

async function goTo(page, address) {
  for (let left = 60; ; left--) {
    try {
      await page.goto(address);
      break;
    } catch (error) {
      if (left === 0) throw error;
      await page.waitForTimeout(500);
    }
  }
  await page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
}

/** Colours are those of the grammar and of the server: words of different kinds differ, and a text inside another language is that language's. */
async function checkColours(page) {
  const colour = (part, word) =>
    page
      .locator(".view-line", { hasText: part })
      .first()
      .locator("span span", { hasText: word })
      .last()
      .evaluate((element) => getComputedStyle(element).color);
  const [kind, name, setting, text] = [await colour("course data8", "course"), await colour("course data8", "data8"), await colour("title", "title"), await colour("title", "Foundations")];
  sum.check("colours kinds, names, settings and texts apart", new Set([kind, name, setting, text]).size === 4 ? "" : [kind, name, setting, text].join(" "));
  const label = await colour("LABEL", "LABEL");
  sum.check("colours a Dockerfile's lines as a Dockerfile", label === kind ? "" : `${label}, not ${kind}`);
  await shot(page, "colours");
}

async function seen(page, what, selector, text) {
  const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
  await attempt(page, what, () => found.waitFor({ state: "attached", timeout: 45_000 }));
}

async function gone(page, what, selector) {
  await attempt(page, what, () => page.locator(selector).first().waitFor({ state: "detached", timeout: 45_000 }));
}

async function attempt(page, what, act) {
  try {
    await act();
    sum.check(`the editor ${what}`, "");
  } catch (error) {
    await shot(page, "failed");
    sum.check(`the editor ${what}`, error instanceof Error ? error.message.split("\n")[0] : String(error));
  }
}

async function line(page, text) {
  await page.locator(".editor-group-container").first().locator(".view-line", { hasText: text }).first().click();
}

async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input[type=text]").first().fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor({ timeout: 20_000 });
  await page.keyboard.press("Enter");
}

async function shot(page, name) {
  const folder = process.env["SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
