// The npm package: what `npm pack` takes of the checkout, with a package.json for those who install it. All that runs is bundled, so
// nothing else is installed with it.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { artefacts, manifest, root, run, work } from "./project.mjs";

export function makeNpmPackage(addresses) {
  const folder = join(work, "npm");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run("npm", ["pack", "--silent", "--pack-destination", folder], root);
  const [archive] = readdirSync(folder);
  run("tar", ["-xzf", archive], folder);
  const path = join(folder, "package", "package.json");
  writeFileSync(
    path,
    `${JSON.stringify(published(JSON.parse(readFileSync(path, "utf8")), addresses), undefined, 2)}\n`,
  );
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", artefacts], join(folder, "package"));
  return `${manifest.name}-${manifest.version}.tgz`;
}

/** The manifest without what only a checkout needs, and with where the project lives. */
export function published({ scripts: _s, dependencies: _d, devDependencies: _v, ...kept }, addresses) {
  if (addresses === undefined) return kept;
  const { git, issues, site, repository } = addresses;
  return {
    ...kept,
    repository: { type: "git", url: git },
    homepage: site ?? repository,
    bugs: issues,
  };
}
