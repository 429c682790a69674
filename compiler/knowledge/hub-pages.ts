// Where a hub's templates and pictures lie, and what fetches them.

/** The git of a container that fetches a repository (Docker Hub, alpine/git, seen 2026-11). */
export const gitImage = "docker.io/alpine/git:2.47.2";

/** Folders of the hub's pod; static files of JupyterHub lie in `/usr/local/share/jupyterhub/static` (k8s-hub image of chart 4.4.0). */
export const templateFolders = {
  own: "/usr/local/share/jupyterhub/hubc_templates",
  repository: "/usr/local/share/jupyterhub/custom_templates",
  assets: "/usr/local/share/jupyterhub/static/extra-assets",
} as const;
