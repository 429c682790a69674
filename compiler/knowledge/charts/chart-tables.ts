// What each known version of the chart takes, as tables: the newest is written whole, and each older one as what is other in it than in
// the next. Nothing is read before a program first asks for it, and then of its own version only.

import { isMap, type Json, type JsonMap, type JsonSchema, readSchema } from "../json-schema.ts";
import { type Chart, isBefore, knownCharts, newestChart } from "./charts.ts";
import newestText from "./newest.json?raw";
import olderText from "./older.json?raw";

export interface Trait {
  /** As traitlets names it: `Bool`, `List<Unicode>`, `Union[Int,Callable]`. */
  readonly type: string;
  readonly default: Json;
  readonly allow_none?: boolean;
  /** Its help text begins with words such as "deprecated" or "removed in". */
  readonly deprecated?: boolean;
}

/** By name. */
export type TraitTable = Readonly<Record<string, Trait>>;

interface Tables {
  readonly schema: JsonMap;
  readonly defaults: JsonMap;
  readonly traits: {
    /** By the class that declares them; null where a class takes away what those above it declare. */
    readonly declared: Readonly<Record<string, Readonly<Record<string, Trait | null>>>>;
    /** Of each class, those that declare its traits, the nearest first. */
    readonly classes: Readonly<Record<string, readonly string[]>>;
  };
}

interface Changes {
  readonly set: readonly (readonly [path: readonly string[], value: Json])[];
  readonly gone: readonly (readonly string[])[];
}

/** What is made of a version's tables, each when it is first asked for. */
interface Known {
  readonly tables: Tables;
  schema?: JsonSchema;
  readonly traits: Map<string, TraitTable | undefined>;
}

const known = new Map<string, Known>();

/** The schema of the chart's values. */
export function schemaOf(chart: Chart): JsonSchema {
  const known = knownOf(chart);
  known.schema ??= readSchema(known.tables.schema);
  return known.schema;
}

/** The chart's own values. */
export function defaultsOf(chart: Chart): JsonMap {
  return knownOf(chart).tables.defaults;
}

/** The traits of a class, those that it has from others too; nothing for a class that is not in the table. */
export function traitTableOf(chart: Chart, className: string): TraitTable | undefined {
  const { tables, traits } = knownOf(chart);
  if (!traits.has(className)) traits.set(className, readTraits(tables, className));
  return traits.get(className);
}

/** Classes whose traits are in the table. */
export function tabledClasses(chart: Chart): readonly string[] {
  return Object.keys(knownOf(chart).tables.traits.classes);
}

function readTraits({ traits: { declared, classes } }: Tables, className: string): TraitTable | undefined {
  const owners = Object.hasOwn(classes, className) ? classes[className] : undefined;
  if (owners === undefined) return undefined;
  const found: Record<string, Trait> = {};
  for (const owner of owners.toReversed())
    for (const [name, trait] of Object.entries(declared[owner] ?? {}))
      if (trait === null) delete found[name];
      else found[name] = trait;
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function knownOf({ version }: Chart): Known {
  const before = known.get(version);
  if (before !== undefined) return before;
  const found: Known = { tables: tablesOf(version), traits: new Map() };
  known.set(version, found);
  return found;
}

function tablesOf(version: string): Tables {
  const older: Readonly<Record<string, Changes>> = version === newestChart.version ? {} : JSON.parse(olderText);
  const back = knownCharts.filter((chart) => !isBefore(chart.version, version)).toReversed();
  let tables: JsonMap = JSON.parse(newestText);
  for (const chart of back) {
    const changes = older[chart.version];
    if (changes !== undefined) tables = withChanges(tables, changes);
  }
  return tables as JsonMap & Tables; // the form of the tables
}

/** Changes maps that are made here alone: nobody else has them yet. */
function withChanges(tables: JsonMap, { set, gone }: Changes): JsonMap {
  for (const path of gone) delete mapAbove(tables, path)[path.at(-1) ?? ""];
  for (const [path, value] of set) mapAbove(tables, path)[path.at(-1) ?? ""] = value;
  return tables;
}

/** @throws Error where the changes are not of these tables. */
function mapAbove(tables: JsonMap, path: readonly string[]): Record<string, Json> {
  let map: Json | undefined = tables;
  for (const key of path.slice(0, -1)) map = isMap(map) ? map[key] : undefined;
  if (!isMap(map)) throw new Error(`invariant: the tables have no ${path.join(".")}`);
  return map as Record<string, Json>; // of a text that was just read
}
