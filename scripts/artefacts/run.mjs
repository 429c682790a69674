// Builds what is published, into artefacts/: the npm package, the Python wheel, the program with Node inside for this machine, the
// folder that a container is built from, the extension for VS Code, the bill of materials, and the checksums of all of them.
// usage: node scripts/artefacts/run.mjs [--repository ADDRESS] [NAME…]
// ADDRESS is where the project lives, as https://host/owner/name: the packages say it. In a GitHub workflow it is the workflow's own
// repository; without one they name none. NAME is one of the steps below; all, unless given. Needs the network on its first run.

import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { addressesOf } from "./addresses.mjs";
import { writeBillOfMaterials } from "./bill-of-materials.mjs";
import { writeChecksums } from "./checksums.mjs";
import { makeContainerFolder } from "./container-folder.mjs";
import { makeExtension } from "./extension.mjs";
import { makeNpmPackage } from "./npm-package.mjs";
import { artefacts } from "./project.mjs";
import { makeSingleFile } from "./single-file.mjs";
import { makeWheel } from "./wheel.mjs";

const steps = {
  npm: makeNpmPackage,
  wheel: makeWheel,
  single: makeSingleFile,
  container: makeContainerFolder,
  extension: makeExtension,
  materials: writeBillOfMaterials,
};

const { values, positionals } = parseArgs({
  options: { repository: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`there is no artefact ${unknown.join(", ")}: they are ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}
const addresses = addressesOf(values.repository, process.env);
const chosen = positionals.length === 0 ? Object.keys(steps) : positionals;
if (positionals.length === 0) rmSync(artefacts, { recursive: true, force: true });
mkdirSync(artefacts, { recursive: true });
for (const name of chosen) {
  console.log(`artefacts/${await steps[name](addresses)}`);
}
console.log(`artefacts/${writeChecksums()}`);
