// Values that sops encrypted: their keys can be read, and what they hold is never known here (getsops/sops 3.9: `ENC[…]`).

import type { JsonPath } from "../knowledge/json-schema.ts";
import type { ChartData, ChartMap } from "../schema/values/chart-data.ts";
import { placeAt } from "./value-places.ts";

/** How files begin of which nothing can be read: of git-crypt 0.7, Ansible's vault, age 1.2, and OpenPGP (RFC 9580). */
const beginnings = [
  "\0GITCRYPT\0",
  "$ANSIBLE_VAULT;",
  "age-encryption.org/v1",
  "-----BEGIN AGE ENCRYPTED FILE-----",
  "-----BEGIN PGP MESSAGE-----",
];

/** Is a file encrypted as a whole? */
export function isEncryptedFile(text: string): boolean {
  return beginnings.some((one) => text.startsWith(one));
}

/** Why such a file is not read. */
export const encryptedFile =
  "it is encrypted as a whole, so nobody knows here what it holds: helm gets it beside the others";

/** The values of a file without what sops keeps beside them. */
export function withoutSops(values: ChartMap): ChartMap {
  return { ...values, entries: values.entries.filter(({ key, value }) => key !== "sops" || value.kind !== "map") };
}

/** Does a value hold something that is encrypted? */
export function isEncrypted(data: ChartData): boolean {
  switch (data.kind) {
    case "list":
      return data.items.some(isEncrypted);
    case "map":
      return data.entries.some(({ value }) => isEncrypted(value));
    case "scalar":
      return typeof data.value === "string" && data.value.startsWith("ENC[");
    case "secret":
      return true;
  }
}

/** Is something encrypted at a path, or in the same map or item of a list? What is wrong there may be right. */
export function isNearEncrypted(values: ChartMap, path: JsonPath): boolean {
  const around = [path, path.slice(0, -1)].filter((path) => path.length > 1);
  const items = path.flatMap((key, i) => (typeof key === "number" ? [path.slice(0, i + 1)] : []));
  return [...around, ...items].some((path) => {
    const place = placeAt(values, path);
    return place !== undefined && isEncrypted(place.data);
  });
}

/** The values without what is encrypted. */
export function readableValues(values: ChartMap): ChartMap {
  const entries = values.entries.flatMap((entry) => {
    if (entry.value.kind === "map") return [{ ...entry, value: readableValues(entry.value) }];
    return isEncrypted(entry.value) ? [] : [entry];
  });
  return { ...values, entries };
}
