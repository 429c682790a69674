// What a solver fixed, from its own lock file: packages with their versions, by the name of each.
// Source: conda-lock 3.0 (lockfile v1: `package` is a list of name, version, manager and platform) and pixi 0.59 (lock file version 6:
// `packages` is a list of `conda: address` and `pypi: address` with name and version), 2026-11.

import { isList, isMap, type Json, type JsonMap } from "../knowledge/json-schema.ts";
import type { ReadYaml } from "../text/yaml-document.ts";

/** Lines `conda numpy 2.1.3`, in order; of several platforms, what is the same is one. Empty where the file has another form. */
export function solvedPackages(text: string, readYaml: ReadYaml): readonly string[] {
  const read = readYaml(text);
  const tree = "documents" in read ? (read.documents[0]?.value as Json) : undefined; // what YAML 1.1 without tags holds is JSON
  if (!isMap(tree)) return [];
  const items = [...maps(tree["package"]).map(byCondaLock), ...maps(tree["packages"]).map(byPixi)];
  return [...new Set(items.filter((line) => line !== undefined))].sort();
}

function maps(list: Json | undefined): readonly JsonMap[] {
  return isList(list) ? list.filter(isMap) : [];
}

function byCondaLock({ name, version, manager }: JsonMap): string | undefined {
  return lineOf(manager === "pip" ? "pip" : "conda", name, version);
}

function byPixi({ conda, pypi, name, version }: JsonMap): string | undefined {
  if (typeof pypi === "string") return lineOf("pip", name, version);
  if (typeof conda !== "string") return undefined;
  // The file's name says both: <name>-<version>-<build>.conda, and only a name has hyphens.
  const [, own, solved] = /\/([^/]+)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)$/.exec(conda) ?? [];
  return lineOf("conda", own, solved);
}

function lineOf(manager: string, name: Json | undefined, version: Json | undefined): string | undefined {
  const isText = (value: Json | undefined) => typeof value === "string" || typeof value === "number";
  return isText(name) && isText(version) ? `${manager} ${String(name)} ${String(version)}` : undefined;
}
