// Folders of the homes' storage, of claims of others, and volumes that are no storage, that every server or the hub's pod mounts.

import { isList, isMap, type JsonMap } from "../../knowledge/json-schema.ts";
import { quote } from "../../schema/values/scalars.ts";
import { block, keysBelow, type Piece, type Recognise, type Recognising, set, valueAt } from "../piece.ts";
import { nameFrom } from "../print-data.ts";
import { hubPod, isMountedElsewhere, labelOfMount, listed, serversPod, volumePiece, volumesOfPod } from "./volumes.ts";

const storageAt = (key: string) => ["singleuser", "storage", key];

export const mounts: Recognise = (recognising) => [...ofServers(recognising), ...volumesOfPod(hubPod, recognising)];

const ofServers: Recognise = (recognising) => {
  const written = valueAt(recognising.values, "singleuser.storage.extraVolumeMounts");
  if (written === undefined) return [];
  const entries = listed(written);
  const pieces = entries.map(([key, mount]) =>
    isMap(mount)
      ? (mountOf(key, mount, recognising) ?? volumePiece(serversPod, { key, mount }, recognising.values))
      : undefined,
  );
  const below = keysBelow(recognising.environment, storageAt("extraVolumeMounts"));
  // One that a chart around this one brings too stays under its key: a name of the program's own would be a second mount at one place.
  if (!isList(written))
    return pieces.flatMap((piece, i) => (piece === undefined || below.includes(entries[i]?.[0] ?? "") ? [] : [piece]));
  // A list is replaced as a whole, so that all of it is said or nothing.
  const all = pieces.filter((piece) => piece !== undefined);
  if (all.length < pieces.length || all.length === 0) return [];
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
  const label = labelOfMount(key, mountPath);
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
  const entries = listed(valueAt(values, "singleuser.storage.extraVolumes"));
  const [key, found] = entries.find(([, one]) => isMap(one) && one["name"] === volume) ?? [];
  if (key === undefined || found === undefined || !isMap(found)) return undefined;
  if (isMountedElsewhere(volume, serversPod, values)) return undefined;
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
  return { name, claim: [...storageAt("extraVolumes"), key] };
}
