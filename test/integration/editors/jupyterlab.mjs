// JupyterLab in a browser, with jupyterlab-lsp, our entry for the server and our extension for the kind of file: it colours a program, underlines
// what is wrong and completes.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { editorFiles, hubcOnPath, withProgram } from "./program.mjs";
import { launchBrowser, python } from "./setup.mjs";

/** All checks of JupyterLab. */
export function checkJupyterLab({ cli, sum }) {
  return withProgram("jupyterlab", async ({ root, own }) => {
    mkdirSync(join(own, "config/jupyter_server_config.d"), { recursive: true });
    cpSync(join(editorFiles, "jupyterlab/hubc.json"), join(own, "config/jupyter_server_config.d/hubc.json"));
    cpSync(join(editorFiles, "jupyterlab/labextension"), join(own, "data/labextensions/hubc-files"), { recursive: true });
    const port = await freePort();
    const settings = [`--ServerApp.root_dir=${root}`, `--ServerApp.port=${port}`, "--IdentityProvider.token=", "--allow-root", "--no-browser"];
    const env = {
      ...process.env,
      ...hubcOnPath(own, cli),
      HOME: own,
      JUPYTER_CONFIG_DIR: join(own, "config"),
      JUPYTER_DATA_DIR: join(own, "data"),
      JUPYTER_RUNTIME_DIR: join(own, "runtime"),
    };
    const server = spawn(python, ["-m", "jupyterlab", ...settings], { cwd: root, env, stdio: "ignore" });
    const ended = new Promise((resolve) => server.on("exit", resolve));
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      await answering(`http://127.0.0.1:${port}/api`);
      await page.goto(`http://127.0.0.1:${port}/lab/tree/course.hub`);
      await checkPage(page, sum);
    } finally {
      await browser.close();
      server.kill();
      await ended;
    }
  });
}

async function checkPage(page, sum) {
  const seen = async (what, locator) => {
    const problem = await locator.waitFor({ timeout: 60_000 }).then(
      () => "",
      (error) => String(error),
    );
    sum.check(`jupyterlab: ${what}`, problem);
  };
  const line = (text) => page.locator(".cm-line", { hasText: text }).first();
  await seen("opens the file in an editor", line("Foundations"));
  await seen("underlines what is wrong", page.locator(".cm-lintRange-error", { hasText: "imgae" }));
  const colour = async (text, word) => {
    const found = line(text).locator("span", { hasText: word }).last();
    return found.evaluate((element) => getComputedStyle(element).color, undefined, { timeout: 10_000 }).catch((error) => String(error));
  };
  const colours = [
    await colour("course data8", "course"),
    await colour("course data8", "data8"),
    await colour("Foundations", "title"),
    await colour("Foundations", "Foundations"),
    await colour("students", "20"),
  ];
  const isColoured = colours.every((one) => one.startsWith("rgb")) && new Set(colours).size === colours.length;
  sum.check("jupyterlab: colours kinds, names, settings, texts and numbers apart", isColoured ? "" : colours.join("\n"));
  await line("memory").click();
  await page.keyboard.press("End");
  await page.keyboard.type("\npe");
  await page.keyboard.press("Tab");
  await seen("completes `pe` to `peak`", page.locator(".jp-Completer-item", { hasText: "peak" }));
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server answers. */
async function answering(url) {
  for (let left = 300; ; left -= 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    if (left === 0) throw new Error(`JupyterLab does not answer at ${url}`);
    await setTimeout(200);
  }
}
