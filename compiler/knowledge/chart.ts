// Facts of the JupyterHub chart (Zero to JupyterHub) that its values schema does not say.

/** The chart version that is compiled to, and the JupyterHub in its hub image (Chart.yaml and images/hub/requirements.txt, 4.4.0, 2026-06-10). */
export const chart = {
  version: "4.4.0",
  jupyterhub: "5.5.0",
  repository: "https://hub.jupyter.org/helm-chart/",
  hubImage: "quay.io/jupyterhub/k8s-hub",
} as const;

/** The label by which nodes of a pool are found. Chosen here; it stands beside the chart's own `hub.jupyter.org/node-purpose`. */
export const poolLabel = "hub.jupyter.org/pool-name";

/** Makes a fresh home folder the person's own before the server starts (Docker Hub official image, seen 2026-11). */
export const ownerImage = { name: "docker.io/library/busybox", tag: "1.36.1" } as const;

/** The user and group that servers run as in the chart's defaults (values.yaml, 4.4.0: singleuser.uid, singleuser.fsGid). */
export const serverIds = { uid: 1000, gid: 100 } as const;

/** Where the chart's hub pod gets what it needs from hubc. */
export const secretsDirectory = "/etc/hubc/secrets";
