// The user and group that a server runs as.

import { baseImage } from "../../knowledge/base-images.ts";
import { serverIds as chartIds } from "../../knowledge/chart.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Release } from "../../model/model.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import type { PulledImage } from "./release-context.ts";

/** The numbers of the image's account. */
export function serverIds(pulled: PulledImage | undefined): { readonly uid: number; readonly gid: number } {
  return baseImage(pulled?.image.base?.value ?? pulled?.image.prebuilt?.value ?? "").ids;
}

/** The same where they are not those that the chart sets anyway. */
export function otherIds(
  release: Release,
  pulled: PulledImage | undefined,
): { readonly uid: YamlData; readonly gid: YamlData } {
  if (isLeftOut(release, "server-ids")) return { uid: undefined, gid: undefined };
  const { uid, gid } = serverIds(pulled);
  return { uid: uid === chartIds.uid ? undefined : uid, gid: gid === chartIds.gid ? undefined : gid };
}
