// Values and objects of a build, read back from its files.

import { isMap, type Json, type JsonMap, type JsonPath, valueAt } from "../knowledge/json-schema.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { Span } from "../text/span.ts";
import type { ReadYaml, YamlDocument } from "../text/yaml-document.ts";

/** Whether a file of a build says what exists in a cluster, so that the earlier one is to be compared with it. */
export function isCompared(path: string): boolean {
  return /^hubs\/[^/]+\/[^/]+\/(?:values\.yaml|manifests\/[^/]+\.yaml)$/.test(path);
}

export function isValues(path: string): boolean {
  return path.endsWith("/values.yaml");
}

export function documentsOf(text: string, readYaml: ReadYaml): readonly YamlDocument[] {
  const read = readYaml(text);
  return "problem" in read ? [] : read.documents; // a file that somebody edited by hand: what it held is not known
}

/** What YAML 1.1 without tags holds is JSON. */
export function mapIn({ value }: YamlDocument): JsonMap | undefined {
  return isMap(value as Json) ? (value as JsonMap) : undefined;
}

export function objectsIn(text: string, readYaml: ReadYaml): readonly JsonMap[] {
  return documentsOf(text, readYaml)
    .map(mapIn)
    .filter((object) => object !== undefined);
}

/** The same for one object in two builds, whichever file it stands in. */
export function nameOf({ kind, metadata }: JsonMap): string {
  const { namespace, name } = isMap(metadata) ? metadata : {};
  return JSON.stringify([kind, namespace, name]);
}

/** `PersistentVolumeClaim `homes``. */
export function objectWords(object: JsonMap): string {
  return `${String(object["kind"])} \`${String(valueAt(object, "metadata.name"))}\``;
}

/** The values of the JupyterHub chart: all of them, or those under its name in a chart that has it as a part, or as a part of a part. */
export function hubsPart(values: JsonMap): { readonly path: JsonPath; readonly values: JsonMap } {
  return partIn(values, []) ?? { path: [], values };
}

/** A chart's parts have parts, and no program of ours has them deeper than that. */
const mostLevels = 3;

function partIn(values: JsonMap, path: readonly string[]): ReturnType<typeof hubsPart> | undefined {
  if (isMap(values["singleuser"])) return { path, values };
  if (path.length === mostLevels) return undefined;
  for (const [key, part] of Object.entries(values)) {
    const found = isMap(part) ? partIn(part, [...path, key]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The source of the line that a path leads to, or of the nearest one above it. */
export function placeOf({ text, origins }: OutputFile, document: YamlDocument, path: JsonPath): Span | undefined {
  const place = document.placeOf(path);
  const line = place === undefined ? document.line : text.slice(0, place.start).split("\n").length;
  const origin = origins[line - 1];
  if (origin !== undefined || path.length === 0) return origin ?? origins.find((span) => span !== undefined);
  return placeOf({ path: "", text, origins }, document, path.slice(0, -1));
}
