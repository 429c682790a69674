// The smoke test of the Data 8 image, run in an image with real packages: conda's under their names on PyPI, and pip's as they are.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildah, tryBuildah, volumes } from "./buildah.mjs";
import { builtName } from "./check-builds.mjs";
import { here, standIn } from "./setup.mjs";

/** Names on PyPI of what the image has from conda. */
const onPypi = {
  "jupyterhub-singleuser": "jupyterhub",
  jupyterlab: "jupyterlab",
  notebook: "notebook",
  ipywidgets: "ipywidgets",
  numpy: "numpy",
  scipy: "scipy",
  pandas: "pandas",
  matplotlib: "matplotlib",
  plotly: "plotly",
};

export function checkSmokeTest(images, sum) {
  console.log("\n# the smoke test");
  const image = images.find(({ name }) => name === "data8");
  const other = images.find(({ name }) => name === "std-datascience");
  if (image === undefined || other === undefined) return sum.check("the images of the smoke test are there", "they are not");
  const name = builtName("data8-real");
  const built = buildReal(image, name);
  sum.check("data8 is built with real packages", built.ok ? "" : built.said.slice(-3000));
  if (!built.ok) return;
  const container = buildah(["from", "--pull-never", name]);
  try {
    const passing = smokeTest(container, image);
    const checks = passing.said.match(/^ok /gm)?.length ?? 0;
    sum.check(`its smoke test passes: ${checks} checks`, passing.ok && checks > 12 ? "" : passing.said);
    const failing = smokeTest(container, other);
    const missing = /^FAILED {3}imports seaborn$/m.test(failing.said) && /^ok {7}imports numpy$/m.test(failing.said);
    sum.check("the smoke test of an image with more packages fails there, and names what is missing", !failing.ok && missing ? "" : failing.said);
    const asRoot = smokeTest(container, image, ["--user", "root"]);
    sum.check("it fails for root", !asRoot.ok && /^FAILED {3}runs as 1000$/m.test(asRoot.said) ? "" : asRoot.said);
    checkAutograder(container, image, sum);
  } finally {
    buildah(["rm", container]);
  }
}

/** The Otter of the image makes an autograder of the file, which has the image's packages and what it adds itself. */
function checkAutograder(container, { folder }, sum) {
  const mounts = ["--volume", `${folder}/autograder:/autograder-files:ro`, "--volume", `${here}:/checks:ro`];
  const { ok, said } = tryBuildah(["run", "--isolation", "chroot", ...mounts, container, "bash", "/checks/make_autograder.sh"]);
  const lines = readFileSync(join(folder, "environment.yml"), "utf8").match(/^ +- .*$/gm) ?? [];
  const missing = lines.filter((line) => !said.split("\n").includes(line));
  const asIs = ok && lines.length > 10 && missing.length === 0 && said.includes("name: otter-env\n") && !said.includes("- defaults\n");
  sum.check(`Otter makes an autograder with data8's packages: ${lines.length} lines`, asIs ? "" : `without ${missing}\n${said}`);
}

function buildReal({ folder }, name) {
  const marker = join(standIn, "from-pypi.json");
  writeFileSync(marker, JSON.stringify(onPypi));
  try {
    return tryBuildah(["bud", "--quiet", "--pull-never", "--layers=false", "--isolation", "chroot", ...volumes, "--tag", name, folder]);
  } finally {
    rmSync(marker);
  }
}

function smokeTest(container, { folder }, options = []) {
  const volume = ["--volume", `${folder}:/smoke-test:ro`];
  return tryBuildah(["run", "--isolation", "chroot", ...options, ...volume, container, "/smoke-test/smoke-test.sh"]);
}
