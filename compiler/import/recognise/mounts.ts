// Folders of the homes' storage, and of claims of others, that every server mounts.

import { isList, isMap, type Json, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { keysBelow, type Piece, type Recognise, type Recognising, valueAt } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import { block, set } from "../statements.ts";

const storageAt = (key: string) => ["singleuser", "storage", key];

export const mounts: Recognise = (recognising) => {
  const written = valueAt(recognising.values, "singleuser.storage.extraVolumeMounts");
  if (written === undefined) return [];
  const entries: readonly (readonly [string, Json])[] = isList(written)
    ? written.map((one, i) => [String(i), one] as const)
    : isMap(written)
      ? Object.entries(written)
      : [];
  const found = entries.map(([key, mount]) => (isMap(mount) ? mountOf(key, mount, recognising) : undefined));
  const below = keysBelow(recognising.environment, storageAt("extraVolumeMounts"));
  // One that a chart around this one brings too stays under its key: a name of the program's own would be a second mount at one place.
  if (!isList(written))
    return found.flatMap((one, i) => (one === undefined || below.includes(entries[i]?.[0] ?? "") ? [] : [one]));
  // A list is replaced as a whole, so that all of it is said or nothing.
  const all = found.filter((one) => one !== undefined);
  if (all.length < found.length || all.length === 0) return [];
  if (all.some(({ name }) => recognising.refused.has(name))) return [];
  const volumes = all.flatMap(({ claims }) => claims.slice(1));
  const isOfList = isList(valueAt(recognising.values, "singleuser.storage.extraVolumes") ?? null);
  const named = isOfList && volumes.length > 0 ? [storageAt("extraVolumes")] : volumes;
  return [
    {
      name: "mounts",
      statements: all.flatMap(({ statements }) => statements),
      claims: [storageAt("extraVolumeMounts"), ...named],
    },
  ];
};

function mountOf(key: string, mount: JsonMap, recognising: Recognising): Piece | undefined {
  const { name: volume, mountPath, subPath, readOnly, ...more } = mount;
  if (typeof volume !== "string" || typeof mountPath !== "string" || typeof subPath !== "string") return undefined;
  if (Object.keys(more).length > 0 || (readOnly !== undefined && typeof readOnly !== "boolean")) return undefined;
  const storage = volume === "home" ? undefined : claimOf(volume, recognising);
  if (volume !== "home" && storage === undefined) return undefined;
  const label = nameFrom(
    /^\d+$/.test(key) ? (mountPath.split("/").findLast((part) => part !== "") ?? key) : key.replace(/^\d+-/, ""),
  );
  const name = `mount ${key}`;
  const body = [
    set("path", quote(mountPath), name),
    set("folder", quote(subPath), name),
    ...(storage === undefined ? [] : [set("storage", storage.name, name)]),
    ...(readOnly === true ? [] : [set("read-only", "false", name)]),
  ];
  const claims = [[...storageAt("extraVolumeMounts"), key], ...(storage === undefined ? [] : [storage.claim])];
  return { name, statements: [block(`mount ${label}`, body, name)], claims };
}

/** The storage for a volume that is a claim of somebody else's. */
function claimOf(
  volume: string,
  { values, declarations }: Recognising,
): { readonly name: string; readonly claim: readonly string[] } | undefined {
  const written = valueAt(values, "singleuser.storage.extraVolumes");
  const entries =
    written === undefined
      ? []
      : isList(written)
        ? [...written.entries()]
        : isMap(written)
          ? Object.entries(written)
          : [];
  const [key, found] = entries.find(([, one]) => isMap(one) && one["name"] === volume) ?? [];
  if (key === undefined || found === undefined || !isMap(found)) return undefined;
  const { persistentVolumeClaim: claim, name: _, ...more } = found;
  if (
    claim === undefined ||
    !isMap(claim) ||
    Object.keys(more).length > 0 ||
    Object.keys(claim).some((one) => one !== "claimName")
  )
    return undefined;
  const claimName = claim["claimName"];
  if (typeof claimName !== "string") return undefined;
  const name = declarations.declare("storage claim", nameFrom(volume), `name = ${quote(claimName)}`);
  return { name, claim: [...storageAt("extraVolumes"), String(key)] };
}
