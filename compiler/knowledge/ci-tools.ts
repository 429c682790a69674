// What continuous integration runs in, beside GitHub's actions: fixed versions, so that a run of today and one of next month are alike.

/** The version of Node that hubc runs on (an LTS release, 2026-11). */
export const nodeVersion = 24;

/** The helm of continuous integration, with which deployments were tried, as with 3.17.3 (releases of helm/helm, seen 2026-11). */
export const helmVersion = "v4.1.4";

/** The oldest of each series that the commands of a deployment work with. */
export const helmSupported = "3.17 or a later 3, or 4.1 or later";

/**
 * Images of GitLab's jobs, by the digests of their indexes, which hold all architectures (Docker Hub; node and docker are official images,
 * alpine/k8s holds bash, helm and kubectl). A tag can be moved to another image, a digest can't. Source of the digests: several public
 * repositories that pin the same tags and agree on them, seen 2026-11; node's is that of 24.14.0.
 */
export const jobImages = {
  node: "docker.io/library/node:24-bookworm@sha256:3a09aa6354567619221ef6c45a5051b671f953f0a1924d1f819ffb236e520e6b",
  docker: "docker.io/library/docker:28-cli@sha256:625d9431a9f54c5a2bc90f24f0e1c3d55b1349fd857dd85035f98c2c9acbdd4d",
  dockerDaemon:
    "docker.io/library/docker:28-dind@sha256:2a232a42256f70d78e3cc5d2b5d6b3276710a0de0596c145f627ecfae90282ac",
  kubernetes: "docker.io/alpine/k8s:1.34.1@sha256:ec714df3813b5405292860f8a1c55c5727bf8c33c88992f1e981efad8065547f",
} as const;
