// How servers ask for GPUs, and what keeps other pods off the nodes that have them.

/** The resource that NVIDIA's device plugin offers on GKE, AKS, EKS and own hardware (Kubernetes, "Schedule GPUs", seen 2026-11). */
export const gpuResource = "nvidia.com/gpu";

/**
 * Tolerates the taint of nodes with GPUs. GKE puts it on the nodes of a GPU pool by itself, as `present`, beside pools without
 * (GKE, "Run GPUs in Standard node pools"); elsewhere it is a usual name for a taint of one's own, with any value. Seen 2026-11.
 */
export const gpuToleration = { key: gpuResource, operator: "Exists", effect: "NoSchedule" } as const;
