// Values of one's own merged onto those that hubc writes. The two must not contradict each other: neither hides the other's.

import { chartDefault } from "../../knowledge/chart-values.ts";
import { chartValueOfTrait, traitsOf } from "../../knowledge/hub-traits.ts";
import { lineOf, namesOfTrait, nameToday, sectionOf, variablesOfTrait } from "../../knowledge/sign-in-classes.ts";
import type { OwnValue } from "../../model/chart-leaf.ts";
import type { Release } from "../../model/release.ts";
import { type GrowingMapping, growingMapping } from "../../output/growing-mapping.ts";
import {
  mapping,
  plainData,
  withComment,
  withOrigin,
  type YamlData,
  type YamlMapping,
  type YamlNode,
  yaml,
} from "../../output/yaml-tree.ts";
import type { ChartData } from "../../schema/values/chart-data.ts";
import type { Span } from "../../text/span.ts";
import { settingOfValue } from "./settings-of-values.ts";
import { secretVariable } from "./sign-in.ts";

/** A value of one's own that can't be merged onto the others. */
export interface ValueClash {
  readonly own: OwnValue;
  /** What is there already. */
  readonly path: readonly string[];
  /** What that was written for. */
  readonly other: Span;
  readonly by: "hubc" | "block";
  /** The setting of the vocabulary that says it; undefined where none does. */
  readonly setting: string | undefined;
}

export interface LaidValues {
  readonly values: YamlMapping;
  readonly clashes: readonly ValueClash[];
}

/** The values that hubc writes with the release's own ones merged onto them, or some of those, in order; a value that clashes is left out. */
export function layOwnValues(emitted: YamlMapping, release: Release, ownValues = release.ownValues): LaidValues {
  const values = growingMapping(emitted);
  const clashes: ValueClash[] = [];
  const laid = new Map<string, Span>();
  for (const own of ownValues) {
    const { path } = own.leaf.value;
    const there = twinOf(values, own, release) ?? find(values, path, release.span);
    const node = nodeFor(own, there, release);
    if (node === "clash" && there !== undefined) {
      const block = laid.get(there.path.join("\0"));
      const setting = block === undefined ? settingOfValue(there.path, release) : undefined;
      const written = there.origin === release.span ? (setting?.span ?? there.origin) : there.origin;
      const by = block === undefined ? "hubc" : "block";
      clashes.push({ own, path: there.path, other: block ?? written, by, setting: setting?.words });
    } else if (node !== undefined && node !== "clash") {
      values.merge(nested(own, node));
      laid.set(path.join("\0"), own.leaf.span);
    }
  }
  return { values: values.node, clashes };
}

/** Values that are merged onto nothing: those of a chart around this one, and what a file holds. */
export function freeTree(own: readonly OwnValue[], span: Span, release: Release): YamlMapping {
  const values = growingMapping(mapping([], span));
  for (const value of own) {
    const { data } = value.leaf.value;
    values.merge(nested(value, withOrigin(dataOf(data, release), data.span)));
  }
  return values.node;
}

/** What stands at a path, or above it where a value that is no map ends the way. */
export interface Standing {
  readonly path: readonly string[];
  readonly node: YamlNode;
  readonly origin: Span;
}

/** `around`: the place of what has none of its own. */
export function find(values: GrowingMapping, path: readonly string[], around: Span): Standing | undefined {
  let node: YamlNode = values.node;
  let origin = around;
  for (const [i, key] of path.entries()) {
    if (node.kind !== "mapping") return { path: path.slice(0, i), node, origin };
    const entry = values.entry(node, key);
    if (entry === undefined) return undefined;
    node = entry.value;
    origin = entry.origin ?? node.origin ?? origin;
  }
  return { path, node, origin };
}

/** Where what a value would set is written already, in another place than its own. */
function twinOf(values: GrowingMapping, { leaf }: OwnValue, { span }: Release): Standing | undefined {
  const [first, second, className, trait] = leaf.value.path;
  // What hubc's Python reads is its alone.
  if (first === "custom" && second === "hubc") return find(values, ["custom", "hubc"], span);
  if (first !== "hub" || second !== "config" || className === undefined || trait === undefined) return undefined;
  return chartTwin(values, className, trait, span) ?? writtenTrait(values, className, trait, span);
}

/** The chart makes some traits from values of its own: where hubc writes such a value, the trait would hide it. */
function chartTwin(values: GrowingMapping, className: string, trait: string, around: Span): Standing | undefined {
  const twin = chartValueOfTrait(className, trait)?.split(".");
  const standing = twin && find(values, twin, around);
  return standing?.path.length === twin?.length ? standing : undefined;
}

/**
 * Where a trait of the hub's sign-in is written by another class of its line or by another name: the two would hide each other.
 * The path is that of the trait, whatever of it is set.
 */
function writtenTrait(values: GrowingMapping, className: string, trait: string, around: Span): Standing | undefined {
  const chosen = find(values, ["hub", "config", "JupyterHub", "authenticator_class"], around)?.node;
  const section = chosen?.kind === "scalar" ? sectionOf(chosen.value) : undefined;
  const line = section === undefined ? [] : lineOf(section);
  if (!line.includes(className)) return undefined;
  const today = nameToday(line, trait);
  for (const other of line)
    for (const name of namesOfTrait(line, today)) {
      if (other === className && name === trait) continue;
      const path = ["hub", "config", other, name];
      const standing = find(values, path, around);
      if (standing?.path.length === path.length) return standing;
    }
  // A class reads its variable only where the trait is not configured.
  for (const variable of variablesOfTrait(line, today)) {
    const standing = find(values, ["hub", "extraEnv", variable], around);
    if (standing?.path.length === 3) return standing;
  }
  return undefined;
}

/** What is laid: nothing where it is there already, `clash` where something else is. */
function nodeFor(value: OwnValue, there: Standing | undefined, release: Release): YamlNode | "clash" | undefined {
  const { path, data } = value.leaf.value;
  const node = withOrigin(dataOf(data, release), data.span);
  if (!value.adds || node.kind !== "sequence") {
    if (there === undefined) return node;
    const isThere = there.node.kind === "mapping" && data.kind === "map" && there.path === path;
    return isThere || isSame(there, value, node) ? undefined : "clash";
  }
  if (there === undefined) return withOrigin([...standardItems(release, path), ...node.items], data.span);
  // The hub knows every entry (hubc_hub, servers.py), and does not start with another one.
  if (path.join(".") === "singleuser.profileList") return "clash";
  return there.node.kind === "sequence" && there.path === path
    ? { ...there.node, items: [...there.node.items, ...node.items] }
    : "clash";
}

/** Is what stands there, or is made a trait of, the same? Then the two say one thing twice. */
function isSame({ path: there, node: standing }: Standing, { leaf }: OwnValue, node: YamlNode): boolean {
  const { path } = leaf.value;
  const isWhole = there === path || (path[1] === "config" && path.length === 4);
  return isWhole && JSON.stringify(plainData(standing)) === JSON.stringify(plainData(node));
}

/** What the chart, or JupyterHub for a trait, has in a list that nobody set: helm replaces lists, so it is written out. */
function standardItems({ chart }: Release, path: readonly string[]): readonly YamlData[] {
  const [hub, config, className = "", trait = ""] = path;
  const standing =
    chartDefault(chart, path) ??
    (hub === "hub" && config === "config" && path.length === 4
      ? traitsOf(chart, className)?.[trait]?.default
      : undefined);
  return Array.isArray(standing) ? standing : [];
}

function dataOf(data: ChartData, release: Release): YamlData {
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map((item) => withOrigin(dataOf(item, release), item.span));
    case "map":
      return mapping(
        data.entries.map(({ key, value, doc }) => {
          const node = withOrigin(dataOf(value, release), value.span);
          return [key, doc === undefined ? node : withComment(node, doc)] as const;
        }),
      );
    case "secret":
      return secretVariable(release, { kind: "secret", path: data.secret.path, key: data.secret.key });
  }
}

/** The value in maps, one for each key of its path, under the doc comments of each. */
function nested({ leaf }: OwnValue, node: YamlNode): YamlMapping {
  const { path, notes } = leaf.value;
  const commented = (value: YamlNode, depth: number): YamlNode => {
    const texts = notes.flatMap((note) => (note.depth === depth ? [note.text] : []));
    return texts.length === 0 ? value : withComment(value, ...texts);
  };
  let inner = commented(node, path.length);
  for (let depth = path.length - 1; depth > 0; depth--)
    inner = commented(mapping([[path[depth] ?? "", inner]], leaf.span), depth);
  return mapping([[path[0] ?? "", inner]], leaf.span);
}

/** The plain values as one map, from parts in the order in which they are read. */
export function valuesOf(parts: Readonly<Record<string, YamlData>>): YamlMapping {
  return mappingOf(parts);
}

/** A map as a tree. */
export function mappingOf(data: YamlData): YamlMapping {
  const node = yaml(data);
  if (node.kind !== "mapping") throw new Error("invariant: values are a map");
  return node;
}
