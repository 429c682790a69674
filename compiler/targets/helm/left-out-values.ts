// Values that a hub tells hubc not to write: taken out of what the vocabulary comes to, before one's own are merged onto it.

import type { Release } from "../../model/release.ts";
import { isEmpty, type YamlData, type YamlMapping, yaml } from "../../output/yaml-tree.ts";
import { keysOfValuePath } from "../../schema/values/forms.ts";

type Parts = Readonly<Record<string, () => YamlData>>;

/** The parts by their keys at the top, without what the release leaves out. */
export function withoutLeftOut({ leftOutValues }: Release, parts: Parts): Parts {
  if (leftOutValues.length === 0) return parts;
  const made: Record<string, () => YamlData> = {};
  for (const [key, part] of Object.entries(parts)) {
    const below = leftOutValues.map(({ value }) => keysOfValuePath(value)).filter(([first]) => first === key);
    made[key] = below.length === 0 ? part : () => below.reduce((data, [, ...path]) => withoutValue(data, path), part());
  }
  return made;
}

/** The sections of `hub.config` without what the release leaves out. */
export function withoutLeftOutTraits(
  { leftOutValues }: Release,
  config: Readonly<Record<string, YamlData>>,
): Readonly<Record<string, YamlData>> {
  const paths = leftOutValues.map(({ value }) => keysOfValuePath(value)).filter((path) => isOfConfig(path));
  const left = Object.entries(config).map(([section, traits]): [string, YamlData] => [
    section,
    paths.reduce<YamlData>((data, [, , first, ...path]) => {
      return first === undefined || first === section ? withoutValue(data, path) : data;
    }, traits),
  ]);
  return Object.fromEntries(left.filter(([, traits]) => traits !== undefined));
}

function isOfConfig([hub, config]: readonly string[]): boolean {
  return hub === "hub" && (config === undefined || config === "config");
}

/** Without what is at a path; undefined where nothing is left. */
function withoutValue(data: YamlData, [key, ...path]: readonly string[]): YamlData {
  if (data === undefined || key === undefined) return undefined;
  const node = yaml(data);
  if (node.kind !== "mapping") return node;
  const entries = node.entries.flatMap((entry) => {
    if (entry.key !== key) return [entry];
    const value = withoutValue(entry.value, path);
    return value === undefined ? [] : [{ ...entry, value: yaml(value) }];
  });
  const left: YamlMapping = { ...node, entries };
  return isEmpty(left) ? undefined : left;
}
