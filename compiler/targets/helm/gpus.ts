// GPUs of a course's servers.

import { gpuResource, gpuToleration } from "../../knowledge/gpus.ts";
import type { Server } from "../../model/model.ts";
import { withOrigin, type YamlData } from "../../output/yaml-tree.ts";

/** The GPUs as resources of a container: whole ones, the guarantee as large as the limit. Absent without any. */
export function gpuResources(course: Server): YamlData | undefined {
  const { gpu } = course;
  if (gpu === undefined || gpu.value === 0) return undefined;
  return withOrigin({ [gpuResource]: String(gpu.value) }, gpu.span);
}

/** What lets the course's servers onto nodes with GPUs. */
export function gpuTolerations({ gpu }: Server): YamlData[] {
  return gpu === undefined || gpu.value === 0 ? [] : [withOrigin({ ...gpuToleration }, gpu.span)];
}
