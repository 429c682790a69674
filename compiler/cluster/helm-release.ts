// What is known of a helm release by the labels of its records (helm 3.17 and 4.1, pkg/storage/driver/secrets.go): their data is not read.

import { isList, isMap, type JsonMap } from "../knowledge/json-schema.ts";
import { secondsOf } from "./server-time.ts";

export interface HelmRecord {
  /** The Secret that holds it. */
  readonly secret: string;
  readonly revision: number;
  /** `deployed`, `superseded`, `failed`, `pending-install`, `pending-upgrade`, `pending-rollback`, `uninstalling`. */
  readonly status: string;
  /** When it was made, which is when helm began: seconds since 1970. */
  readonly made: number | undefined;
}

/** The records of a release among Secrets of which only the metadata is known, the newest first. */
export function helmRecords(list: JsonMap, release: string): readonly HelmRecord[] {
  const items = isList(list["items"]) ? list["items"].filter(isMap) : [];
  return items
    .flatMap((item): HelmRecord[] => {
      const { metadata } = item;
      if (!isMap(metadata) || !isMap(metadata["labels"])) return [];
      // The times among the labels are those of an earlier revision: helm hands them on.
      const { owner, name, status, version } = metadata["labels"];
      const { creationTimestamp } = metadata;
      if (owner !== "helm" || name !== release || typeof metadata["name"] !== "string") return [];
      return [
        {
          secret: metadata["name"],
          revision: Number(version),
          status: typeof status === "string" ? status : "unknown",
          made: typeof creationTimestamp === "string" ? secondsOf(creationTimestamp) : undefined,
        },
      ];
    })
    .sort((a, b) => b.revision - a.revision);
}

export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What has to be done before helm takes the release again. */
export type Pending =
  | { readonly kind: "none" }
  /** Left by a helm that was killed: without the record the release is what it was before. */
  | { readonly kind: "left"; readonly record: HelmRecord }
  /** Somebody's helm may be at work. */
  | { readonly kind: "busy"; readonly record: HelmRecord; readonly minutes: number };

/**
 * A record that is pending is left by a helm that was killed where it was made within the last deployment by hubc, whose lease nobody
 * holds now, or where it is older than helm waits. All are seconds since 1970; `longest` are seconds.
 */
export function pendingOf(
  records: readonly HelmRecord[],
  { now, last, longest }: { readonly now: number; readonly last: TimeSpan | undefined; readonly longest: number },
): Pending {
  const [record] = records;
  if (record === undefined || !record.status.startsWith("pending-")) return { kind: "none" };
  const { made } = record;
  const age = made === undefined ? Number.POSITIVE_INFINITY : now - made;
  // Clocks of two machines differ by a little.
  const isOurs = last !== undefined && made !== undefined && made >= last.from - 5 && made <= last.to + 5;
  if (isOurs || age > longest) return { kind: "left", record };
  return { kind: "busy", record, minutes: Math.floor(age / 60) };
}
