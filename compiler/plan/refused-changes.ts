// What of a build can't follow on an earlier one: changes that the API server refuses, and work that would be left behind.

import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isSameValue } from "../knowledge/chart-restarts.ts";
import { type Json, type JsonMap, valueAt } from "../knowledge/json-schema.ts";
import { quantityIn } from "../knowledge/kubernetes-amounts.ts";
import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import { type HubAndStage, hubAndStageOf, releaseFolder } from "../model/release-folder.ts";
import type { OutputFile } from "../output/output-file.ts";
import type { ReadYaml, YamlDocument } from "../text/yaml-document.ts";
import { documentsOf, hubsPart, isCompared, isValues, mapIn, nameOf, objectWords, placeOf } from "./cluster-objects.ts";
import { digest, movedWords } from "./fact-words.ts";
import type { ProgramFacts } from "./facts.ts";
import { homePlace, nowhere } from "./home-place.ts";
import { placeKey } from "./hub-facts.ts";
import { type ImmutableChange, immutableChanges } from "./immutable-fields.ts";
import { type Place, placesOf } from "./places.ts";
import {
  databaseElsewhere,
  folderElsewhere,
  homesElsewhere,
  immutableField,
  namesDiffer,
  otherRelease,
} from "./plan-diagnostics.ts";

/** What is known of an earlier build. */
export interface EarlierBuilt {
  /** Undefined where it says none: an older hubc made it. */
  readonly facts: ProgramFacts | undefined;
  /** Values and objects, by the paths of their files. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A build that would follow on it. */
export interface NextBuilt {
  readonly model: Model;
  readonly facts: ProgramFacts;
  readonly files: readonly OutputFile[];
}

export interface RefusedChanges {
  readonly findings: readonly WorkFinding[];
  /** What would be refused, and the program says that it was moved. */
  readonly moved: readonly WorkFinding[];
}

/**
 * Compares an earlier build with a new one. An object is the same where kind, namespace and name are, whichever file it stands in. What
 * only one of the builds has is no change here.
 */
export function refusedChanges(earlier: EarlierBuilt, next: NextBuilt, readYaml: ReadYaml): RefusedChanges {
  const objects = objectFindings(earlier.texts, next.files, readYaml);
  const places = placeFindings(earlier.facts, next).filter(
    (place) => !objects.some((finding) => follows(place, finding)),
  );
  const findings = [...objects, ...places];
  const moved = findings.filter((finding) => isMoved(finding, next.model));
  return { findings: findings.filter((finding) => !moved.includes(finding)), moved };
}

/** Does a place differ for no other reason than that its volume does? That is reported of the volume. */
function follows(place: WorkFinding, volume: WorkFinding): boolean {
  if (place.hub !== volume.hub || place.stage !== volume.stage) return false;
  return place.is !== place.was && place.was.replace(volume.was, volume.is) === place.is;
}

function isMoved({ hub, stage, was, is }: WorkFinding, { releases }: Model): boolean {
  const release = releases.find((release) => release.hub === hub && release.stage === stage);
  return release?.moved.some(({ from, to }) => from.value === was && to.value === is) === true;
}

function objectFindings(
  earlier: ReadonlyMap<string, string>,
  files: readonly OutputFile[],
  readYaml: ReadYaml,
): readonly WorkFinding[] {
  const changed = files.filter(({ path, text }) => isCompared(path) && earlier.get(path) !== text);
  const before = new Map<string, JsonMap>();
  for (const [path, text] of changed.length === 0 ? [] : earlier) {
    if (isValues(path)) continue;
    for (const document of documentsOf(text, readYaml)) {
      const object = mapIn(document);
      if (object !== undefined) before.set(nameOf(object), object);
    }
  }
  return changed.flatMap((file) => {
    const place = hubAndStageOf(file.path);
    if (place === undefined) return [];
    if (!isValues(file.path)) return refusedIn({ file, place, before }, readYaml);
    const objects = [earlier, new Map(files.map(({ path, text }) => [path, text]))].map((texts) =>
      objectsOf(texts, place, readYaml),
    );
    return valuesFindings({ file, place, earlier: earlier.get(file.path), objects }, readYaml);
  });
}

/** The objects of a release. */
function objectsOf(texts: ReadonlyMap<string, string>, place: HubAndStage, readYaml: ReadYaml): readonly JsonMap[] {
  const folder = `${releaseFolder(place)}/manifests/`;
  return [...texts]
    .flatMap(([path, text]) => (path.startsWith(folder) ? documentsOf(text, readYaml) : []))
    .map(mapIn)
    .filter((object) => object !== undefined);
}

interface ChangedObjects {
  readonly file: OutputFile;
  readonly place: HubAndStage;
  readonly before: ReadonlyMap<string, JsonMap>;
}

function refusedIn({ file, place, before }: ChangedObjects, readYaml: ReadYaml): WorkFinding[] {
  return documentsOf(file.text, readYaml).flatMap((document): WorkFinding[] => {
    const object = mapIn(document);
    const earlier = object && before.get(nameOf(object));
    if (object === undefined || earlier === undefined) return [];
    const [change] = immutableChanges(earlier, object);
    const span = change && placeOf(file, document, change.path);
    if (change === undefined || span === undefined) return [];
    const isSecret = object["kind"] === "Secret";
    const [was, is] = [change.before, change.after].map((value) => (isSecret ? "another" : shown(value)));
    if (was === undefined || is === undefined) return [];
    const parameters = {
      object: objectWords(object),
      field: change.path.join("."),
      was: change.before === undefined || isSecret ? was : `\`${was}\``,
      way: wayOf(object, change, movedWords({ was, is })),
    };
    return [{ ...place, was, is, diagnostic: diagnose(immutableField, parameters, { span }) }];
  });
}

function wayOf({ kind }: JsonMap, { reason }: ImmutableChange, moved: string): string {
  if (reason === "shrinks")
    return "A claim grows and never shrinks: keep the size, or give the storage another name and copy the work.";
  if (reason === "size-of-made-volume")
    return "A claim on a volume that was there before keeps its size, which limits nothing: keep it, and let the share itself grow.";
  if (kind === "PersistentVolume" || kind === "PersistentVolumeClaim" || kind === "StorageClass")
    return `Give the storage another name, which makes a volume and a claim of their own, and copy the work there; or delete the old objects, which keep nothing, and say ${moved} in the hub.`;
  return `Give the object another name, or delete the old one and say ${moved} in the hub.`;
}

function shown(value: Json | undefined): string {
  if (value === undefined) return "not there";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

interface ChangedValues {
  readonly file: OutputFile;
  readonly place: HubAndStage;
  readonly earlier: string | undefined;
  /** Before and after. */
  readonly objects: readonly (readonly JsonMap[])[];
}

/** Homes and the hub's database. */
function valuesFindings({ file, place, earlier, objects }: ChangedValues, readYaml: ReadYaml): WorkFinding[] {
  if (earlier === undefined) return [];
  const [was, is] = [earlier, file.text].map((text) => documentsOf(text, readYaml)[0]);
  const [before, after] = [was, is].map((document) => document && mapIn(document));
  if (is === undefined || before === undefined || after === undefined) return [];
  const release = `${place.hub}-${place.stage}`;
  const homes = [before, after].map((values, i) => homePlace(values, objects[i] ?? []));
  const database = databaseChange(before, after);
  const at = spanOf(file, is, after);
  const found = [
    ...movedHomes(homes).map((moved) => ({
      ...moved,
      span: at("singleuser.storage"),
      make: (span: Span) => diagnose(homesElsewhere, { release, ...moved }, { span }),
    })),
    ...(database === undefined
      ? []
      : [
          {
            ...database,
            span: at(database.field),
            make: (span: Span) => diagnose(databaseElsewhere, { release, ...database }, { span }),
          },
        ]),
  ];
  return found.flatMap(({ was, is, span, make }): WorkFinding[] =>
    span === undefined ? [] : [{ ...place, was, is, diagnostic: make(span) }],
  );
}

type Span = Diagnostic["span"];

/** Of a volume that changes under one claim, the object's own change is reported. Homes that nothing kept leave nothing behind. */
function movedHomes([before, after]: readonly (ReturnType<typeof homePlace> | undefined)[]): readonly {
  readonly was: string;
  readonly is: string;
}[] {
  if (before === undefined || after === undefined || before.where === nowhere) return [];
  if (before.name === after.name || before.where === after.where) return [];
  return [{ was: before.where, is: after.where }];
}

/** The place in the program of a value of the chart. */
function spanOf(file: OutputFile, document: YamlDocument, values: JsonMap): (field: string) => Span | undefined {
  const { path } = hubsPart(values);
  return (field) => {
    const keys = field.split(".");
    const known = keys.filter((_, i) => valueAt(hubsPart(values).values, keys.slice(0, i + 1).join(".")) !== undefined);
    return placeOf(file, document, [...path, ...known]);
  };
}

/** Places of work that are others than before. Nothing where the earlier build does not say its facts. What only one of them has is no change here. */
function placeFindings(
  earlier: ProgramFacts | undefined,
  { model, facts }: { readonly model: Model; readonly facts: ProgramFacts },
): readonly WorkFinding[] {
  const usernames = placeKey("people's names");
  return model.releases.flatMap((release) => {
    const before = factsIn(earlier, release);
    const names = factsIn(facts, release)?.[usernames];
    if (before === undefined) return [];
    return placesOf(release, typeof names === "string" ? names : undefined).flatMap((place): WorkFinding[] => {
      const was = before[placeKey(place.of)];
      if (typeof was !== "string" || was === place.where) return [];
      const { hub, stage } = release;
      return [{ hub, stage, was, is: place.where, diagnostic: finding(place, was, release) }];
    });
  });
}

function factsIn(facts: ProgramFacts | undefined, { hub, stage }: Release) {
  return facts?.subjects.find((subject) => subject.kind === "hub" && subject.name === hub && subject.stage === stage)
    ?.facts;
}

function finding({ kind, of, where, span }: Place, was: string, { name }: Release): Diagnostic {
  const change = { what: of, release: name, was, is: where };
  if (kind === "release") return diagnose(otherRelease, change, { span });
  return kind === "names" ? diagnose(namesDiffer, change, { span }) : diagnose(folderElsewhere, change, { span });
}

/** `was` and `is` are what `moved` of the hub would say. */
export interface WorkFinding extends HubAndStage {
  readonly was: string;
  readonly is: string;
  readonly diagnostic: Diagnostic;
}

/** Changes of the hub's own database that lose what is in it, or that its claim can't follow. */
interface DatabaseChange {
  /** A value of the chart. */
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

/** What stands where nothing is said (chart 4.4.0, values.yaml). */
const defaults: Readonly<Record<string, Json>> = { "hub.db.type": "sqlite-pvc", "hub.db.pvc.storage": "1Gi" };

/** The first change that can't follow; a claim that grows can. */
function databaseChange(before: JsonMap, after: JsonMap): DatabaseChange | undefined {
  const sides = [hubsPart(before).values, hubsPart(after).values] as const;
  const at = (field: string) => sides.map((values) => valueAt(values, field) ?? defaults[field]);
  const onClaim = at("hub.db.type").every((type) => type === "sqlite-pvc");
  const fields = onClaim
    ? ["hub.db.pvc.storageClassName", "hub.db.pvc.accessModes", "hub.db.pvc.selector", "hub.db.pvc.subPath"]
    : ["hub.db.type", "hub.db.url"];
  for (const field of fields) {
    const [was, is] = at(field);
    if (!isSameValue(was, is)) return { field, was: fieldShown(field, was), is: fieldShown(field, is) };
  }
  if (!onClaim) return undefined;
  const [was, is] = at("hub.db.pvc.storage");
  const [had, has] = [quantityIn(was), quantityIn(is)];
  if (had === undefined || has === undefined || has >= had) return undefined;
  return { field: "hub.db.pvc.storage", was: String(was), is: String(is) };
}

/** An address of a database may hold a password. */
function fieldShown(field: string, value: Json | undefined): string {
  if (value === undefined) return "the default";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return field === "hub.db.url" ? `another address (${digest(text)})` : text;
}
