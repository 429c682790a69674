// Guarantees and limits of servers as KubeSpawner's traits.

import type { Server } from "../../model/server.ts";
import { jupyterhubBytes } from "../../output/quantities.ts";
import type { YamlData } from "../../output/yaml-tree.ts";
import { unlimited } from "../../schema/values/quantities.ts";
import { from } from "./release-context.ts";

type Amounts = Pick<Server, "memory" | "cpu">;

/** Guarantees and limits, as KubeSpawner names them. No limit is said as well, since what the traits are merged onto may have one. */
export function amountTraits({ memory, cpu }: Amounts): Record<string, YamlData> {
  return {
    mem_guarantee: memory && from(memory, jupyterhubBytes(memory.value.from)),
    mem_limit: memory && from(memory, limitOf(memory.value.to, jupyterhubBytes)),
    cpu_guarantee: cpu && from(cpu, cpu.value.from),
    cpu_limit:
      cpu &&
      from(
        cpu,
        limitOf(cpu.value.to, (cores) => cores),
      ),
  };
}

/** The traits of a server in which it is not as another. */
export function differingAmounts(server: Amounts, other: Amounts): Record<string, YamlData> {
  const isAlike = (key: keyof Amounts, end: "from" | "to") => server[key]?.value[end] === other[key]?.value[end];
  const alike = {
    mem_guarantee: isAlike("memory", "from"),
    mem_limit: isAlike("memory", "to"),
    cpu_guarantee: isAlike("cpu", "from"),
    cpu_limit: isAlike("cpu", "to"),
  };
  return Object.fromEntries(
    Object.entries(amountTraits(server)).filter(([trait]) => !alike[trait as keyof typeof alike]), // the same traits
  );
}

/** `memory` or `cpu` of the chart's `singleuser`. */
export function chartAmount<T extends string | number>(
  range: Server["memory"],
  print: (amount: number) => T,
): YamlData | undefined {
  return range && from(range, { guarantee: print(range.value.from), limit: limitOf(range.value.to, print) });
}

function limitOf<T extends string | number>(limit: number, print: (amount: number) => T): T | null {
  return limit === unlimited ? null : print(limit);
}
