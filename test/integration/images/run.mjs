// The integration test of images: `node test/integration/images/run.mjs`. The Dockerfiles of the examples, of the standard library, of
// programs/, of cached/ and of what is imported from imported/ are built by buildah on stand-ins for their bases, packages come from a small channel on this machine, and one image gets real
// packages, in which its smoke test runs. It needs root, and hubc built into dist/ (or HUBC_CLI). One line a check, then the sum; exit code 1 on a
// failure. About three minutes, the first time six.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checkBuilds, removeBuilt } from "./check-builds.mjs";
import { checkFiles } from "./check-files.mjs";
import { checkSmokeTest } from "./check-smoke-test.mjs";
import { checkSolves } from "./check-solves.mjs";
import { report } from "./report.mjs";
import { serveFolder } from "./serve.mjs";
import { here, projectRoot, setUpImages, standIn, venvBin } from "./setup.mjs";

const cli = resolve(process.env["HUBC_CLI"] ?? join(projectRoot, "dist/cli.js"));
if (!existsSync(cli)) {
  console.error(`${cli} does not exist: run \`npm run build\` first`);
  process.exit(1);
}

const started = Date.now();
setUpImages();
const work = mkdtempSync(join(tmpdir(), "hubc-images-"));
const server = await serveFolder(makeChannel());
writeFileSync(join(standIn, "url.txt"), `${server.url}\n`);
try {
  const images = emittedImages();
  const sum = report();
  checkFiles(images, sum);
  await checkSolves(images, { url: server.url, work }, sum);
  checkBuilds(images, sum);
  checkSmokeTest(images, sum);
  removeBuilt(images);
  console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds`);
  sum.end();
} finally {
  await server.close();
  rmSync(work, { recursive: true, force: true });
}

function makeChannel() {
  const folder = join(work, "channel");
  execFileSync(join(venvBin, "python"), [join(here, "make_channel.py"), join(here, "packages.json"), folder], { stdio: "inherit" });
  return folder;
}

/** Builds each program, and lists the folders of its images. */
function emittedImages() {
  const examples = readdirSync(join(projectRoot, "examples")).map((name) => join(projectRoot, "examples", name));
  return [...examples, join(here, "programs"), join(here, "cached"), imported(), standardLibrary()].flatMap((folder) => {
    const program = mkdtempSync(join(work, "program-"));
    cpSync(folder, program, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "build", program], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${folder} does not compile:\n${stdout}${stderr}`);
    return foldersOf(join(program, "out/images"));
  });
}

/** The program of a hub that is deployed by hubploy, with the folder of its image. */
function imported() {
  const program = join(mkdtempSync(join(work, "imported-")), "hubs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "import", join(here, "imported"), "--out", program], { encoding: "utf8" });
  if (status !== 0) throw new Error(`it is not imported:\n${stdout}${stderr}`);
  return program;
}

function foldersOf(images) {
  if (!existsSync(images)) return [];
  return readdirSync(images).map((name) => ({
    name,
    folder: join(images, name),
    dockerfile: readFileSync(join(images, name, "Dockerfile"), "utf8"),
  }));
}

/** A program with a child of each image of the standard library. */
function standardLibrary() {
  const folder = join(work, "stdlib");
  mkdirSync(folder);
  const names = readdirSync(join(projectRoot, "stdlib")).flatMap((file) => /^(.+)\.hub$/.exec(file)?.[1] ?? []);
  const texts = names.map((name) => `image std-${name} extends std.${name} { }\n`);
  writeFileSync(join(folder, "images.hub"), texts.join(""));
  return folder;
}
