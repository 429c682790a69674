// What is known of a type of machine: the numbers that decide how many people it holds and what it costs.

export interface MachineType {
  /** As the provider writes it. */
  readonly type: string;
  /** Advertised, in bytes; a node shows somewhat less. */
  readonly memory: number;
  /** Cores (vCPU) that a node of it shows. */
  readonly cpu: number;
  readonly gpu: number;
  /** Pods that a node of it may hold. */
  readonly pods: number;
  /** Pods by which the provider sizes what it reserves, where that is not `pods`. */
  readonly reservedFor?: number;
  /** Volumes for people that may be attached to a node of it at a time. Absent: no such limit. */
  readonly disks: number | undefined;
  /** Absent where none is known. */
  readonly price: Price | undefined;
  /** Memory that a node of it was seen to show, in bytes, where somebody has measured one. */
  readonly seenMemory?: number;
  /** What is left of a node of it in the cluster, where that was asked for. Memory in bytes, cpu in cores. */
  readonly measured?: {
    readonly allocatable: { readonly memory: number; readonly cpu: number; readonly pods: number };
    readonly system: { readonly memory: number; readonly cpu: number; readonly pods: number };
  };
}

/** The list price of an hour, on demand. */
export interface Price {
  readonly amount: number;
  /** Three letters. */
  readonly currency: string;
  /** `YYYY-MM-DD`: when it held. */
  readonly date: string | undefined;
  readonly region: string | undefined;
  /** Where the cluster lies, if that is another region, whose prices differ. */
  readonly clusterRegion?: string;
  readonly source: string;
}

export const GiB = 2 ** 30;
