// Targets build YAML as plain data that remembers its sources; only print-yaml.ts knows how it is written.
// Nodes carry a private mark, so that data which merely looks like one (`kind` is Kubernetes' favourite key) is never taken for one.

import type { Span } from "../text/span.ts";

const nodeMark: unique symbol = Symbol("yaml node");

interface NodeFacts {
  readonly [nodeMark]: true;
  /** The source text that this node came from. */
  readonly origin?: Span | undefined;
  /** Printed as `# …` lines above the node (above its key, its dash or its document); a text may hold several lines. */
  readonly comment?: readonly string[] | undefined;
}

export interface YamlScalar extends NodeFacts {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

export interface YamlSequence extends NodeFacts {
  readonly kind: "sequence";
  readonly items: readonly YamlNode[];
}

export interface YamlMapping extends NodeFacts {
  readonly kind: "mapping";
  readonly entries: readonly YamlEntry[];
}

/** One `key: value`. `origin` is that of the line with the key; without it the value's own holds. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlNode;
  readonly origin?: Span | undefined;
}

export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

/** What can be turned into nodes: JSON data, nodes anywhere inside it, and undefined for "leave this member out". */
export type YamlData =
  | YamlNode
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly YamlData[]
  | { readonly [key: string]: YamlData };

/**
 * Turns data into a node. Nodes inside are kept as they are; undefined members of objects and arrays are dropped, and a bare
 * undefined is null. Keys keep the object's order, in which JavaScript puts whole numbers first: use `mapping` where that matters.
 * `origin` is set on the new node only: the nodes within inherit it when printed. A node given as `value` keeps an origin it has.
 */
export function yaml(value: YamlData, origin?: Span): YamlNode {
  if (typeof value !== "object" || value === null)
    return { [nodeMark]: true, kind: "scalar", value: value ?? null, origin };
  if (isYamlNode(value)) return value.origin === undefined && origin !== undefined ? { ...value, origin } : value;
  if (isArray(value)) {
    const items: YamlNode[] = [];
    for (const item of value) if (item !== undefined) items.push(yaml(item));
    return { [nodeMark]: true, kind: "sequence", items, origin };
  }
  const entries: YamlEntry[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) entries.push({ key, value: yaml(member) });
  }
  return { [nodeMark]: true, kind: "mapping", entries, origin };
}

/**
 * A mapping in exactly the order given; undefined values are dropped.
 * @throws Error where a key comes twice: such YAML is unreadable, so the caller must have ruled it out.
 */
export function mapping(pairs: Iterable<readonly [key: string, value: YamlData]>, origin?: Span): YamlMapping {
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  for (const [key, value] of pairs) {
    if (value === undefined) continue;
    if (keys.has(key)) throw new Error(`invariant: the key ${JSON.stringify(key)} comes twice in a YAML mapping`);
    keys.add(key);
    entries.push({ key, value: yaml(value) });
  }
  return { [nodeMark]: true, kind: "mapping", entries, origin };
}

/** The same node with this origin, whatever it had before. */
export function withOrigin(value: YamlData, origin: Span | undefined): YamlNode {
  return { ...yaml(value), origin };
}

/** The same node under this comment, whatever it had before. */
export function withComment(value: YamlData, ...comment: readonly string[]): YamlNode {
  return { ...yaml(value), comment };
}

/**
 * Merges deeply: where both sides hold a mapping its members merge, anything else in `over` replaces what `base` has. Keys keep
 * the place they have in `base`, new ones follow. A merged mapping keeps the origin and comment of `base`, or else takes those of `over`.
 */
export function mergeMappings(base: YamlMapping, over: YamlMapping): YamlMapping {
  const entries = [...base.entries];
  // Of one or two entries over thousands, looking through them costs less than a table.
  const places = over.entries.length > 2 ? new Map(base.entries.map(({ key }, i) => [key, i])) : undefined;
  for (const entry of over.entries) {
    const at = places ? (places.get(entry.key) ?? -1) : base.entries.findIndex(({ key }) => key === entry.key);
    const before = at < 0 ? undefined : entries[at];
    if (before === undefined) entries.push(entry);
    else entries[at] = mergeEntries(before, entry);
  }
  const origin = base.origin ?? over.origin;
  const comment = base.comment ?? over.comment;
  return { [nodeMark]: true, kind: "mapping", entries, origin, comment };
}

/** Whether a node is a mapping or sequence without members. */
export function isEmpty(node: YamlNode): boolean {
  if (node.kind === "mapping") return node.entries.length === 0;
  return node.kind === "sequence" && node.items.length === 0;
}

/** The value under `key`, if it is there. */
export function memberOf(node: YamlMapping, key: string): YamlNode | undefined {
  return node.entries.find((entry) => entry.key === key)?.value;
}

/** JSON data without origins and comments, as a reader of the printed text would see it. */
export type PlainData = string | number | boolean | null | PlainData[] | { [key: string]: PlainData };

/** The data that a node stands for. */
export function plainData(node: YamlNode): PlainData {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(plainData);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plainData(entry.value)]));
}

/** Whether a value is a node, and not data that happens to have the same members. */
function isYamlNode(value: YamlData): value is YamlNode {
  return typeof value === "object" && value !== null && nodeMark in value;
}

function mergeEntries(before: YamlEntry, after: YamlEntry): YamlEntry {
  if (before.value.kind !== "mapping" || after.value.kind !== "mapping") return after;
  return { key: before.key, value: mergeMappings(before.value, after.value), origin: before.origin ?? after.origin };
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: YamlData): value is readonly YamlData[] {
  return Array.isArray(value);
}
