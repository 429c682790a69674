// The features that courses need and images provide, and which packages bring them. One table, so that a check, a fix and an output mean
// the same thing by `widgets`.

/** How an image comes to a feature. */
export interface FeatureFacts {
  /** For messages: `what` it is. */
  readonly what: string;
  /** Names of packages any of which brings it, normalised: those of conda and pip, and the names of R packages and of Debian's. */
  readonly packages: readonly string[];
  /** The lines that bring it. Absent where no such line exists. */
  readonly lines: { readonly conda?: string; readonly pip?: string };
}

// Last compared with its sources in 2026-11.

export function isFeature(name: string): name is Feature {
  return Object.hasOwn(features, name);
}

/**
 * Sources: the packages' own dependencies on PyPI and conda-forge; nbgitpuller's link generator for the apps; jupyter-rsession-proxy,
 * jupyter-vscode-proxy and jupyter-remote-desktop-proxy, README.
 */
const table = {
  nbgitpuller: {
    what: "nbgitpuller",
    packages: ["nbgitpuller", "pangeo-notebook"],
    lines: { conda: "nbgitpuller=1.3", pip: "nbgitpuller==1.3.0" },
  },
  widgets: {
    what: "Jupyter widgets",
    // All of them depend on ipywidgets; so does otter-grader, whose export and checks use it.
    packages: [
      ...["ipywidgets", "jupyter", "otter-grader", "ipympl", "ipyleaflet", "ipycanvas", "ipydatagrid", "ipyevents"],
      ...["ipyfilechooser", "ipyvolume", "ipyvuetify", "bqplot", "leafmap", "geemap", "pythreejs", "k3d", "itkwidgets"],
      ...["jupyter-bokeh", "ipycytoscape", "ipytree", "qgrid", "nglview"],
    ],
    lines: { conda: "ipywidgets=8.1", pip: "ipywidgets>=8.1,<9" },
  },
  lab: {
    what: "JupyterLab",
    packages: ["jupyterlab", "jupyter", "retrolab", "jupyter-collaboration", "nbgrader", "pangeo-notebook"],
    lines: { conda: "jupyterlab=4.6", pip: "jupyterlab>=4.6,<4.7" },
  },
  lab3: { what: "JupyterLab 3", packages: [], lines: { conda: "jupyterlab=3.6", pip: "jupyterlab>=3.6,<4" } },
  lab4: { what: "JupyterLab 4", packages: [], lines: { conda: "jupyterlab=4.6", pip: "jupyterlab>=4.6,<4.7" } },
  notebook: {
    what: "the classic notebook",
    packages: ["notebook", "nbclassic", "jupyter", "nbgrader"],
    lines: { conda: "notebook>=7.2", pip: "notebook>=7.2" },
  },
  notebook6: { what: "Notebook 6", packages: [], lines: { conda: "notebook=6.5", pip: "notebook>=6.5,<7" } },
  notebook7: { what: "Notebook 7", packages: [], lines: { conda: "notebook>=7.2", pip: "notebook>=7.2" } },
  retro: { what: "RetroLab", packages: ["retrolab"], lines: { conda: "retrolab", pip: "retrolab" } },
  rtc: {
    what: "real-time collaboration",
    packages: ["jupyter-collaboration"],
    lines: { conda: "jupyter-collaboration", pip: "jupyter-collaboration" },
  },
  rstudio: {
    what: "RStudio in Jupyter",
    packages: ["jupyter-rsession-proxy"],
    lines: { conda: "jupyter-rsession-proxy=2.5", pip: "jupyter-rsession-proxy" },
  },
  vscode: {
    what: "VS Code in Jupyter",
    packages: ["jupyter-vscode-proxy", "jupyter-codeserver-proxy", "jupyter-code-server"],
    lines: { conda: "jupyter-vscode-proxy", pip: "jupyter-vscode-proxy" },
  },
  desktop: {
    what: "a Linux desktop",
    packages: ["jupyter-remote-desktop-proxy", "jupyter-desktop-server"],
    lines: { conda: "jupyter-remote-desktop-proxy", pip: "jupyter-remote-desktop-proxy" },
  },
  otter: {
    what: "Otter-Grader",
    packages: ["otter-grader"],
    lines: { conda: "otter-grader=7.0", pip: "otter-grader==7.0.0" },
  },
  okpy: { what: "the OKpy client", packages: ["okpy"], lines: { pip: "okpy==1.18.1" } },
  nbgrader: { what: "nbgrader", packages: ["nbgrader"], lines: { conda: "nbgrader=0.9", pip: "nbgrader==0.9.5" } },
  r: {
    what: "R",
    packages: ["r-base", "r-essentials", "r-irkernel", "irkernel", "r-base-core", "r-base-dev"],
    lines: { conda: "r-irkernel" },
  },
  julia: { what: "Julia", packages: ["julia"], lines: { conda: "julia" } },
  "git-credentials": {
    what: "a program that signs git in",
    // Sources: gh-scoped-creds and git-credential-helpers, their READMEs; both are in Berkeley's images.
    packages: ["gh-scoped-creds", "git-credential-helpers"],
    lines: { conda: "gh-scoped-creds=4.1", pip: "gh-scoped-creds==4.1" },
  },
  "github-app": {
    what: "git-credential-helpers, which signs git in as an app of GitHub",
    packages: ["git-credential-helpers"],
    lines: { pip: "git-credential-helpers==0.2" },
  },
  "gh-scoped-creds": {
    what: "gh-scoped-creds, which signs git in to GitHub",
    packages: ["gh-scoped-creds"],
    lines: { conda: "gh-scoped-creds=4.1", pip: "gh-scoped-creds==4.1" },
  },
  jupyterhub: {
    what: "JupyterHub's single-user server",
    packages: ["jupyterhub", "jupyterhub-singleuser", "jupyterhub-base", "pangeo-notebook"],
    lines: { conda: "jupyterhub-singleuser=5.5", pip: "jupyterhub>=5.5,<5.6" },
  },
} satisfies Readonly<Record<string, FeatureFacts>>;

/** What `needs` may ask for, the apps that links and servers open, and what a hub starts. `lab` and `notebook` are any version of them. */
export type Feature = keyof typeof table;

export const features: Readonly<Record<Feature, FeatureFacts>> = table;
