// Sizes as each reader takes them: JupyterHub's `G` is 1024-based, Kubernetes' `Gi` is, and its `G` is not.

const binary = [
  ["T", 2 ** 40],
  ["G", 2 ** 30],
  ["M", 2 ** 20],
  ["K", 2 ** 10],
] as const;

/** Bytes as JupyterHub's ByteSpecification (jupyterhub 5.5, traitlets.py): `2G` is 2 × 1024³; what is no whole number of a unit is bytes. */
export function jupyterhubBytes(bytes: number): string | number {
  const unit = binary.find(([, factor]) => bytes >= factor && bytes % factor === 0);
  return unit === undefined ? bytes : `${bytes / unit[1]}${unit[0]}`;
}

/** Bytes as a Kubernetes quantity: `2Gi`, or plain bytes. */
export function kubernetesBytes(bytes: number): string {
  const unit = binary.find(([, factor]) => bytes >= factor && bytes % factor === 0);
  return unit === undefined ? String(bytes) : `${bytes / unit[1]}${unit[0]}i`;
}

/** Cores as a Kubernetes quantity: `2`, `500m`. */
export function kubernetesCpu(cores: number): string {
  return Number.isInteger(cores) ? String(cores) : `${Math.ceil(Number((cores * 1000).toFixed(6)))}m`;
}

/** Bytes as people read them: `2 GiB`. */
export function readableBytes(bytes: number): string {
  const unit = binary.find(([, factor]) => bytes >= factor);
  if (unit === undefined) return `${bytes} bytes`;
  const amount = Math.round((bytes / unit[1]) * 100) / 100;
  return `${amount} ${unit[0]}iB`;
}

/** `90 minutes`, `12 hours`. */
export function durationWords(seconds: number): string {
  for (const [unit, size] of [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0 && !(unit === "day" && seconds === size)) {
      const count = seconds / size;
      return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
    }
  }
  return `${seconds} seconds`;
}
