// Pictures of the examples' pages for students and staff, for their READMEs: `node test/integration/pages/screenshots.mjs`. It needs hubc built
// into dist/ (or HUBC_CLI), and writes examples/<name>/screenshots/<page>.png.
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildExamples, examples } from "./built-programs.mjs";
import { serve } from "./serve.mjs";
import { projectRoot, setUpPages } from "./setup.mjs";

const mostBytes = 150 * 1024;
const { browser } = await setUpPages();
const work = mkdtempSync(join(tmpdir(), "hubc-screenshots-"));
const server = await serve(work);
try {
  buildExamples(work);
  for (const { name } of examples) {
    const folder = join(projectRoot, "examples", name, "screenshots");
    mkdirSync(folder, { recursive: true });
    for (const [kind, colorScheme] of [["students", "light"], ["staff", "dark"]]) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 800, height: 1100 } });
      await page.goto(`${server.address}/${name}/courses/${name}/pages/${kind}.html`);
      const path = join(folder, `${kind}.png`);
      await page.screenshot({ path });
      await page.close();
      const { size } = statSync(path);
      console.log(`${path.slice(projectRoot.length + 1)}: ${Math.round(size / 1024)} KiB`);
      if (size > mostBytes) throw new Error(`${path} is larger than ${mostBytes} bytes`);
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(work, { recursive: true, force: true });
}
