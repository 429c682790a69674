// Images that stand in for the bases that Dockerfiles name: the accounts, folders, variables and programs that the real ones have, as far
// as Dockerfiles depend on them, on a small system of our own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildah } from "./buildah.mjs";
import { cache, systemImage } from "./setup.mjs";

const program = (path, text) => `printf '%s\\n' '#!/bin/sh' '${text}' > ${path} && chmod 755 ${path}`;
const client = (path, name) => program(path, `exec /usr/bin/python3 -P /stand-in/conda_client.py ${name} "$@"`);

const withR = [
  `FROM ${systemImage}`,
  "RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends r-base-core && rm -rf /var/lib/apt/lists/*",
  // As Rocker has it: a mirror of its own, which install.R is to leave alone.
  `RUN echo 'options(repos = c(CRAN = paste0(readLines("/stand-in/url.txt"), "/cran")))' >> /etc/R/Rprofile.site`,
];

/** Jupyter Docker Stacks: see compiler/knowledge/base-images.ts for the sources. */
const dockerStacks = (start, library) => [
  ...start,
  "RUN useradd --no-log-init --create-home --shell /bin/bash --uid 1000 --gid 100 jovyan",
  `RUN python3 -m venv /opt/conda && mkdir /opt/conda/conda-meta && echo 'python ==3.13.*' > /opt/conda/conda-meta/pinned && ${client("/opt/conda/bin/mamba", "mamba")}`,
  `RUN ${program("/usr/local/bin/fix-permissions", 'for folder in "$@"; do chgrp -R 100 "$folder" && chmod -R g+rwX "$folder" || exit 1; done')}`,
  `RUN chown -R 1000:100 /opt/conda${library ? ` ${library}` : ""}`,
  "ENV CONDA_DIR=/opt/conda NB_USER=jovyan NB_UID=1000 NB_GID=100 HOME=/home/jovyan PATH=/opt/conda/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  "USER 1000",
  "WORKDIR /home/jovyan",
];

const families = [
  {
    names: /^quay\.io\/jupyter\/(?:r|datascience)-notebook:/,
    lines: dockerStacks(withR, "/usr/local/lib/R/site-library"),
  },
  { names: /^(?:quay\.io\/)?jupyter\/[a-z-]+-notebook:/, lines: dockerStacks([`FROM ${systemImage}`]) },
  {
    names: /^rocker\/[a-z-]+:/,
    lines: [
      ...withR,
      "RUN useradd --create-home --shell /bin/bash --uid 1000 --groups staff rstudio",
      // Rocker's scripts/install_texlive.sh: whatever the image's own variable says later, R has this path.
      'RUN echo "PATH=${PATH}" >> /etc/R/Renviron.site',
      "WORKDIR /home/rstudio",
    ],
  },
  {
    names: /^mambaorg\/micromamba:/,
    lines: [
      `FROM ${systemImage}`,
      `RUN ${client("/usr/bin/micromamba", "micromamba")} && useradd --create-home --uid 57439 mambauser`,
      "ENV MAMBA_ROOT_PREFIX=/opt/conda",
      "USER mambauser",
    ],
  },
  {
    // The hub's own image: nothing is fetched, and pip's reader says whether it could be.
    names: /^quay\.io\/jupyterhub\/k8s-hub:/,
    lines: [
      `FROM ${systemImage}`,
      `RUN useradd --create-home --uid 1000 jovyan && ${program("/usr/local/bin/pip", 'exec /usr/bin/python3 -P /stand-in/pip_client.py "$@"')}`,
      "USER jovyan",
    ],
  },
  { names: /^(?:debian|ubuntu|buildpack-deps):/, lines: [`FROM ${systemImage}`] },
];

/** Makes the image that stands in under this name. @throws Error for a name that has none. */
export function makeBase(name) {
  const family = families.find(({ names }) => names.test(name));
  if (family === undefined) throw new Error(`nothing stands in for ${name}: see bases.mjs`);
  mkdirSync(join(cache, "bases"), { recursive: true });
  const folder = mkdtempSync(join(cache, "bases/base-"));
  writeFileSync(join(folder, "Dockerfile"), `${family.lines.join("\n")}\n`);
  // Short names mean Docker's registry, or whatever the machine is set up for.
  const tags = /^[^/]*\.[^/]*\//.test(name) ? [name] : [`docker.io/${name.includes("/") ? "" : "library/"}${name}`, `localhost/${name}`];
  buildah(["bud", "--layers", "--force-rm", "--quiet", ...mounts, ...tags.flatMap((tag) => ["--tag", tag]), folder]);
  rmSync(folder, { recursive: true });
}

const mounts = ["--isolation", "chroot", "--pull-never", "--volume", "/etc/apt:/etc/apt:ro"];
