// Packages that can't be in one image, or are of no use there. The solvers find most of that, after minutes, in words of their own; some
// they don't find at all.

/** Two packages, with the versions of each that do not go together. An empty constraint is any version. */
export interface PackageConflict {
  readonly one: { readonly name: string; readonly versions: string };
  readonly other: { readonly name: string; readonly versions: string };
  /** Why, and what to do: a sentence or two. */
  readonly reason: string;
}

// Last looked through in 2026-11.

/** Names as PyPI has them. */
export const packageConflicts: readonly PackageConflict[] = [
  {
    // Source: berkeley-dsep-infra/data8-user-image, environment.yml (DH-418).
    one: { name: "okpy", versions: "" },
    other: { name: "otter-grader", versions: ">=6" },
    reason:
      "They need different versions of `requests`. Keep the one that the course grades with, or an Otter-Grader before 6.",
  },
  {
    // Source: jupyter-collaboration's documentation; in JupyterLab 3 the same is built in.
    one: { name: "jupyterlab", versions: "<4" },
    other: { name: "jupyter-collaboration", versions: "" },
    reason: "JupyterLab 3 has real-time collaboration built in, and the package is made for JupyterLab 4.",
  },
  {
    // Source: jupyter-collaboration 5.0.0, pyproject.toml.
    one: { name: "jupyterlab", versions: "<4.6" },
    other: { name: "jupyter-collaboration", versions: ">=5" },
    reason: "jupyter-collaboration 5 needs JupyterLab 4.6 or later.",
  },
  {
    // Source: tmpystore 84765e1 subclasses ypy_websocket's store; jupyter-collaboration since 2 takes pycrdt's.
    one: { name: "jupyterlab", versions: ">=4" },
    other: { name: "tmpystore", versions: "" },
    reason: "tmpystore is made for JupyterLab 3: with JupyterLab 4 a server that is told to use it does not start.",
  },
  {
    // Source: retrolab's README: it became Notebook 7.
    one: { name: "jupyterlab", versions: ">=4" },
    other: { name: "retrolab", versions: "" },
    reason: "RetroLab is made for JupyterLab 3; with JupyterLab 4 it is called Notebook 7.",
  },
  {
    // Source: nbgrader 0.9.5 on PyPI, Requires-Dist; 0.8.5 takes JupyterLab 3 and Notebook 6.
    one: { name: "jupyterlab", versions: "<4.2" },
    other: { name: "nbgrader", versions: ">=0.9" },
    reason: "nbgrader 0.9 needs JupyterLab 4.2 or later.",
  },
  {
    // Source: the same.
    one: { name: "notebook", versions: "<7.2" },
    other: { name: "nbgrader", versions: ">=0.9" },
    reason: "nbgrader 0.9 needs Notebook 7.2 or later.",
  },
];
