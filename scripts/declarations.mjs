// Writes the types of the library to dist/types/: what compiler/index.ts exports and whatever that needs, as declarations. Runs before
// the package is packed; the names of modules get the ending that they have once installed.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const made = join(root, ".build", "types", "compiler");
const target = join(root, "dist", "types");

execFileSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b", "compiler"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
rmSync(target, { recursive: true, force: true });
copyWithImports(join(made, "index.d.ts"), new Set());

function copyWithImports(path, copied) {
  if (copied.has(path)) return;
  copied.add(path);
  const text = readFileSync(path, "utf8");
  const copy = join(target, relative(made, path));
  mkdirSync(dirname(copy), { recursive: true });
  writeFileSync(copy, text.replace(/(from |import\()"(\.[^"]*)\.ts"/g, '$1"$2.js"'));
  for (const [, , module] of text.matchAll(/(from |import\()"(\.[^"]*)\.ts"/g)) {
    copyWithImports(join(dirname(path), `${module}.d.ts`), copied);
  }
}
