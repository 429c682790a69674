// The chart itself, as helm takes it: a checkout of its repository at a version's tag has no schema as JSON and no versions, which are
// filled in when it is packaged.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { projectRoot } from "./programs.mjs";

/** The helm that `npm run test:cluster` brings, or the one on the PATH. */
export const helm = [join(projectRoot, ".cache/cluster/tools/helm")].find((one) => existsSync(one)) ?? "helm";

/** Copies the chart of a checkout to `target`, as it is packaged. */
export function packChart(checkout, version, target) {
  cpSync(join(checkout, "jupyterhub"), target, { recursive: true });
  const fill = (name, change) => writeFileSync(join(target, name), change(readFileSync(join(target, name), "utf8")));
  fill("values.yaml", (text) => text.replaceAll("set-by-chartpress", version));
  fill("Chart.yaml", (text) => text.replaceAll("0.0.1-set.by.chartpress", version));
  const schema = withoutDescriptions(load(readFileSync(join(target, "values.schema.yaml"), "utf8")));
  writeFileSync(join(target, "values.schema.json"), JSON.stringify(schema));
}

/** tools/generate-json-schema.py of the chart takes them out: a description may hold what JSON Schema would read as a word of its own. */
function withoutDescriptions(schema) {
  if (Array.isArray(schema)) return schema.map(withoutDescriptions);
  if (schema === null || typeof schema !== "object") return schema;
  const entries = Object.entries(schema).filter(([key, value]) => key !== "description" || typeof value !== "string");
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutDescriptions(value)]));
}

/** What helm says against values, in its two ways of reading them; nothing where it takes them. */
export function helmProblems(chart, values) {
  const runs = [
    ["lint", "--strict", chart, "--values", values],
    ["template", "release", chart, "--namespace", "hub", "--kube-version", "1.34.0", "--values", values],
  ];
  for (const args of runs) {
    const { status, stdout, stderr, error } = spawnSync(helm, args, { encoding: "utf8", maxBuffer: 2 ** 27 });
    if (error !== undefined) throw error;
    if (status !== 0) return `helm ${args[0]}: ${(args[0] === "lint" ? stdout : stderr).trim()}`;
  }
  return undefined;
}
