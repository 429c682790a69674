// One deployment of a release at a time: a Lease in its namespace, which whoever deploys holds and renews. One that is not renewed is free.

import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { ObjectId } from "./cluster-object.ts";
import { microTime, secondsOf } from "./server-time.ts";

/** Seconds for which a lease holds after it was renewed. */
export const leaseSeconds = 20;

export interface LeaseHolder {
  /** Empty where nobody has it. */
  readonly holder: string;
  /** Seconds since 1970 at which the holder began, and last said that it is there. */
  readonly begun: number | undefined;
  readonly renewed: number | undefined;
}

export function leaseId(release: string, namespace: string): ObjectId {
  return { apiVersion: "coordination.k8s.io/v1", kind: "Lease", namespace, name: `hubc-deploy-${release}` };
}

/** The Lease, as `holder` has it; `version` is that of the one it replaces. */
export function leaseObject(
  { name, namespace }: ObjectId,
  { holder, begun, renewed }: LeaseHolder,
  version: string | undefined,
): JsonMap {
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: {
      name,
      namespace: namespace ?? "",
      labels: { "app.kubernetes.io/managed-by": "hubc" },
      ...(version === undefined ? {} : { resourceVersion: version }),
    },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: leaseSeconds,
      ...(begun === undefined ? {} : { acquireTime: microTime(begun) }),
      ...(renewed === undefined ? {} : { renewTime: microTime(renewed) }),
    },
  };
}

export function readLease(body: JsonMap): LeaseHolder & { readonly version: string | undefined } {
  const { spec, metadata } = body;
  const text = (map: Json | undefined, key: string) => {
    const value = isMap(map) ? map[key] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  return {
    holder: text(spec, "holderIdentity") ?? "",
    begun: secondsOf(text(spec, "acquireTime")),
    renewed: secondsOf(text(spec, "renewTime")),
    version: text(metadata, "resourceVersion"),
  };
}

/** Is it free at `now`? `isGone` tells of a holder that it has ended, where that can be known. */
export function isFree(lease: LeaseHolder, now: number, isGone: (holder: string) => boolean): boolean {
  if (lease.holder === "" || lease.renewed === undefined) return true;
  return now > lease.renewed + leaseSeconds || isGone(lease.holder);
}
