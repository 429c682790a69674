// The folder that the container is built from, by docker, podman or buildah alike: its Dockerfile, and the program with Node inside.

import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { artefacts, manifest, root } from "./project.mjs";
import { makeSingleFile } from "./single-file.mjs";

export async function makeContainerFolder() {
  if (process.platform !== "linux") throw new Error("the container holds the program for Linux: build it there");
  const program = join(artefacts, `hubc-${manifest.version}-linux-${process.arch}`);
  if (!existsSync(program)) await makeSingleFile();
  const folder = join(artefacts, "container");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, "packaging", "container", "Dockerfile"), join(folder, "Dockerfile"));
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  copyFileSync(join(artefacts, `hubc-${manifest.version}-third-party.txt`), join(folder, "THIRD-PARTY.txt"));
  copyFileSync(program, join(folder, "hubc"));
  return "container/";
}
