// The packages that a bundle holds parts of: for the licences that have to go along with it, and for the bill of materials.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Each package once, by name, of the inputs that the bundler names: paths from the root of the repository. */
export function bundledPackages(inputs) {
  const paths = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...paths].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"));
    return { name, version, license, path };
  });
}

/** The texts of their licences, as one text. */
export function licenceTexts(packages) {
  const texts = packages.map(({ name, version, license, path }) => {
    const file = readdirSync(join(root, path)).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(root, path, file), "utf8");
    return `${name} ${version}\n\n${text.replace(/\r\n/g, "\n").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}
