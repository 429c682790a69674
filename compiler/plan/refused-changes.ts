// What of a build can't follow on an earlier one: changes that the API server refuses, and homes that would be empty.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isMap, type Json, type JsonMap, type JsonPath } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { hubAndStageOf } from "../model/release-folder.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { Span } from "../text/span.ts";
import type { ReadYaml, YamlDocument } from "../text/yaml-document.ts";
import { type ImmutableChange, immutableChanges } from "./immutable-fields.ts";
import { homesElsewhere, immutableField } from "./plan-diagnostics.ts";

/** Whether a file of a build says what exists in a cluster, so that the earlier one is to be compared with it. */
export function isCompared(path: string): boolean {
  return /^hubs\/[^/]+\/[^/]+\/(?:values\.yaml|manifests\/[^/]+\.yaml)$/.test(path);
}

/**
 * Compares files of an earlier build, by path, with those of a new one. An object is the same where kind, namespace and name are,
 * whichever file it stands in. What only one of the builds has is no change here.
 */
export function refusedChanges(
  earlier: ReadonlyMap<string, string>,
  files: readonly OutputFile[],
  readYaml: ReadYaml,
): readonly Diagnostic[] {
  const changed = files.filter(({ path, text }) => isCompared(path) && earlier.get(path) !== text);
  const before = new Map<string, JsonMap>();
  for (const [path, text] of earlier) {
    if (path.endsWith("/values.yaml")) continue;
    for (const document of documentsOf(text, readYaml)) {
      const object = mapIn(document);
      if (object !== undefined) before.set(nameOf(object), object);
    }
  }
  return changed.flatMap((file) =>
    file.path.endsWith("/values.yaml")
      ? movedHomes(file, earlier.get(file.path), readYaml)
      : refusedIn(file, before, readYaml),
  );
}

function documentsOf(text: string, readYaml: ReadYaml): readonly YamlDocument[] {
  const read = readYaml(text);
  return "problem" in read ? [] : read.documents; // a file that somebody edited by hand: what it held is not known
}

/** What YAML 1.1 without tags holds is JSON. */
function mapIn({ value }: YamlDocument): JsonMap | undefined {
  return isMap(value as Json) ? (value as JsonMap) : undefined;
}

function nameOf({ kind, metadata }: JsonMap): string {
  const { namespace, name } = isMap(metadata) ? metadata : {};
  return JSON.stringify([kind, namespace, name]);
}

function refusedIn(file: OutputFile, before: ReadonlyMap<string, JsonMap>, readYaml: ReadYaml): Diagnostic[] {
  return documentsOf(file.text, readYaml).flatMap((document): Diagnostic[] => {
    const object = mapIn(document);
    const earlier = object && before.get(nameOf(object));
    if (object === undefined || earlier === undefined) return [];
    const [change] = immutableChanges(earlier, object);
    const span = change && placeOf(file, document, change.path);
    if (change === undefined || span === undefined) return [];
    const parameters = {
      object: `${object["kind"]} \`${valueAt(object, "metadata.name")}\``,
      field: change.path.join("."),
      was: object["kind"] === "Secret" ? "another" : shown(change.before),
      way: wayOf(object, change),
    };
    return [diagnose(immutableField, parameters, { span })];
  });
}

function wayOf({ kind }: JsonMap, { reason }: ImmutableChange): string {
  if (reason === "shrinks")
    return "A claim grows and never shrinks: keep the size, or give the storage another name and copy the work.";
  if (kind === "PersistentVolume" || kind === "PersistentVolumeClaim" || kind === "StorageClass")
    return "Give the storage another name, which makes a volume and a claim of their own, and copy the work there; or delete the old objects, which keep nothing, and build with `--moved`.";
  return "Give the object another name, or delete the old one and build with `--moved`.";
}

function shown(value: Json | undefined): string {
  if (value === undefined) return "not there";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

/** The source of the line that a path leads to, or of the nearest one above it. */
function placeOf({ text, origins }: OutputFile, document: YamlDocument, path: JsonPath): Span | undefined {
  const place = document.placeOf(path);
  const line = place === undefined ? document.line : text.slice(0, place.start).split("\n").length;
  const origin = origins[line - 1];
  if (origin !== undefined || path.length === 0) return origin ?? origins.find((one) => one !== undefined);
  return placeOf({ path: "", text, origins }, document, path.slice(0, -1));
}

/** What decides which home a person finds (chart 4.4.0, files/hub/jupyterhub_config.py). */
const homeFields = ["type", "static.pvcName", "static.subPath", "dynamic.pvcNameTemplate"];

function movedHomes(file: OutputFile, earlier: string | undefined, readYaml: ReadYaml): Diagnostic[] {
  if (earlier === undefined) return [];
  const [was, is] = [earlier, file.text].map((text) => documentsOf(text, readYaml)[0]);
  const [before, after] = [was, is].map((document) => document && homeOf(mapIn(document)));
  if (is === undefined || before === undefined || after === undefined || before === after) return [];
  const { hub, stage } = hubAndStageOf(file.path) ?? {};
  const [all] = [is].map(mapIn);
  const span = placeOf(file, is, [...(all === undefined ? [] : hubsPart(all).path), "singleuser", "storage"]);
  const parameters = { release: `${hub}-${stage}`, was: before, is: after };
  return span === undefined ? [] : [diagnose(homesElsewhere, parameters, { span })];
}

/** The values of the JupyterHub chart: all of them, or those under its name in a chart that has it as a part. */
function hubsPart(values: JsonMap): { readonly path: JsonPath; readonly values: JsonMap } {
  if (isMap(values["singleuser"])) return { path: [], values };
  const [found] = Object.entries(values).flatMap(([key, part]) =>
    isMap(part) && isMap(part["singleuser"]) ? [{ path: [key], values: part }] : [],
  );
  return found ?? { path: [], values };
}

/** Where the homes come from, in words; nothing for homes that last no longer than a server. */
function homeOf(values: JsonMap | undefined): string | undefined {
  const storage = values && valueAt(hubsPart(values).values, "singleuser.storage");
  if (!isMap(storage) || storage["type"] === "none") return undefined;
  const fields = homeFields.flatMap((field) => {
    const value = valueAt(storage, field);
    return value === undefined ? [] : [`${field} \`${String(value)}\``];
  });
  return fields.join(", ");
}
