// Values of one's own as plain data, for those who check them as the chart and the hub will see them.

import type { Json } from "../knowledge/json-schema.ts";
import type { ChartData } from "../schema/values/chart-data.ts";

/** The data without its places. A secret is what stands for it where the chart takes one: a variable's reference. */
export function jsonOf(data: ChartData): Json {
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map(jsonOf);
    case "map":
      return Object.fromEntries(data.entries.map(({ key, value }) => [key, jsonOf(value)]));
    case "secret":
      return { valueFrom: { secretKeyRef: { key: data.secret.key } } };
  }
}

/** Can a secret stand at this path? Variables take a reference to one in place of a text (chart 4.4.0: `extraEnv`, as a map). */
export function takesSecret(path: readonly string[]): boolean {
  const owner = path.slice(0, -2).join(".");
  return path.at(-2) === "extraEnv" && ["hub", "singleuser", "proxy.chp", "proxy.traefik"].includes(owner);
}
