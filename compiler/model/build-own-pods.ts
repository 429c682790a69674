// The block `pods` of a hub, to the model.

import { ownPods, podSchemas } from "../schema/blocks/own-pods.ts";
import { type Block, blockOf } from "./block.ts";
import type { PodSize } from "./own-pods.ts";
import { readerOf } from "./reader.ts";

/** The pods of which a hub says something, in the order of the vocabulary. */
export function podSizes(hub: Block): readonly PodSize[] {
  const all = blockOf(hub, "pods");
  if (all === undefined) return [];
  return ownPods.flatMap((pod) => {
    const block = blockOf(all, pod);
    if (block === undefined) return [];
    const read = readerOf(podSchemas, block);
    return [{ pod, memory: read("memory"), cpu: read("cpu"), replicas: read("replicas"), span: block.span }];
  });
}
