// What a release brings past the vocabulary, against what the vocabulary comes to, and whether all of it fits: for this, and only for
// releases that bring something or much, the values are made during a check.

import { diagnose, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { valuesSecret } from "../knowledge/chart.ts";
import type { ChartPitfall } from "../knowledge/chart-pitfall.ts";
import { pitfallChecks } from "../knowledge/chart-pitfalls.ts";
import { chartProblems, withDefaults } from "../knowledge/chart-values.ts";
import {
  isList,
  isMap,
  type Json,
  type JsonMap,
  mapAt,
  type SchemaProblem,
  valueAt,
} from "../knowledge/json-schema.ts";
import { asFarAsKnown, asKnown } from "../model/as-far-as-known.ts";
import { type ChartLeaf, isAtOrBelow, type OwnValue, partOf } from "../model/chart-leaf.ts";
import { keysOf, pathText, pitfallsByKind, wholeProblem } from "../model/check-chart-leaf.ts";
import { checkPythonText } from "../model/check-python.ts";
import { imagesInUse } from "../model/exams-on-day.ts";
import { withUnknown } from "../model/known-model.ts";
import { isAnything, withOpen } from "../model/known-values.ts";
import type { Image, Model } from "../model/model.ts";
import { bringsValues, mayBeLarge } from "../model/own-parts.ts";
import { ownCodeOf, ownPythonFiles } from "../model/own-python.ts";
import type { Release } from "../model/release.ts";
import { utf8Length } from "../output/digest.ts";
import { fitsDockerfileVariable } from "../output/dockerfile.ts";
import { printYaml } from "../output/print-yaml.ts";
import { plainData, type YamlData } from "../output/yaml-tree.ts";
import { clash, tooLarge } from "../schema/values-diagnostics.ts";
import type { Span } from "../text/span.ts";
import type { ReadYaml } from "../text/yaml-document.ts";
import { checkOwnManifests } from "./check-own-manifests.ts";
import { vocabularyParts } from "./helm/helm-values.ts";
import { layOwnValues, type ValueClash, valuesOf } from "./helm/own-values.ts";
import { ownValuesInList, profileClashes } from "./helm/profile-list.ts";
import { pythonMountProblems } from "./helm/python-mounts.ts";
import { type PythonClash, pythonClashes } from "./helm/python-twins.ts";
import type { PulledImage } from "./helm/release-context.ts";
import { hubImage, type NamedImages } from "./hub-image/hub-image.ts";
import { imageNames } from "./image/image-files.ts";

/** What checking needs beside the model. */
export interface OwnPartsContext {
  /** Reads objects; needed only where a release brings some. */
  readonly readYaml: ReadYaml | undefined;
  readonly report: Report;
}

/** Checks the own values and objects of every release of a model that can be emitted. */
export function checkOwnParts(model: Model, { readYaml, report }: OwnPartsContext): void {
  for (const release of model.releases)
    asFarAsKnown(() => {
      if (bringsValues(release) || mayBeLarge(release)) checkValues(release, model, report);
    });
  checkOwnManifests(model, readYaml, report);
}

/** What a rule refuses to write into a Dockerfile has no tag. */
function usedImages(release: Release, { on, images }: Model): readonly Image[] {
  const used = new Set(imagesInUse(release, on));
  return images.filter((image) => used.has(image.name) && asKnown(() => image.env.every(fitsDockerfileVariable)));
}

function pulledImages(release: Release, model: Model): ReadonlyMap<string, PulledImage> {
  return new Map(
    usedImages(release, model).map((image) => [image.name, { image, ...imageNames(image, model.project) }]),
  );
}

function checkValues(release: Release, model: Model, report: Report): void {
  for (const { name, data } of ownPythonFiles(release.ownValues))
    checkPythonText(data, name, { chart: release.chart, report });
  const context = { model, release, images: pulledImages(release, model) };
  // An image with errors says nothing of hubs that run another.
  const namedImages: NamedImages = {
    get: (declared) => {
      const image = model.images.find(({ name }) => name === declared);
      return image && imageNames(image, model.project);
    },
  };
  const parts: Record<string, YamlData> = {};
  const unknownKeys: string[] = [];
  for (const [key, part] of Object.entries(vocabularyParts(context, () => hubImage(release, model, namedImages))))
    if (!asFarAsKnown(() => (parts[key] = part()))) unknownKeys.push(key);
  const ownValues = release.ownValues.filter(({ leaf }) => !unknownKeys.includes(leaf.value.path[0] ?? ""));
  const emitted = valuesOf(parts);
  const { values, clashes } = layOwnValues(emitted, release, ownValues);
  const hidden = pythonClashes(emitted, release, asKnown(() => release.ownCode) ?? ownCodeOf(release.ownValues));
  reportClashes([...oncePerTrait(clashes), ...(asKnown(() => profileClashes(context)) ?? [])], report);
  for (const pythonClash of hidden) reportPythonClash(pythonClash, report);
  const data = plainData(values);
  // Whether the rest fits follows from all that there is.
  if (release.ownOpen.some(isAnything)) return;
  // What follows is said at values of one's own.
  if (!bringsValues(release)) {
    if (unknownKeys.length + release.ownOpen.length === 0)
      checkSize(printYaml([values], { origin: release.span }).text + filesOfHub(data), release, report);
    return;
  }
  const isOpen = (path: readonly string[]) => release.ownOpen.some((open) => isAtOrBelow(open, path));
  const own = [...release.ownValues, ...ownValuesInList(context)];
  const problems = chartProblems(release.chart, data).filter(({ path }) => !isOpen(keysOf(path)));
  const [ownValueAt, everyValueAt] = [ownValueFinder(release.ownValues), ownValueFinder(own)];
  for (const problem of problems) reportProblem(problem, ownValueAt, report);
  const refused = [...clashes.map(({ own }) => own.leaf.value.path), ...problems.map(({ path }) => keysOf(path))];
  const open = [...release.ownOpen, ...refused];
  const whole = withUnknown(withOpen(withDefaults(release.chart, data), open), unknownKeys);
  for (const find of pitfallChecks())
    asFarAsKnown(() => {
      for (const pitfall of find(whole, release.chart))
        if (!(pitfall.lacks && release.umbrella !== undefined))
          reportPitfall(pitfall, { ownValueAt: everyValueAt, values: whole }, report);
    });
  asFarAsKnown(() => {
    for (const { trait, problem, span } of pythonMountProblems(whole, release))
      report(diagnose(pitfallsByKind["does-not-work"], { path: trait, problem }, { span }));
  });
  if (unknownKeys.length + open.length + hidden.length > 0) return;
  const { text } = printYaml([values], { origin: release.span });
  checkSize(text + filesOfHub(whole), release, report);
}

/** A trait that is a map is one thing, which one setting says, however many of its keys are another value. */
function oncePerTrait(clashes: readonly ValueClash[]): readonly ValueClash[] {
  const traitOf = ({ path: [hub, config, className, trait], by }: ValueClash) =>
    hub === "hub" && config === "config" && trait !== undefined ? JSON.stringify([className, trait, by]) : undefined;
  return clashes.flatMap((valueClash, i) => {
    const trait = traitOf(valueClash);
    const isOfIt = (other: ValueClash) => trait !== undefined && traitOf(other) === trait;
    if (clashes.slice(0, i).some(isOfIt)) return [];
    return clashes.slice(i + 1).some(isOfIt) ? { ...valueClash, path: valueClash.path.slice(0, 4) } : valueClash;
  });
}

function checkSize(secret: string, release: Release, report: Report): void {
  const bytes = utf8Length(secret) + valuesSecret.own;
  if (bytes <= valuesSecret.most) return;
  const size = `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  report(diagnose(tooLarge, { release: release.name, size }, { span: release.span }));
}

/** The texts of `hub.extraFiles`, which that Secret holds once more: each is a key of its own there. */
function filesOfHub(values: Json): string {
  return Object.values(isMap(values) ? mapAt(values, "hub.extraFiles") : {})
    .map((file) => (isMap(file) && typeof file["stringData"] === "string" ? file["stringData"] : JSON.stringify(file)))
    .join("");
}

function reportClashes(clashes: readonly ValueClash[], report: Report): void {
  for (const { own, path, other, by, setting } of clashes) {
    const message = by === "hubc" ? "This is what hubc writes it for." : "It is also set here.";
    const place = { span: keysSpan(own.leaf.value), related: [{ span: other, message }] };
    report(diagnose(clash, { path: pathText(path), by, setting }, place));
  }
}

function reportPythonClash({ span, path, other, setting }: PythonClash, report: Report): void {
  const related = [{ span: other, message: "This is what hubc writes it for." }];
  report(diagnose(clash, { path: pathText(path), by: "hubc", setting }, { span, related }));
}

/** The keys of a value that are written in one path. */
function keysSpan({ keys, data }: ChartLeaf): Span {
  const [last, ...before] = keys.map(({ span }) => span).reverse();
  if (last === undefined) return data.span;
  let { start } = last;
  for (const span of before) {
    if (span.file !== last.file || span.file.text.slice(span.end, start).trim() !== ".") break;
    start = span.start;
  }
  return { ...last, start };
}

/** What does not work, at the first of one's own values that it comes from, or the part of it. */
function reportPitfall(pitfall: ChartPitfall, laid: Laid, report: Report): void {
  const { paths, problem, suggestion, marks, kind = "does-not-work", otherwise } = pitfall;
  const [about] = paths.flatMap((path) => {
    const own = laid.ownValueAt(path);
    return own === undefined ? [] : [{ own, path }];
  });
  if (about === undefined) {
    if (otherwise !== undefined) reportPitfall(otherwise, laid, report);
    return;
  }
  const leaf = about.own.leaf.value;
  const part = partOf(leaf, about.path, itemsBefore(about.own, laid.values));
  const inner = about.path.length > leaf.path.length ? (part?.key ?? part?.data.span) : undefined;
  const span = (marks === "value" ? part?.data.span : inner) ?? keysSpan(leaf);
  const fixes = suggestion === undefined ? [] : [replaceFix(`Write \`${suggestion}\``, span, suggestion)];
  report(diagnose(pitfallsByKind[kind], { path: pathText(paths[0]), problem }, { span, fixes }));
}

/** A list that adds to another holds its own items after those. */
function itemsBefore({ leaf, adds }: OwnValue, values: JsonMap): number {
  const { path, data } = leaf.value;
  const whole = valueAt(values, path.join("."));
  return adds && data.kind === "list" && isList(whole) ? whole.length - data.items.length : 0;
}

interface Laid {
  readonly ownValueAt: OwnValueAt;
  /** As they come out. */
  readonly values: JsonMap;
}

/** Of one's own values, the first that lies on the way to a path, or below it. */
type OwnValueAt = (path: readonly (string | number)[]) => OwnValue | undefined;

function ownValueFinder(own: readonly OwnValue[]): OwnValueAt {
  const whole = new Map<string, number>();
  const begun = new Map<string, number>();
  const first = (places: Map<string, number>, key: string, i: number) => places.has(key) || places.set(key, i);
  for (const [i, { leaf }] of own.entries()) {
    const ways = waysOf(leaf.value.path);
    for (const way of ways) first(begun, way, i);
    first(whole, ways.at(-1) ?? "", i);
  }
  return (path) => {
    const ways = waysOf(path.map(String));
    const found = [...ways.map((way) => whole.get(way)), begun.get(ways.at(-1) ?? "")];
    const at = Math.min(...found.flatMap((i) => i ?? []));
    return Number.isFinite(at) ? own[at] : undefined;
  };
}

/** A path and all above it, from the top, as keys of a table. */
function waysOf(path: readonly string[]): readonly string[] {
  return Array.from({ length: path.length + 1 }, (_, i) => JSON.stringify(path.slice(0, i)));
}

/** What helm says of the whole, at the value of one's own that it is about. */
function reportProblem(problem: SchemaProblem, ownValueAt: OwnValueAt, report: Report): void {
  const about = ownValueAt(problem.path);
  if (about === undefined) return;
  const diagnostic = wholeProblem(problem, keysSpan(about.leaf.value));
  if (diagnostic !== undefined) report(diagnostic);
}
