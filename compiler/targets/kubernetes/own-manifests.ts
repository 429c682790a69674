// Kubernetes objects of one's own: looked at before they are passed on, and passed on as they were written.

import { isClusterWide, isNamespaced } from "../../knowledge/kubernetes-kinds.ts";
import type { Release } from "../../model/release.ts";
import type { Sourced } from "../../model/sourced.ts";
import { type OutputFile, textFile } from "../../output/output-file.ts";
import type { ManifestText } from "../../schema/values/manifest-text.ts";
import { isDnsLabel } from "../../text/dns-label.ts";
import { isRecord } from "../../text/look-up.ts";
import type { ReadYaml, YamlDocument } from "../../text/yaml-document.ts";

/** An object as far as it can be told what it is. */
export interface OwnObject {
  readonly manifest: Sourced<ManifestText>;
  readonly document: YamlDocument;
  /** Empty for the core. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Group and kind, namespace and name: what no two objects share. */
  readonly id: string;
  readonly hasValues: boolean;
}

export type ReadObject =
  | OwnObject
  | { readonly manifest: Sourced<ManifestText>; readonly line: number; readonly needs: string };

/** The objects of a document's text, which are in `ownNamespace` where they name none; `needs` says what one lacks. Empty documents are none. */
export function objectsIn(
  manifest: Sourced<ManifestText>,
  documents: readonly YamlDocument[],
  ownNamespace: string,
): ReadObject[] {
  return documents
    .flatMap((document) => itemsOf(document, manifest.value.text))
    .flatMap((document) => (document.value === undefined ? [] : [objectIn(manifest, document, ownNamespace)]));
}

/** A `List` stands for its items, each an object of its own; every other document for itself. */
function itemsOf(document: YamlDocument, text: string): readonly YamlDocument[] {
  const { value, placeOf } = document;
  if (!isRecord(value) || value["kind"] !== "List" || value["apiVersion"] !== "v1") return [document];
  const { items } = value;
  if (!Array.isArray(items)) return [document];
  return items.map((item: unknown, i): YamlDocument => {
    const place: YamlDocument["placeOf"] = (path) => placeOf(["items", i, ...path]);
    const at = place([]);
    const line = at === undefined ? document.line : text.slice(0, at.start).split("\n").length;
    return {
      value: item,
      line,
      placeOf: place,
      problemsOf: document.problemsOf,
      metadata: metadataOf(item, place, text),
    };
  });
}

/** Where the members of an item's `metadata` begin. */
function metadataOf(item: unknown, placeOf: YamlDocument["placeOf"], text: string): YamlDocument["metadata"] {
  const members = isRecord(item) && isRecord(item["metadata"]) ? Object.keys(item["metadata"]) : [];
  const key = placeOf(["metadata"]);
  const starts = members.flatMap((member) => placeOf(["metadata", member])?.start ?? []);
  if (key === undefined || starts.length === 0) return undefined;
  const first = Math.min(...starts);
  const brace = text.slice(key.end, first).indexOf("{");
  return brace < 0 ? { start: first, inBraces: false } : { start: key.end + brace, inBraces: true };
}

function objectIn(manifest: Sourced<ManifestText>, document: YamlDocument, ownNamespace: string): ReadObject {
  const lacks = (needs: string) => ({ manifest, line: document.line, needs });
  const { value } = document;
  if (!isRecord(value)) return lacks("to be a map with `apiVersion`, `kind` and `metadata`");
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== "string" || !/^(?:[a-z0-9.-]+\/)?v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/.test(apiVersion))
    return lacks("an `apiVersion`, such as `v1` or `apps/v1`");
  if (typeof kind !== "string" || !/^[A-Z][A-Za-z0-9]*$/.test(kind)) return lacks("a `kind`, such as `ConfigMap`");
  if (kind.endsWith("List") && "items" in value)
    return lacks("to be one object: write each as a document of its own, parted by `---`");
  if (!isRecord(metadata)) return lacks("`metadata` with a `name`");
  const { name, namespace } = metadata;
  if (name === undefined && "generateName" in metadata)
    return lacks("a `metadata.name` in place of `generateName`, which `kubectl apply` refuses");
  if (typeof name !== "string" || !isObjectName(name, kind))
    return lacks("a `metadata.name` of lower-case letters, digits, `-` and `.`, as a text");
  if (namespace !== undefined && (typeof namespace !== "string" || !isObjectName(namespace, "Namespace")))
    return lacks("a `metadata.namespace` that is one, or none");
  const group = apiVersion.includes("/") ? apiVersion.replace(/\/.*/, "") : "";
  const place = isClusterWide(group, kind) ? "" : (namespace ?? ownNamespace);
  const hasValues = kind === "Secret" && group === "" && (hasMembers(value["data"]) || hasMembers(value["stringData"]));
  return { manifest, document, group, kind, name, namespace, id: `${group} ${kind} ${place} ${name}`, hasValues };
}

/** Most names are DNS subdomains; those of roles and bindings may hold `:` as well. */
function isObjectName(name: string, kind: string): boolean {
  if (/^(?:Cluster)?Role(?:Binding)?$/.test(kind)) return /^[^\s/%]{1,253}$/.test(name);
  if (kind === "Namespace" || kind === "Service") return isDnsLabel(name);
  return name.length <= 253 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(name);
}

function hasMembers(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 0;
}

/** `manifests/50-*.yaml`: each text as it was written, but for the release's namespace where an object needs one and names none. */
export function ownManifests(release: Release, readYaml: ReadYaml | undefined): OutputFile[] {
  const names = new Set<string>();
  return release.ownManifests.map((manifest) => {
    const { path } = manifest.value;
    const header = `# ${path === undefined ? "From the program" : `From ${path}`}, brought here by hubc.`;
    const lines = withNamespaces(manifest, release, needsReader(readYaml))
      .trimEnd()
      .split(/\r\n|\r|\n/);
    const file = `50-${freeName(path ?? "objects", names)}`;
    return textFile(`${release.folder}/manifests/${file}.yaml`, [header, ...lines], manifest.span);
  });
}

/** @throws Error where a program with manifests is compiled without a reader for them. */
export function needsReader(readYaml: ReadYaml | undefined): ReadYaml {
  if (readYaml === undefined) throw new Error("a program with `manifests` needs `readYaml` among its sources");
  return readYaml;
}

function withNamespaces(manifest: Sourced<ManifestText>, release: Release, readYaml: ReadYaml): string {
  const { text } = manifest.value;
  const read = readYaml(text);
  if (!("documents" in read)) throw new Error("invariant: a manifest that can't be read is an error before this");
  const added = objectsIn(manifest, read.documents, release.namespace).flatMap((object) => {
    if ("needs" in object || object.namespace !== undefined || !isNamespaced(object.group, object.kind)) return [];
    return object.document.metadata ?? [];
  });
  return added.reduceRight((done, { start, inBraces }) => {
    if (inBraces) return `${done.slice(0, start + 1)}namespace: ${release.namespace}, ${done.slice(start + 1)}`;
    const indent = start - (Math.max(done.lastIndexOf("\n", start - 1), done.lastIndexOf("\r", start - 1)) + 1);
    return `${done.slice(0, start)}namespace: ${release.namespace}\n${" ".repeat(indent)}${done.slice(start)}`;
  }, text);
}

/** The file's name without its folder and ending; with a number where another has it. */
function freeName(path: string, taken: Set<string>): string {
  const base = (path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "").toLowerCase();
  const slug = base.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "objects";
  let name = slug;
  for (let n = 2; taken.has(name); n++) name = `${slug}-${n}`;
  taken.add(name);
  return name;
}
