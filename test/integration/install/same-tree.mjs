// Whether two folders hold the same files, to the byte.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What is different, a line each; nothing where they are the same. */
export function sameTree(made, wanted) {
  const [there, expected] = [made, wanted].map(files);
  const missing = expected.filter((path) => !there.includes(path)).map((path) => `missing: ${path}`);
  const extra = there.filter((path) => !expected.includes(path)).map((path) => `more: ${path}`);
  const other = expected
    .filter((path) => there.includes(path) && !readFileSync(join(made, path)).equals(readFileSync(join(wanted, path))))
    .map((path) => `different: ${path}`);
  if (expected.length === 0) return `${wanted} holds no files`;
  return [...missing, ...extra, ...other].join("\n");
}

function files(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
}
