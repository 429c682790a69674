// The order of the values in their file: settings first, then what programs of the hub and of its servers are made of.

import { memberOf, type YamlMapping } from "../../output/yaml-tree.ts";

/** The parts that hold code, after all others; the hub's, which has the most of it, at the very end. */
const partsWithCode = ["singleuser", "hub"];
/** In such a part: files, and pieces of Python before them. */
const code = ["extraConfig", "extraFiles"];

/** The same values. What an operator reads comes before code; pieces of Python stand in the order in which the hub runs them. */
export function inReadingOrder(values: YamlMapping): YamlMapping {
  const ordered = partsWithCode.reduce(
    (all, part) => changed(all, part, (yamlMapping) => changed(last(yamlMapping, code), "extraConfig", byName)),
    values,
  );
  return last(ordered, partsWithCode);
}

/** With these keys at the end, in this order. */
function last(node: YamlMapping, keys: readonly string[]): YamlMapping {
  const place = ({ key }: { readonly key: string }) => keys.indexOf(key);
  return { ...node, entries: [...node.entries].sort((a, b) => place(a) - place(b)) };
}

function byName(node: YamlMapping): YamlMapping {
  return { ...node, entries: [...node.entries].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function changed(node: YamlMapping, key: string, change: (value: YamlMapping) => YamlMapping): YamlMapping {
  const value = memberOf(node, key);
  if (value?.kind !== "mapping") return node;
  return {
    ...node,
    entries: node.entries.map((entry) => (entry.key === key ? { ...entry, value: change(value) } : entry)),
  };
}
