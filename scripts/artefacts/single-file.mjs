// One file with Node inside, for the system and processor that this runs on: Node's single executable application. The program is bundled to
// one script; `postject`, which Node's own documentation names, puts it into a copy of the Node that runs this.

import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundledPackages, licenceTexts } from "../bundled-packages.mjs";
import { bundleProgram } from "../bundler.mjs";
import { artefacts, manifest, run, work } from "./project.mjs";

const injector = "postject@1.0.0-alpha.6";
/** Node looks for this in its own file: https://nodejs.org/api/single-executable-applications.html. */
const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

export async function makeSingleFile() {
  const folder = join(work, "single");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundleScript(folder);
  const blob = join(folder, "hubc.blob");
  const config = {
    main: join(folder, "hubc.cjs"),
    output: blob,
    disableExperimentalSEAWarning: true,
    useCodeCache: true,
  };
  writeFileSync(join(folder, "sea.json"), JSON.stringify(config));
  run(process.execPath, ["--experimental-sea-config", join(folder, "sea.json")], folder);
  const name = `hubc-${manifest.version}-${systemName()}${process.platform === "win32" ? ".exe" : ""}`;
  const target = join(artefacts, name);
  copyFileSync(process.execPath, target);
  chmodSync(target, 0o755);
  inject(target, blob);
  return name;
}

/** No chunks: what a command loads when it runs is compiled ahead of time and kept in the file. */
async function bundleScript(folder) {
  const scripts = await bundleProgram({ hubc: "compiler/cli/bin.ts" }, folder, {
    output: { entryFileNames: "[name].cjs", format: "cjs", codeSplitting: false, minify: true },
  });
  const inputs = scripts.flatMap((script) => Object.keys(script.inputs));
  writeFileSync(
    join(artefacts, `hubc-${manifest.version}-third-party.txt`),
    `${nodeLicence()}\n${"-".repeat(80)}\n\n${licenceTexts(bundledPackages(inputs))}`,
  );
}

/** Node's own, which lies beside it where it was unpacked from Node's archive; a package of a distribution keeps it elsewhere. */
function nodeLicence() {
  const path = join(dirname(process.execPath), process.platform === "win32" ? "LICENSE" : "../LICENSE");
  const address = `https://github.com/nodejs/node/blob/${process.version}/LICENSE`;
  return `Node.js ${process.version}\n\n${existsSync(path) ? readFileSync(path, "utf8") : `Licence: ${address}\n`}`;
}

function inject(target, blob) {
  const isMac = process.platform === "darwin";
  if (isMac) run("codesign", ["--remove-signature", target]);
  const tool = join(work, "postject");
  if (!existsSync(join(tool, "node_modules", "postject"))) {
    mkdirSync(tool, { recursive: true });
    writeFileSync(join(tool, "package.json"), '{ "private": true }\n');
    run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", injector], tool);
  }
  const segment = isMac ? ["--macho-segment-name", "NODE_SEA"] : [];
  run(process.execPath, [
    join(tool, "node_modules", "postject", "dist", "cli.js"),
    ...[target, "NODE_SEA_BLOB", blob, "--sentinel-fuse", fuse, ...segment],
  ]);
  if (isMac) run("codesign", ["--sign", "-", target]);
}

/** As people look for it: linux-x64, macos-arm64, windows-x64. */
function systemName() {
  const systems = { darwin: "macos", win32: "windows" };
  return `${systems[process.platform] ?? process.platform}-${process.arch}`;
}
