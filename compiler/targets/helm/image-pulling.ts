// Images that nodes pull before anybody needs them. The chart knows the hub's default and, one by one, those of the profile list;
// courses often share an image, so each is named here once instead.

import { ownerImage } from "../../knowledge/chart.ts";
import { gpuToleration } from "../../knowledge/gpus.ts";
import { imagesInUse, isChosen } from "../../model/exams-on-day.ts";
import type { Release } from "../../model/release.ts";
import { serversOn } from "../../model/server.ts";
import { sha256Hex } from "../../output/digest.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { isShared } from "./home-storage.ts";
import { podResources } from "./own-pods.ts";
import type { ReleaseContext } from "./release-context.ts";
import { sharedMounts } from "./shared-folders.ts";

/** `prePuller`. Absent where every server is alike, since the chart then knows its image. */
export function imagePulling(context: ReleaseContext): YamlData | undefined {
  const { release, model, images } = context;
  const resources = podResources(release, "image-puller");
  const when = pullingTimes(release);
  if (!isChosen(release, model.on))
    return resources === undefined && when === undefined ? undefined : { resources, ...when };
  const [usual, ...others] = imagesInUse(release, model.on);
  const pulled = others.flatMap((name) => {
    const image = images.get(name);
    return name === usual || image === undefined ? [] : [[keyOf(name), { name: image.name, tag: image.tag }] as const];
  });
  // The container that makes folders people's own is pulled by the chart where it is in every server.
  const owner = !isShared(release.homes) && release.courses.some((course) => sharedMounts(context, course).length > 0);
  const gpus = serversOn(release).some(({ gpu }) => gpu !== undefined && gpu.value > 0);
  return {
    resources,
    ...when,
    pullProfileListImages: false,
    extraImages: Object.fromEntries([...pulled, ...(owner ? [["hubc-own-home", { ...ownerImage }] as const] : [])]),
    extraTolerations: gpus ? [{ ...gpuToleration }] : undefined,
  };
}

/** The chart pulls before a deployment ends, and on nodes that come later, unless it is told (chart 4.4.0, values.yaml). */
function pullingTimes({ prePull }: Release): Record<string, YamlData> | undefined {
  if (prePull === undefined) return undefined;
  const times = prePull.map(({ value }) => value);
  return { hook: { enabled: times.includes("on-deploy") }, continuous: { enabled: times.includes("on-new-nodes") } };
}

/** `image-pull-<key>` is the name of a container, which has at most 63 characters (chart 4.4.0, _helpers-daemonset.tpl). */
function keyOf(image: string): string {
  const longest = 63 - "image-pull-".length;
  return image.length <= longest ? image : `${image.slice(0, longest - 9)}-${sha256Hex(image).slice(0, 8)}`;
}
