// What is deployed of one stage of a hub, read back from the files of a build.

import type { JsonMap } from "../knowledge/json-schema.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { isValues, objectsIn } from "./cluster-objects.ts";

export interface Deployed {
  readonly values: JsonMap;
  readonly objects: readonly JsonMap[];
}

/** `texts`: the files of the release, by path. */
export function deployedOf(texts: ReadonlyMap<string, string>, readYaml: ReadYaml): Deployed {
  const read = [...texts].map(([path, text]) => ({ path, objects: objectsIn(text, readYaml) }));
  const values = read.find(({ path }) => isValues(path))?.objects[0] ?? {};
  return { values, objects: read.flatMap(({ path, objects }) => (isValues(path) ? [] : objects)) };
}
