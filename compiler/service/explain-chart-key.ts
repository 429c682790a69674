// What is known of a key of the JupyterHub chart, as a page for `hubc explain`: the word that says it, its type, its default, and since when.

import { authenticators } from "../knowledge/authenticators.ts";
import { chartDefault } from "../knowledge/chart-values.ts";
import { schemaOf } from "../knowledge/charts/chart-tables.ts";
import { type Chart, firstChartWith, newestChart, oldestChart } from "../knowledge/charts/charts.ts";
import { chartValueOfTrait, traitsOf } from "../knowledge/hub-traits.ts";
import { isMap, type Json, type JsonSchema, typeWords } from "../knowledge/json-schema.ts";
import { lineOf } from "../knowledge/sign-in-classes.ts";
import { wordsForKey } from "../targets/helm/settings-of-values.ts";
import type { SettingPage } from "./explain-setting.ts";
import { wrapRows, wrapText } from "./wrap-text.ts";

/**
 * The page of a key such as `hub.concurrentSpawnLimit`, of a trait in `hub.config`, or of a key inside a map that the chart leaves open;
 * undefined for what neither the newest chart's schema nor the classes of its hub name.
 */
export function explainChartKey(key: string): SettingPage | undefined {
  const path = key.split(".");
  return explainTrait(key, path) ?? explainNamed(key, path) ?? explainInner(key, path);
}

/** `hub.config.CLASS.TRAIT`, where the class of the hub's image has it. */
function explainTrait(key: string, [hub, config, className = "", trait = "", ...more]: readonly string[]) {
  if (hub !== "hub" || config !== "config" || more.length > 0) return undefined;
  const standing = defaultOfTrait(className, trait);
  if (standing === "unknown") return undefined;
  const isOld = traitsOf(newestChart, className)?.[trait]?.deprecated === true;
  const old = isOld ? " Its own documentation calls it deprecated." : "";
  const intro = `A trait of ${className}, which the chart hands on to the hub.${old} ${saidBy(chartValueOfTrait(className, trait) ?? key, "config")}`;
  const isNone = standing === undefined || standing === undefinedTrait;
  const rows = isNone ? [] : [["default", shown(standing as Json)] as const]; // as JSON holds it
  return { title: key, lines: [...wrapText(intro), "", ...wrapRows(rows)] };
}

/** How the tables of traits write that a trait's own type has the default. */
const undefinedTrait = "traitlets.Undefined";

/** The default of a trait, if it has one. A class of a sign-in that the chart's image lacks has the traits that the vocabulary writes, and its ancestors'. */
function defaultOfTrait(className: string, trait: string): unknown {
  const own = traitsOf(newestChart, className);
  const writes = Object.values(authenticators).find(({ section }) => section === className);
  if (own === undefined && writes === undefined) return "unknown";
  const classes = own === undefined ? lineOf(className) : [className];
  const table = classes.map((one) => traitsOf(newestChart, one)).find((one) => one && Object.hasOwn(one, trait));
  if (table !== undefined) return table[trait]?.default;
  return own === undefined && Object.values(writes?.traits ?? {}).includes(trait) ? undefined : "unknown";
}

function saidBy(key: string, block: string): string {
  const words = wordsForKey(key);
  return words === undefined
    ? `No setting of hubc says it: write it in the hub's block ${block}.`
    : `hubc writes it from ${words}.`;
}

/** A key such as `hub.resources.limits.memory`: the chart takes any below the nearest that it names. */
function explainInner(key: string, path: readonly string[]): SettingPage | undefined {
  const inside = path.slice(0, -1);
  while (inside.length > 0 && schemaAt(newestChart, inside) === undefined) inside.pop();
  const open = schemaAt(newestChart, inside);
  const isOpen = open !== undefined && open.properties === undefined && [open.type ?? []].flat().includes("object");
  if (inside.length === 0 || !isOpen) return undefined;
  const intro = `A key of ${inside.join(".")}, a map of the JupyterHub chart that takes any. ${saidBy(key, "values")}`;
  return { title: key, lines: wrapText(intro) };
}

function explainNamed(key: string, path: readonly string[]): SettingPage | undefined {
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
    const named: JsonSchema["properties"] = { ...schema?.then?.properties, ...schema?.properties };
    schema = Object.hasOwn(named, key) ? named[key] : undefined;
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
  const word = schema.enum?.find((json) => typeof json === "string" && json !== "");
  if (word !== undefined) return JSON.stringify(word);
  const types = [schema.type ?? "object"].flat();
  if (types.includes("boolean")) return "true";
  if (types.includes("integer") || types.includes("number")) return "1";
  if (types.includes("array") && !types.includes("object")) return "[]";
  if (types.includes("object") || isMap(standing)) return "{}";
  return '"..."';
}
