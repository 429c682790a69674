// GPUs of a course's servers.

import { gpuResource, gpuToleration } from "../../knowledge/gpus.ts";
import type { Server } from "../../model/server.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";

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
