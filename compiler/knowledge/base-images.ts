// Images that others are built on: who runs in them, where home is, and how their packages are managed. A Dockerfile that guesses
// these wrong builds, and then fails when the first student starts a server.

import { parseImageReference } from "./image-reference.ts";

/** How packages get into the environment that the image's Jupyter runs in. */
export interface CondaSetup {
  /** `detect` looks for one at build time. */
  readonly tool: "mamba" | "conda" | "micromamba" | "detect";
  /** The environment of Jupyter, as an argument of `--name`. May hold shell variables of the image. */
  readonly environment: string;
  /** Who may write there. */
  readonly owner: "user" | "root";
  /** A file of pins that would keep another Python out; a shell word. */
  readonly pins: string | undefined;
  /** What sets the permissions right after installing; a shell command. */
  readonly tidy: string | undefined;
}

/** What is known of a base image. */
export interface BaseImage {
  /** The name of the family, for messages. */
  readonly family: string;
  /** False where nothing is known of the image, and the rest are the usual answers. */
  readonly known: boolean;
  /** The account that servers run as, and its home. */
  readonly user: string;
  readonly home: string;
  /** Its user and group numbers. */
  readonly ids: { readonly uid: number; readonly gid: number };
  /** The image has no such account: it must be made. */
  readonly userMissing: boolean;
  /** The image's last USER is that account. */
  readonly endsAsUser: boolean;
  /** Undefined where the image has no conda. */
  readonly conda: CondaSetup | undefined;
  /** It runs JupyterHub itself, and no person's server. */
  readonly runsHub?: true;
  /** Who may write R's library; undefined where the image has no R, or none is known. */
  readonly rLibrary: "user" | "root" | undefined;
}

// Last compared with its sources in 2026-11.

/** What is known of the image with this reference; without knowledge, the account `jovyan` of most Jupyter images and whatever conda is found. */
export function baseImage(reference: string): BaseImage {
  const repository = parseImageReference(reference)?.repository ?? reference;
  const plain = repository.replace(/^(?:docker\.io|index\.docker\.io)\//, "").replace(/^library\//, "");
  return table.find((entry) => entry.names.test(plain))?.image ?? unknown;
}

const jovyan = {
  known: true,
  user: "jovyan",
  home: "/home/jovyan",
  ids: { uid: 1000, gid: 1000 },
  userMissing: false,
  endsAsUser: true,
} as const;

const unknown: BaseImage = {
  ...jovyan,
  family: "an image that is not in the table",
  known: false,
  endsAsUser: false,
  conda: {
    tool: "detect",
    environment: '"${CONDA_DEFAULT_ENV:-base}"',
    owner: "user",
    pins: undefined,
    tidy: undefined,
  },
  rLibrary: "user",
};

/**
 * Jupyter Docker Stacks. Source: jupyter/docker-stacks, images/docker-stacks-foundation/Dockerfile and fix-permissions at the commit
 * before the tag 2026-01-05: user jovyan 1000:100, CONDA_DIR /opt/conda, Python pinned in conda-meta/pinned. Mamba is there since
 * 2021-02-27 and tags by date since 2021-05; on Docker Hub up to 2023-10-20, then on quay.io only.
 */
const dockerStacks: BaseImage = {
  ...jovyan,
  family: "Jupyter Docker Stacks",
  ids: { uid: 1000, gid: 100 },
  conda: {
    tool: "mamba",
    environment: "base",
    owner: "user",
    pins: '"${CONDA_DIR}/conda-meta/pinned"',
    tidy: 'fix-permissions "${CONDA_DIR}" "/home/${NB_USER}"',
  },
  rLibrary: undefined,
};

/** As repo2docker lays images out: everything below /srv/conda, Jupyter in the environment `notebook`. */
const notebookEnvironment: CondaSetup = {
  tool: "mamba",
  environment: "notebook",
  owner: "user",
  pins: undefined,
  tidy: undefined,
};

const repo2docker: BaseImage = {
  ...jovyan,
  family: "repo2docker",
  conda: notebookEnvironment,
  rLibrary: undefined,
};

/** Has nobody and nothing: Docker's official images. */
const bare: BaseImage = {
  ...jovyan,
  family: "an operating system's image",
  userMissing: true,
  endsAsUser: false,
  conda: undefined,
  rLibrary: undefined,
};

const rootConda = { environment: "base", owner: "root", pins: undefined, tidy: undefined } as const;

const table: readonly { readonly names: RegExp; readonly image: BaseImage }[] = [
  // R comes with these two and with what is built on them, in the conda environment itself.
  {
    names: /^(?:quay\.io\/)?jupyter\/(?:r|datascience|all-spark)-notebook$/,
    image: { ...dockerStacks, rLibrary: "user" },
  },
  { names: /^(?:quay\.io\/)?jupyter\/[a-z0-9-]*(?:notebook|foundation)$/, image: dockerStacks },
  // Source: berkeley-dsep-infra/base-r-image, Dockerfile of 2026-08-05: R_LIBS_USER=/srv/r, owned by the user.
  {
    names: /^[a-z0-9-]+-docker\.pkg\.dev\/.*\/base-r(?:-pixi)?-image$/,
    image: { ...repo2docker, family: "Berkeley's base images", rLibrary: "user" },
  },
  {
    names: /^[a-z0-9-]+-docker\.pkg\.dev\/.*\/base-[a-z0-9-]+-image$/,
    image: { ...repo2docker, family: "Berkeley's base images" },
  },
  // Source: pangeo-data/pangeo-docker-images, base-image/Dockerfile.
  { names: /^(?:quay\.io\/)?pangeo\/[a-z0-9-]+$/, image: { ...repo2docker, family: "Pangeo" } },
  // Source: rocker-org/rocker-versioned2, scripts/default_user.sh; R's site library belongs to root and the group staff.
  {
    names:
      /^(?:ghcr\.io\/)?(?:rocker|rocker-org)\/(?:rstudio|tidyverse|verse|geospatial|shiny-verse|ml-verse|ml|binder)$/,
    image: {
      ...jovyan,
      family: "Rocker",
      user: "rstudio",
      home: "/home/rstudio",
      endsAsUser: false,
      conda: undefined,
      rLibrary: "root",
    },
  },
  // Source: mamba-org/micromamba-docker, its Dockerfile's MAMBA_USER and MAMBA_USER_ID.
  {
    names: /^mambaorg\/micromamba$/,
    image: {
      ...jovyan,
      family: "micromamba",
      user: "mambauser",
      home: "/home/mambauser",
      ids: { uid: 57439, gid: 57439 },
      conda: { ...rootConda, tool: "micromamba", owner: "user" },
      rLibrary: undefined,
    },
  },
  {
    names: /^(?:quay\.io\/)?condaforge\/(?:miniforge3|mambaforge)$/,
    image: { ...bare, family: "Miniforge", conda: { ...rootConda, tool: "mamba" } },
  },
  {
    names: /^continuumio\/(?:miniconda3|anaconda3)$/,
    image: { ...bare, family: "Miniconda", conda: { ...rootConda, tool: "conda" } },
  },
  // Source: zero-to-jupyterhub-k8s 4.4.0, images/hub/Dockerfile: user jovyan 1000, Python's own packages, which root installs.
  {
    names: /^quay\.io\/jupyterhub\/k8s-hub$/,
    image: { ...jovyan, family: "the chart's hub image", runsHub: true, conda: undefined, rLibrary: undefined },
  },
  { names: /^(?:buildpack-deps|debian|ubuntu|python)$/, image: bare },
];
