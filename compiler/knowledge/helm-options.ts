// How helm brings a release: it waits until the release is ready, and puts it back where that does not come. Helm 4 applies on the server, which
// refuses what another client has changed, such as the number of placeholders by their jobs; helm 3 overwrites it, and the options make both do
// the same. Waiting as helm 3 does asks for each object by its name; helm 4's own way lists all Secrets of the namespace.
// Source: helm 3.17 and 4.1, `helm upgrade`, against Kubernetes 1.34, 2026-11.

export const upgradeOptions = {
  three: ["--atomic"],
  four: ["--rollback-on-failure", "--wait=legacy", "--server-side=true", "--force-conflicts"],
} as const;
