// Texts and keys that the compiler knows of: machine types, scopes, codes, pools, values of the chart, and what the program has
// written for the same setting elsewhere.

import { diagnosticPages } from "../../diagnostic-pages.ts";
import { chartDefault } from "../../knowledge/chart-values.ts";
import { type Chart, chartFor, knownCharts } from "../../knowledge/charts/charts.ts";
import { features } from "../../knowledge/features.ts";
import { knownClasses, traitsOf } from "../../knowledge/hub-traits.ts";
import { knownMachines } from "../../knowledge/machines/known-machines.ts";
import { knownScopes } from "../../knowledge/scopes.ts";
import { isFirm } from "../../rules/allowances.ts";
import { coresWords, moneyWords, sizeWords } from "../capacity-words.ts";
import { type Lookup, type Offer, withoutRepeats } from "./completion.ts";
import type { BodyCursor, ValueCursor } from "./cursor.ts";
import { codeMarkdown } from "./explain-markdown.ts";
import { standardTrees } from "./file-trees.ts";
import { textsFor } from "./used-texts.ts";

/** A text without its quotes, with a few words on it. */
export type KnownText = Pick<Offer, "label" | "detail" | "doc">;

/** What a text of a setting may be; the texts that the program has for it elsewhere come last. */
export function knownTexts({ key, schema, holder }: ValueCursor, { names }: Lookup): readonly KnownText[] {
  const texts = schema === undefined ? [] : textsOfSetting(key, holder?.kind, holder?.variant);
  const trees = holder?.kind === "image" ? [...names.trees, ...standardTrees()] : names.trees;
  const own = textsFor(key, trees).map((label) => ({ label, detail: "as elsewhere" }));
  return withoutRepeats([...texts, ...own]);
}

function textsOfSetting(key: string, kind: string | undefined, variant: string | undefined): readonly KnownText[] {
  if (kind === "provider" && key === "machine") return machineTexts(variant ?? "");
  if (kind === "group" && key === "may")
    return [...knownScopes].map((label) => ({ label, detail: "scope of JupyterHub" }));
  if (kind === "image" && key === "provides")
    return Object.entries(features).map(([label, { what }]) => ({ label, detail: what }));
  if (kind === "image" && key === "python") return pythons.map((label) => ({ label, detail: "version of Python" }));
  if (kind === "image" && key === "channels") return [{ label: "conda-forge", detail: "conda channel" }];
  if (kind === "project" && key === "chart")
    return knownCharts
      .toReversed()
      .map(({ version, jupyterhub }) => ({ label: version, detail: `chart with JupyterHub ${jupyterhub}` }));
  return [];
}

/** Versions that are maintained (devguide.python.org/versions, 2026-11). */
const pythons = ["3.13", "3.12", "3.11", "3.10"];

function machineTexts(variant: string): readonly KnownText[] {
  return knownMachines(variant).map(({ type, memory, cpu, price }) => {
    const place = price?.region === undefined ? "" : ` in ${price.region}`;
    const cost = price === undefined ? "" : `, ${moneyWords(price.amount, price.currency)} an hour${place}`;
    return { label: type, detail: `${sizeWords(memory)}, ${coresWords(cpu)}${cost}` };
  });
}

/** Codes of findings that may be allowed or turned down, for comments and for `lint`. */
export const turnableCodes: readonly KnownText[] = diagnosticPages
  .filter(({ code }) => !isFirm(code))
  .map((page) => ({ label: page.code, detail: page.title, doc: codeMarkdown(page) }));

/** Keys of a body that takes any: codes in `lint`, pools in `spare`, values of the chart and traits in the way out. */
export function freeKeys(cursor: BodyCursor, lookup: Lookup): readonly Offer[] {
  const { schema, keys, followedBy } = cursor;
  const sign = followedBy === "assignment" ? "" : " = ";
  if (schema.unchecked) return [];
  if (schema.free !== undefined)
    return wayOutKeys(schema.free, cursor, { sign, chart: chartFor(lookup.known.sound.project.chart.value) });
  if (schema.name === "lint") {
    const left = turnableCodes.filter(({ label }) => !keys.has(`"${label}"`));
    return left.map((known) => ({ ...known, kind: "code", insert: `"${known.label}"${sign}` }));
  }
  if (schema.name !== "spare") return [];
  const pools = lookup.names.poolsOfHub(cursor.holder?.name ?? "").filter((name) => !keys.has(name) && name !== "core");
  return pools.map((label) => ({ label, kind: "declaration", detail: "pool", insert: `${label}${sign}` }));
}

interface WayOut {
  /** What follows a key. */
  readonly sign: string;
  readonly chart: Chart;
}

function wayOutKeys(
  root: readonly string[],
  { path, within, keys }: BodyCursor,
  { sign, chart }: WayOut,
): readonly Offer[] {
  const names = [...within, ...path];
  const before = path.map((key) => `${key}.`).join("");
  const written = (key: string) => (/^[A-Za-z][\w-]*$/.test(key) ? key : `"${key}"`);
  if (root.at(-1) === "config" && names.length === 0) {
    const classes = knownClasses(chart).filter((name) => !keys.has(name));
    return classes.map((label) => ({ label, kind: "setting", detail: "class", insert: `${label}.` }));
  }
  if (root.at(-1) === "config") {
    const traits = names.length === 1 ? Object.entries(traitsOf(chart, names[0] ?? "") ?? {}) : [];
    return traits.map(([name, { type, default: standing }]) => ({
      label: `${before}${name}`,
      kind: "setting",
      detail: type,
      doc: `Default: \`${JSON.stringify(standing)}\``,
      insert: `${before}${name}${sign}`,
    }));
  }
  const standing = chartDefault(chart, [...root, ...names]);
  if (root.length > 0 || typeof standing !== "object" || standing === null || Array.isArray(standing)) return [];
  return Object.entries(standing).map(([key, value]) => {
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    const label = `${before}${written(key)}`;
    return { label, kind: "setting", detail: detailOf(value), insert: `${label}${isMap ? "." : sign}` };
  });
}

function detailOf(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return "map";
  return `default ${text.length > 40 ? `${text.slice(0, 37)}…` : text}`;
}
