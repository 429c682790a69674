// Guarantees and limits of servers as KubeSpawner's traits.

import type { Server } from "../../model/model.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { from } from "./release-context.ts";

/** Guarantees and limits, as KubeSpawner names them. */
export function amountTraits({ memory, cpu }: Pick<Server, "memory" | "cpu">): Record<string, YamlData> {
  return {
    mem_guarantee: memory && from(memory, jupyterhubBytes(memory.value.from)),
    mem_limit: memory && from(memory, jupyterhubBytes(memory.value.to)),
    cpu_guarantee: cpu && from(cpu, cpu.value.from),
    cpu_limit: cpu && from(cpu, cpu.value.to),
  };
}
