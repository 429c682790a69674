// buildah builds every Dockerfile, and what is in the images is what was declared.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBase } from "./bases.mjs";
import { buildah, tryBuildah, volumes } from "./buildah.mjs";
import { systemImage } from "./setup.mjs";

const isolation = ["--isolation", "chroot"];

/** The name of an image of the test. */
export function builtName(name) {
  return `localhost/hubc-test/${name}`;
}

/** Takes the images of a test out of the storage again; the bases stay for the next one. */
export function removeBuilt(images) {
  for (const name of [...images.map((image) => image.name), "data8-real"]) tryBuildah(["rmi", "--force", builtName(name)]);
}

export function checkBuilds(images, sum) {
  console.log("\n# the images");
  const bases = new Set(images.flatMap(({ dockerfile }) => [...dockerfile.matchAll(/^FROM (\S+)|^COPY --from=(\S+)/gm)].map(([, a, b]) => a ?? b)));
  for (const base of bases) makeBase(base);
  for (const image of images) {
    const built = tryBuildah(["bud", "--quiet", "--pull-never", "--layers=false", ...isolation, ...volumes, "--tag", builtName(image.name), image.folder]);
    sum.check(`buildah builds ${image.name}`, built.ok ? "" : built.said.slice(-2500));
    if (built.ok) checkContents(image, sum);
  }
  if (images.some(({ name }) => name === "cached-stack")) checkCaches(sum);
}

/** What apt and conda fetched for the images of cached/ is there for another build. */
function checkCaches(sum) {
  const folder = mkdtempSync(join(tmpdir(), "hubc-caches-"));
  const look = (id, pattern) => `RUN --mount=type=cache,id=${id},target=/kept,sharing=locked find /kept -name '${pattern}' | grep .`;
  const lines = [`FROM ${systemImage}`, look("hubc-apt-files", "tree_*.deb"), look("hubc-conda-1000", "numpy-2.3*"), "USER 1000", look("hubc-conda-1000", "jupyterlab-*")];
  writeFileSync(join(folder, "Dockerfile"), lines.map((line) => `${line}\n`).join(""));
  const looked = tryBuildah(["bud", "--quiet", "--pull-never", "--layers=false", ...isolation, folder]);
  sum.check("what was fetched is in the builder's caches", looked.ok ? "" : looked.said.slice(-1000));
  if (looked.ok) tryBuildah(["rmi", "--force", looked.said.trim()]);
  rmSync(folder, { recursive: true });
}

function checkContents(image, sum) {
  const container = buildah(["from", "--pull-never", builtName(image.name)]);
  try {
    const root = buildah(["mount", container]);
    const { config } = JSON.parse(buildah(["inspect", "--type", "image", builtName(image.name)])).OCIv1;
    sum.check(`${image.name} holds its packages`, missingPackages(image, root).join("\n"));
    sum.check(`${image.name} holds nothing that only its build needs`, leftovers(root).join("\n"));
    sum.check(`${image.name} is nobody's who may do everything`, /^(?:root|0|)(?::|$)/.test(config.User ?? "") ? `USER is ${config.User}` : "");
    const title = config.Labels?.["org.opencontainers.image.title"];
    if (/^LABEL/m.test(image.dockerfile)) sum.check(`${image.name} is labelled`, title === image.name ? "" : `title is ${title}`);
    if (/IRkernel/.test(image.dockerfile)) checkKernel(image, root, sum);
    if (image.name === "everything") checkEverything(container, root, sum);
    if (image.name === "campus-image") sum.check("an imported image ran its postBuild", existsSync(join(root, "home/jovyan/ready")) ? "" : "what it makes is not there");
  } finally {
    buildah(["rm", container]);
  }
}

/** R is a kernel of the environment that Jupyter runs in. */
function checkKernel({ name }, root, sum) {
  const path = join(root, "opt/conda/envs/notebook/share/jupyter/kernels/ir/kernel.json");
  const argv = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).argv : [];
  sum.check(`${name} has R as a kernel of Jupyter`, argv.includes("IRkernel::main()") ? "" : `argv is ${JSON.stringify(argv)}`);
}

/** What of the lists is not in the image. */
function missingPackages({ folder }, root) {
  const lines = (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").split("\n") : []);
  const conda = lines("environment.yml").flatMap((line) => /^ {2}- ([a-z0-9._-]+)(?![a-z0-9._:-])/.exec(line)?.[1] ?? []);
  const listed = existsSync(join(folder, "environment.yml")) ? conda.filter((name) => !["conda-forge", "bioconda", "nodefaults"].includes(name)) : [];
  const prefixes = ["opt/conda", "opt/conda/envs/notebook"].map((path) => join(root, path, "share/small-channel"));
  const apt = lines("apt.txt").filter((line) => line !== "" && !line.startsWith("#"));
  const cran = lines("install.R").flatMap((line) => /^install\("([^"]+)"/.exec(line)?.[1] ?? []);
  return [
    ...listed.filter((name) => !prefixes.some((prefix) => existsSync(join(prefix, `${name}.txt`)))).map((name) => `conda's ${name}`),
    ...apt.filter((name) => !existsSync(join(root, `var/lib/dpkg/info/${name}.list`))).map((name) => `Debian's ${name}`),
    ...cran.filter((name) => !existsSync(join(root, "usr/local/lib/R/site-library", name, "DESCRIPTION"))).map((name) => `R's ${name}`),
  ];
}

function leftovers(root) {
  const files = ["tmp/environment.yml", "tmp/conda-packages/urls.txt", "tmp/pip-cache/selfcheck", "tmp/apt.txt", "tmp/install.R", "tmp/downloaded_packages", "var/lib/apt/lists/lock"];
  return files.filter((path) => existsSync(join(root, path))).map((path) => `/${path} is left`);
}

/** Values, files and commands reach the image as they were written. */
function checkEverything(container, root, sum) {
  const text = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : `no ${path}`);
  const same = (title, got, wanted) => sum.check(`everything ${title}`, got === wanted ? "" : `${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`);
  const greeting = 'it\'s "here" at $HOME; ok';
  same("has its variable to the letter", buildah(["run", ...isolation, container, "printenv", "GREETING"]), greeting);
  same("ran its command with it", text("home/jovyan/greeting"), `${greeting}\n`);
  same("ran both halves of a command", text("home/jovyan/one"), "one\ntwo\n");
  same("ran its own lines", text("home/jovyan/own-text"), "own\n");
  same("has its file", text("etc/jupyter/note file.txt"), "A file's text: $HOME stays.\n");
  same("has its file in the home", text("home/jovyan/.config/own"), "mine\n");
  same("runs as its user", buildah(["run", ...isolation, container, "id", "-u"]), "1000");
}
