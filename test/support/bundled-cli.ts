// The command line as it is installed, bundled from the sources as they are now, for tests that have to start it as a process.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";
import { bundleOptions } from "../../scripts/bundle-options.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The path of a fresh `cli.js`, which is gone when the tests of the file are done. */
export async function bundledCli(): Promise<string> {
  // Below node_modules, so that nothing that walks the repository comes upon it.
  const folder = join(root, "node_modules", ".hubc-test", `${process.pid}-${Math.random().toString(36).slice(2)}`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: { cli: "compiler/cli/bin.ts" },
    outdir: folder,
    ...bundleOptions,
  });
  return join(folder, "cli.js");
}
