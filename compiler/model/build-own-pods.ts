// The block `pods` of a hub, to the model.

import { ownPods } from "../schema/blocks/own-pods.ts";
import type { RangeValue } from "../schema/values/compounds.ts";
import { type Block, blockOf } from "./block.ts";
import { settingNamed } from "./build-parts.ts";
import type { PodSize } from "./own-pods.ts";

/** The pods of which a hub says something, in the order of the vocabulary. */
export function podSizes(hub: Block): readonly PodSize[] {
  const all = blockOf(hub, "pods");
  if (all === undefined) return [];
  return ownPods.flatMap((pod) => {
    const block = blockOf(all, pod);
    if (block === undefined) return [];
    const amount = (key: string) => settingNamed<RangeValue<number>>(block, key);
    const replicas = settingNamed<number>(block, "replicas");
    return [{ pod, memory: amount("memory"), cpu: amount("cpu"), replicas, span: block.span }];
  });
}
