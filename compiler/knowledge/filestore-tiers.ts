// Tiers of Google Filestore and what an instance of each may hold.
// Source: the Filestore CSI driver (kubernetes-sigs/gcp-filestore-csi-driver), parameters and capacity ranges of its controller; seen 2026-11.

const gib = 2 ** 30;
const tib = 2 ** 40;

export interface FilestoreTier {
  /** The driver's word for it. */
  readonly parameter: string;
  /** Bytes, both ends included. */
  readonly smallest: number;
  readonly largest: number;
}

export const filestoreTiers: Readonly<Record<string, FilestoreTier>> = {
  "basic-hdd": { parameter: "basic_hdd", smallest: 100 * gib, largest: 63.9 * tib },
  "basic-ssd": { parameter: "basic_ssd", smallest: 2.5 * tib, largest: 63.9 * tib },
  zonal: { parameter: "zonal", smallest: 1 * tib, largest: 100 * tib },
  regional: { parameter: "regional", smallest: 100 * gib, largest: 9984 * gib },
  enterprise: { parameter: "enterprise", smallest: 1 * tib, largest: 10 * tib },
};
