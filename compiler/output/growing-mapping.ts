// A mapping that many others are merged onto, one after the other: each costs what it holds itself, and not what stands there already.

import type { YamlEntry, YamlMapping } from "./yaml-tree.ts";

export interface GrowingMapping {
  /** What stands in it, which changes as it grows. */
  readonly node: YamlMapping;
  /** What a key of `node`, or of a mapping within it, holds. */
  readonly entry: (within: YamlMapping, key: string) => YamlEntry | undefined;
  /** As `mergeMappings(node, over)`. */
  readonly merge: (over: YamlMapping) => void;
}

type Writable = { -readonly [field in keyof YamlMapping]: YamlMapping[field] };

/** A mapping that nobody else has, so that it may change. */
interface Owned {
  readonly node: Writable;
  readonly entries: YamlEntry[];
  /** Where in `entries` each key stands. */
  readonly places: Map<string, number>;
}

export function growingMapping(base: YamlMapping): GrowingMapping {
  const table = new Map<YamlMapping, Owned>();
  const root = own(base, table);
  return {
    node: root.node,
    entry: (within, key) => {
      const owned = table.get(within);
      if (owned === undefined) return within.entries.find((yamlEntry) => yamlEntry.key === key);
      const at = owned.places.get(key);
      return at === undefined ? undefined : owned.entries[at];
    },
    merge: (over) => {
      merge(root, over, table);
    },
  };
}

function own(from: YamlMapping, table: Map<YamlMapping, Owned>): Owned {
  const known = table.get(from);
  if (known !== undefined) return known;
  const entries = [...from.entries];
  const owned = { node: { ...from, entries }, entries, places: new Map(entries.map(({ key }, i) => [key, i])) };
  table.set(owned.node, owned);
  return owned;
}

function merge({ node, entries, places }: Owned, over: YamlMapping, table: Map<YamlMapping, Owned>): void {
  node.origin ??= over.origin;
  node.comment ??= over.comment;
  for (const entry of over.entries) {
    const at = places.get(entry.key);
    const before = at === undefined ? undefined : entries[at];
    if (at === undefined || before === undefined) {
      places.set(entry.key, entries.length);
      entries.push(entry);
    } else if (before.value.kind === "mapping" && entry.value.kind === "mapping") {
      const inner = own(before.value, table);
      merge(inner, entry.value, table);
      entries[at] = { key: before.key, value: inner.node, origin: before.origin ?? entry.origin };
    } else entries[at] = entry;
  }
}
