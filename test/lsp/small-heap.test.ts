// The engine does what it is told while it runs: a program that makes garbage all the time needs less memory for it.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

// A map of which all is replaced again and again, as a server's knowledge of a program is; the most that the heap took.
const work = `
  const kept = new Map();
  let most = 0;
  for (let n = 0; n < 1_000_000; n++) {
    kept.set(n % 200_000, { number: n, next: { text: "value " + n } });
    if (n % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  console.log(most);
`;

test("what is collected late is little", async () => {
  const folder = temporaryFolder({ "package.json": '{ "type": "module" }' });
  const entry = fileURLToPath(new URL("../../compiler/lsp/small-heap.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: join(folder, "small-heap.js"), format: "esm", platform: "node" });
  const mostWith = (before: string) =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "--eval", `${before}\n${work}`], {
        cwd: folder,
        encoding: "utf8",
      }),
    );
  const small = mostWith('import { keepHeapSmall } from "./small-heap.js"; keepHeapSmall();');
  expect(small).toBeLessThan(0.6 * mostWith(""));
});
