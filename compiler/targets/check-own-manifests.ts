// The Kubernetes objects that releases bring: can they be read, are they objects, and is each there once?

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { secretVariables } from "../knowledge/secret-variables.ts";
import { asFarAsKnown } from "../model/as-far-as-known.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { derived, type Sourced } from "../model/sourced.ts";
import { spanInText } from "../model/span-in-text.ts";
import {
  noObject,
  otherNamespace,
  sameObject,
  secretData,
  unfitField,
  unknownKind,
  unreadableManifest,
} from "../schema/manifest-diagnostics.ts";
import { secretInClear } from "../schema/secret-diagnostics.ts";
import type { ManifestText } from "../schema/values/manifest-text.ts";
import type { Span } from "../text/span.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { needsReader, type OwnObject, objectsIn } from "./kubernetes/own-manifests.ts";
import { releaseManifests } from "./release-manifests.ts";

/** An object that is known, by its id: who brings it. */
interface Known {
  readonly by: "hubc" | "manifest";
  readonly release: string;
  readonly span: Span;
}

/** Checks the objects of all releases; those on one cluster share what belongs to the whole of it. */
export function checkOwnManifests(model: Model, given: ReadYaml | undefined, report: Report): void {
  const clusters = new Map<string, Map<string, Known>>();
  for (const release of model.releases) {
    asFarAsKnown(() => {
      if (release.ownManifests.length === 0) return;
      const readYaml = needsReader(given);
      const objects = release.ownManifests.flatMap((manifest) => read(manifest, release, { readYaml, report }));
      for (const object of objects) checkObject(object, release, report);
      const known = clusters.get(release.provider.name) ?? new Map<string, Known>();
      clusters.set(release.provider.name, known);
      for (const [id, span] of idsOf(release, model, readYaml))
        known.set(id, { by: "hubc", release: release.name, span });
      for (const object of objects) checkOnce(object, release, known, report);
    });
  }
}

/** What hubc writes beside the chart. */
function idsOf(release: Release, model: Model, readYaml: ReadYaml): [string, Span][] {
  const files = releaseManifests(release, model).filter(({ path }) => path.includes("/manifests/"));
  return files.flatMap(({ text }) => {
    const yamlRead = readYaml(text);
    if (!("documents" in yamlRead)) throw new Error("invariant: hubc writes YAML that can be read");
    const holder = derived({ path: undefined, text }, release.span, release.name);
    return objectsIn(holder, yamlRead.documents, release.namespace).flatMap((object): [string, Span][] =>
      "needs" in object ? [] : [[object.id, release.span]],
    );
  });
}

function read(
  manifest: Sourced<ManifestText>,
  release: Release,
  { readYaml, report }: { readonly readYaml: ReadYaml; readonly report: Report },
): OwnObject[] {
  const { span } = manifest;
  const yamlRead = readYaml(manifest.value.text);
  if ("problem" in yamlRead) {
    const { reason, line } = yamlRead.problem;
    report(diagnose(unreadableManifest, { reason, place: placeOf(manifest, line) }, { span }));
    return [];
  }
  const objects = objectsIn(manifest, yamlRead.documents, release.namespace);
  if (objects.length === 0)
    report(diagnose(noObject, { needs: "to be there: it is empty", place: `in ${fileOf(manifest)}` }, { span }));
  return objects.flatMap((object) => {
    if (!("needs" in object)) return [object];
    report(diagnose(noObject, { needs: object.needs, place: `(${placeOf(manifest, object.line)})` }, { span }));
    return [];
  });
}

function checkObject(object: OwnObject, release: Release, report: Report): void {
  const { manifest, namespace, hasValues } = object;
  const { span } = manifest;
  const words = wordsFor(object);
  if (namespace !== undefined && namespace !== release.namespace)
    report(diagnose(otherNamespace, { ...words, namespace, release: release.namespace }, { span }));
  if (hasValues) report(diagnose(secretData, words, { span }));
  reportSecrets(object, report);
  reportProblems(object, words.object, report);
}

function wordsFor({ kind, name, manifest, document }: OwnObject): { readonly object: string; readonly place: string } {
  return { object: `\`${kind} ${name}\``, place: placeOf(manifest, document.line) };
}

/** What a cluster holds is there once; `known` is what it holds so far. */
function checkOnce(object: OwnObject, release: Release, known: Map<string, Known>, report: Report): void {
  const { span } = object.manifest;
  const { id } = object;
  const other = known.get(id);
  if (other === undefined) {
    known.set(id, { by: "manifest", release: release.name, span });
    return;
  }
  const by = other.release === release.name ? other.by : "release";
  report(
    diagnose(
      sameObject,
      { ...wordsFor(object), by },
      { span, related: [{ span: other.span, message: "The other one is from here." }] },
    ),
  );
}

/** Variables that hold a secret in clear, as their names say: in containers, and in a ConfigMap that gives them to some. */
function reportSecrets(object: OwnObject, report: Report): void {
  for (const { path, name, value } of secretVariables(object.document.value)) {
    const { span, place } = placeInObject(object, path);
    const instead = `take it from a Secret of the cluster, by \`valueFrom\` with a \`secretKeyRef\` (${place})`;
    report(diagnose(secretInClear, { path: name, instead }, { span, hidden: [value] }));
  }
}

function placeInObject({ manifest, document }: OwnObject, path: readonly (string | number)[]) {
  const at = placeIn(document, path);
  const line = at === undefined ? document.line : manifest.value.text.slice(0, at.start).split("\n").length;
  const span = (manifest.value.path === undefined && at && spanInText(manifest.span, at)) || manifest.span;
  return { span, place: placeOf(manifest, line) };
}

/** What Kubernetes itself does not take of it, at its place in the text. */
function reportProblems(own: OwnObject, object: string, report: Report): void {
  for (const { kind, path, message } of own.document.problemsOf(own.document.value)) {
    const { span, place } = placeInObject(own, path);
    const words = { problem: message, place };
    report(
      kind === "kind" ? diagnose(unknownKind, words, { span }) : diagnose(unfitField, { ...words, object }, { span }),
    );
  }
}

/** The place of a path, or of what is nearest above it. */
function placeIn({ placeOf }: OwnObject["document"], path: readonly (string | number)[]): ReturnType<typeof placeOf> {
  for (let length = path.length; length > 0; length--) {
    const found = placeOf(path.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeOf(manifest: Sourced<ManifestText>, line: number): string {
  return `line ${line} of ${fileOf(manifest)}`;
}

function fileOf({ value }: Sourced<ManifestText>): string {
  return value.path === undefined ? "this text" : `\`${value.path}\``;
}
