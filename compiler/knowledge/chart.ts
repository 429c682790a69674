// Facts of the JupyterHub chart (Zero to JupyterHub) that its values schema does not say.

/** Where helm fetches the chart, and the image of its hub, whose tags are the chart's versions (Chart.yaml and values.yaml, 4.4.0). */
export const chartRepository = "https://hub.jupyter.org/helm-chart/";
export const chartHubImage = "quay.io/jupyterhub/k8s-hub";

/** The label by which nodes of a pool are found. Chosen here; it stands beside the chart's own `hub.jupyter.org/node-purpose`. */
export const poolLabel = "hub.jupyter.org/pool-name";

/** Makes a fresh home folder the person's own before the server starts (Docker Hub official image, seen 2026-11). */
export const ownerImage = { name: "docker.io/library/busybox", tag: "1.36.1" } as const;

/** The user and group that servers run as in the chart's defaults (values.yaml, 4.4.0: singleuser.uid, singleuser.fsGid). */
export const serverIds = { uid: 1000, gid: 100 } as const;

/** Where clouds answer with the credentials of the node (values.yaml, 4.4.0: singleuser.cloudMetadata.ip). */
export const metadataServer = "169.254.169.254";

/** The claim on the hub's database, whose name no other claim of the namespace can have (templates/hub/pvc.yaml, 4.4.0). */
export const databaseClaim = "hub-db-dir";

/** Where the chart's hub pod gets what it needs from hubc. */
export const secretsDirectory = "/etc/hubc/secrets";
export const pythonFolder = "/etc/hubc/python";

/** The chart's placeholders, for others beside them: the container, what servers tolerate, and names that begin with the release's (values.yaml and _helpers-names.tpl, 4.4.0). */
export const placeholder = {
  image: "registry.k8s.io/pause:3.10.1",
  user: 65534,
  tolerated: ["hub.jupyter.org/dedicated", "hub.jupyter.org_dedicated"],
  priority: "user-placeholder-priority",
  scheduler: "user-scheduler",
} as const;

/**
 * The chart writes all values, over its own, into one Secret (templates/hub/secret.yaml, 4.4.0), and Kubernetes takes none above 1 MiB
 * (1.34, core/v1, `MaxSecretSize`). The texts of `hub.extraFiles` are keys of that Secret beside them. Bytes; the chart's own values, rounded up, come to `own` of them.
 */
export const valuesSecret = { most: 2 ** 20, own: 16 * 2 ** 10 } as const;
