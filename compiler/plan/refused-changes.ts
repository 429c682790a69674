// What of a build can't follow on an earlier one: changes that the API server refuses, and homes that would be empty.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import { valueAt } from "../knowledge/value-at.ts";
import { hubAndStageOf } from "../model/release-folder.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { documentsOf, hubsPart, isCompared, isValues, mapIn, nameOf, objectWords, placeOf } from "./cluster-objects.ts";
import { type ImmutableChange, immutableChanges } from "./immutable-fields.ts";
import { homesElsewhere, immutableField } from "./plan-diagnostics.ts";

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
    if (isValues(path)) continue;
    for (const document of documentsOf(text, readYaml)) {
      const object = mapIn(document);
      if (object !== undefined) before.set(nameOf(object), object);
    }
  }
  return changed.flatMap((file) =>
    isValues(file.path) ? movedHomes(file, earlier.get(file.path), readYaml) : refusedIn(file, before, readYaml),
  );
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
      object: objectWords(object),
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

/** Where the homes come from, in words; nothing for homes that last no longer than a server. */
export function homeOf(values: JsonMap | undefined): string | undefined {
  const storage = values && valueAt(hubsPart(values).values, "singleuser.storage");
  if (!isMap(storage) || storage["type"] === "none") return undefined;
  const fields = homeFields.flatMap((field) => {
    const value = valueAt(storage, field);
    return value === undefined ? [] : [`${field} \`${String(value)}\``];
  });
  return fields.join(", ");
}
