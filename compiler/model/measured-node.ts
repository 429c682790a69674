// The nodes of a pool, where a cluster was asked for them.

/** The smallest node of a pool, as its cluster has it. Memory in bytes, cpu in cores. */
export interface MeasuredNode {
  /** The label `node.kubernetes.io/instance-type`, or the node's name. */
  readonly type: string;
  readonly nodes: number;
  readonly capacity: { readonly memory: number; readonly cpu: number };
  readonly allocatable: { readonly memory: number; readonly cpu: number; readonly pods: number; readonly gpu: number };
  /** What pods of DaemonSets ask for on it. */
  readonly system: { readonly memory: number; readonly cpu: number; readonly pods: number };
}
