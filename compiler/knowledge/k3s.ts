// The k3s that clusters of one's own hardware are made with: machines that join later get the same one.

/**
 * Of Kubernetes 1.34, which the manifests are checked against. Source: k3s-io/k3s, the release that its pull request 13873 made the
 * stable one on 2026-03-28.
 */
export const k3sVersion = "v1.34.6+k3s1";
