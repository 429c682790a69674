// What continuous integration runs in, beside GitHub's actions: fixed versions, so that a run of today and one of next month are alike.

/** The version of Node that hubc runs on (an LTS release, 2026-11). */
export const nodeVersion = 24;

/** Helm 3, whose `--atomic` helm 4 has by another name (releases of helm/helm, seen 2026-11). */
export const helmVersion = "v3.20.2";

/** Images of GitLab's jobs (Docker Hub; node and docker are official images, alpine/k8s holds bash, helm and kubectl; seen 2026-11). */
export const jobImages = {
  node: "docker.io/library/node:24-bookworm",
  docker: "docker.io/library/docker:28-cli",
  dockerDaemon: "docker.io/library/docker:28-dind",
  kubernetes: "docker.io/alpine/k8s:1.34.1",
} as const;
