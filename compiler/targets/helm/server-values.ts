// What of a server becomes values of the chart and overrides of profiles alike: its page, its GPUs, its user and group.

import { baseImage } from "../../knowledge/base-images.ts";
import { serverIds as chartIds } from "../../knowledge/chart.ts";
import { gpuResource, gpuToleration } from "../../knowledge/gpus.ts";
import type { App } from "../../model/content.ts";
import { isLeftOut } from "../../model/left-out.ts";
import type { Release } from "../../model/release.ts";
import type { Server } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";
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

const pages: Readonly<Record<App, string>> = {
  lab: "/lab",
  notebook: "/tree",
  rstudio: "/rstudio",
  vscode: "/vscode",
  desktop: "/desktop",
  retro: "/retro",
};

/** An address is the page itself. */
export function pageOf(opens: string): string {
  return opens.startsWith("/") ? opens : pages[opens as App]; // what is no address is an app (schema/values/server-page.ts)
}

/** The GPUs as a limit of a container: whole ones, which Kubernetes guarantees as they are limited. Absent without any. */
export function gpuLimit({ gpu }: Pick<Server, "gpu">): YamlData | undefined {
  if (gpu === undefined || gpu.value === 0) return undefined;
  return withOrigin({ [gpuResource]: String(gpu.value) }, gpu.span);
}

/** What lets the servers onto nodes with GPUs, in whatever size they have one. */
export function gpuTolerations({ gpu, choices }: Server): YamlData[] {
  const asked = [gpu, ...choices.sizes.map((size) => size.gpu)].find((one) => one !== undefined && one.value > 0);
  return asked === undefined ? [] : [withOrigin({ ...gpuToleration }, asked.span)];
}
