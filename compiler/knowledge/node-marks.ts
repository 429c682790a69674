// The labels and taints that nodes carry, under the names that the chart and the providers know them by.

/** Says what a node is for; the chart prefers nodes with the fitting value (values.yaml 4.4.0, scheduling.*.nodeAffinity). */
export const nodePurposeLabel = "hub.jupyter.org/node-purpose";

/**
 * The taint that keeps other pods off the nodes of people. The chart's servers, placeholders and image pullers tolerate both
 * spellings; Google's tools have not always taken a `/` there, so the second is the one to use on GKE (zero-to-jupyterhub, user-environment docs).
 */
export const dedicatedTaint = { usual: "hub.jupyter.org/dedicated", gke: "hub.jupyter.org_dedicated" } as const;

/**
 * The label by which Magnum's Cluster API driver marks the nodes of a node group. Labels and taints of one's own do not reach
 * a node there (users' guides of clouds that run it, seen 2026-11), so pools are found by this one.
 */
export const magnumGroupLabel = "capi.stackhpc.com/node-group";

/** The node group that Magnum makes with a cluster. */
export const magnumFirstGroup = "default-worker";

/** The taint that AKS itself puts on the nodes of a spot pool (Microsoft Learn, "Add an Azure Spot node pool", seen 2026-11). */
export const aksSpotTaint = { key: "kubernetes.azure.com/scalesetpriority", value: "spot" } as const;
