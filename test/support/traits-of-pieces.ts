// Pieces of Python that do nothing but set traits to what is written there: the same as these traits in `hub.config`, which is where the
// vocabulary writes them.

import { mergeValues } from "../../compiler/import/compare-values.ts";
import { isMap, type Json, type JsonMap } from "../../compiler/knowledge/json-schema.ts";
import { type PythonSetting, readPythonConfig } from "../../compiler/syntax/python/python-settings.ts";

type Path = readonly string[];

/** Values with such pieces as traits, and where each piece's traits are: paths from the root, by that of the piece. */
export function traitsOfPieces(
  values: JsonMap,
  part: Path,
): { readonly values: JsonMap; readonly moved: Map<string, Path[]> } {
  const pieces = mapAt(values, [...part, "hub", "extraConfig"]);
  const moved = new Map<string, Path[]>();
  let found = values;
  for (const [name, text] of Object.entries(pieces)) {
    const settings = typeof text === "string" ? settingsOf(text) : [];
    if (settings.length === 0) continue;
    const path = [...part, "hub", "extraConfig", name];
    found = without(found, path);
    for (const { className, trait, value } of settings) {
      const at = [...part, "hub", "config", className, trait];
      found = mergeValues(found, nested(at, value as Json)); // what Python's literals hold, JSON does
      moved.set(path.join("\n"), [...(moved.get(path.join("\n")) ?? []), at]);
    }
  }
  return { values: found, moved };
}

/** What the piece sets, where that is all that it does. */
function settingsOf(text: string): readonly PythonSetting[] {
  const { settings, unread } = readPythonConfig(text);
  const isPlain = text.split("\n").every((line) => /^(?:c\.\w+\.\w+ = |[\s#)\]}]|$)/.test(line));
  return isPlain && unread.length === 0 && settings.every(({ how, value }) => how === "sets" && value !== undefined)
    ? settings
    : [];
}

function mapAt(values: JsonMap, path: Path): JsonMap {
  const found = path.reduce<Json>((node, key) => (isMap(node) ? (node[key] ?? null) : null), values);
  return isMap(found) ? found : {};
}

function nested([key = "", ...rest]: Path, value: Json): JsonMap {
  return { [key]: rest.length === 0 ? value : nested(rest, value) };
}

function without(values: JsonMap, [key = "", ...rest]: Path): JsonMap {
  const inner = values[key];
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
  return rest.length === 0 || !isMap(inner ?? null)
    ? others
    : { ...others, [key]: without(mapAt(values, [key]), rest) };
}
