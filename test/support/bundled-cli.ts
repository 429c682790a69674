// The command line as it is installed, bundled from the sources as they are now, for tests that have to start it as a process.

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { bundleProgram } from "../../scripts/bundler.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that nothing that walks the repository comes upon it.
const bundles = join(root, "node_modules", ".hubc-test");

/** A fresh `cli.js`, there from the first test of the file to the last. To be called at the top of the file. */
export function bundledCli(): { readonly path: string } {
  let folder = "";
  beforeAll(async () => {
    mkdirSync(bundles, { recursive: true });
    folder = mkdtempSync(join(bundles, "cli-"));
    await bundleProgram({ cli: "compiler/cli/bin.ts" }, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    get path() {
      return join(folder, "cli.js");
    },
  };
}
