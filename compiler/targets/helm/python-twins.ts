// Python that sets a trait which the chart makes from a value that hubc writes: Python runs last, so that what hubc writes would be
// gone, and what pages and reckonings say of it untrue.

import { chartValueOfTrait, unfitForPython } from "../../knowledge/hub-traits.ts";
import { isMap, type Json } from "../../knowledge/json-schema.ts";
import type { OwnCode, OwnPythonSetting } from "../../model/own-python.ts";
import type { Release } from "../../model/release.ts";
import { growingMapping } from "../../output/growing-mapping.ts";
import { plainData, type YamlMapping, type YamlNode } from "../../output/yaml-tree.ts";
import type { Span } from "../../text/span.ts";
import { find } from "./own-values.ts";
import { settingOfValue } from "./settings-of-values.ts";

export interface PythonClash {
  /** Where the piece sets the trait. */
  readonly span: Span;
  /** Of the value that hubc writes. */
  readonly path: readonly string[];
  /** What that is written for. */
  readonly other: Span;
  /** The setting of the vocabulary that says it; undefined where none does. */
  readonly setting: string | undefined;
}

/** `emitted`: the values as the vocabulary has them; `code`: what of the release's own is known. What adds to a list or a map hides nothing, nor what says the same. */
export function pythonClashes(emitted: YamlMapping, release: Release, code: OwnCode): readonly PythonClash[] {
  const values = growingMapping(emitted);
  return code.settings.flatMap((set): PythonClash[] => {
    const path = set.how === "sets" ? chartValueOfTrait(set.className, set.trait)?.split(".") : undefined;
    // What has no place in Python at all is said elsewhere.
    if (path === undefined || unfitForPython(set.className, set.trait, set) !== undefined) return [];
    const standing = find(values, path, release.span);
    if (standing === undefined || standing.path.length < path.length || mayAgree(standing.node, set)) return [];
    const setting = settingOfValue(path, release);
    const other = standing.origin === release.span ? (setting?.span ?? standing.origin) : standing.origin;
    return [{ span: set.span, path, other, setting: setting?.words }];
  });
}

/** What is worked out may well hold the list or the map that is there. */
function mayAgree(standing: YamlNode, { value }: OwnPythonSetting): boolean {
  if (value === undefined) return standing.kind !== "scalar";
  const there = plainData(standing);
  return [there, addressOf(there)].some((one) => JSON.stringify(one) === JSON.stringify(value));
}

/** The chart joins an image's name and tag. */
function addressOf(value: Json): Json {
  return isMap(value) && "name" in value && "tag" in value ? `${value["name"]}:${value["tag"]}` : value;
}
