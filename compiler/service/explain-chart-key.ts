// What is known of a key of the JupyterHub chart, as a page for `hubc explain`: the word that says it, its type, its default, and since when.

import { chartDefault } from "../knowledge/chart-values.ts";
import { schemaOf } from "../knowledge/charts/chart-tables.ts";
import { type Chart, firstChartWith, newestChart, oldestChart } from "../knowledge/charts/charts.ts";
import { isMap, type Json, type JsonSchema, typeWords } from "../knowledge/json-schema.ts";
import { wordsForKey } from "../targets/helm/settings-of-values.ts";
import type { SettingPage } from "./explain-setting.ts";
import { wrapRows, wrapText } from "./wrap-text.ts";

/** The page of a key such as `hub.concurrentSpawnLimit`; undefined for what the newest chart's schema does not name. */
export function explainChartKey(key: string): SettingPage | undefined {
  const path = key.split(".");
  const schema = schemaAt(newestChart, path);
  if (schema === undefined) return undefined;
  const standing = chartDefault(newestChart, path);
  const words = wordsForKey(key);
  const since = firstChartWith((chart) => schemaAt(chart, path) !== undefined);
  const intro =
    words === undefined
      ? "A value of the JupyterHub chart. No setting of hubc says it: write it in the hub's block values."
      : `A value of the JupyterHub chart. hubc writes it from ${words}.`;
  const types = [schema.type ?? []].flat();
  const rows: (readonly [string, string])[] = [
    ["takes", types.length > 0 ? typeWords(types).replaceAll("`", "") : "one of several values"],
    ...(standing === undefined ? [] : [["default", shown(standing)] as const]),
    ["since", since === oldestChart ? `chart ${oldestChart.version} or before` : `chart ${since?.version}`],
  ];
  const example = words === undefined ? ["", `    values { ${key} = ${exampleOf(schema, standing)} }`] : [];
  return { title: key, lines: [...wrapText(intro), ...example, "", ...wrapRows(rows)] };
}

function schemaAt(chart: Chart, path: readonly string[]): JsonSchema | undefined {
  let schema: JsonSchema | undefined = schemaOf(chart);
  for (const key of path) {
    const properties: JsonSchema["properties"] = schema?.properties;
    schema = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
  }
  return schema;
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A value that the chart takes there, as it is written. */
function exampleOf(schema: JsonSchema, standing: Json | undefined): string {
  if (typeof standing === "string" && standing !== "") return JSON.stringify(standing);
  if (typeof standing === "number" || typeof standing === "boolean") return String(standing);
  const word = schema.enum?.find((one) => typeof one === "string" && one !== "");
  if (word !== undefined) return JSON.stringify(word);
  const types = [schema.type ?? "object"].flat();
  if (types.includes("boolean")) return "true";
  if (types.includes("integer") || types.includes("number")) return "1";
  if (types.includes("array") && !types.includes("object")) return "[]";
  if (types.includes("object") || isMap(standing)) return "{}";
  return '"..."';
}
