// Every check that hubc has for values of the chart, on the values of a hub that exists: found where they are written.

import { type Diagnostic, diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { reportedOnce } from "../diagnostics/reported-once.ts";
import type { ChartPitfall } from "../knowledge/chart-pitfall.ts";
import { pitfallChecks, takenOut } from "../knowledge/chart-pitfalls.ts";
import { chartProblems, withDefaults } from "../knowledge/chart-values.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import { parseImageReference } from "../knowledge/image-reference.ts";
import {
  isMap,
  type Json,
  type JsonMap,
  type JsonPath,
  type SchemaProblem,
  valueAt,
} from "../knowledge/json-schema.ts";
import { pastedTag, whyTagMoves } from "../knowledge/moving-tags.ts";
import { type ChartLeaf, isAtOrBelow, jsonOf } from "../model/chart-leaf.ts";
import { checkChartLeaf, isVariable, pathText, pitfallsByKind, wholeProblem } from "../model/check-chart-leaf.ts";
import type { ChartMap } from "../schema/values/chart-data.ts";
import { pitfall, unknownClass, unknownKey, unknownTrait } from "../schema/values-diagnostics.ts";
import { readPythonConfig } from "../syntax/python/python-settings.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { listReplaced, movingTag, strayKey } from "./audit-diagnostics.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkCourseFolders } from "./check-course-folders.ts";
import { checkGrants } from "./check-grants.ts";
import { checkImageFiles } from "./check-image-folders.ts";
import { checkPartDepth } from "./check-part-depth.ts";
import { checkProfiles } from "./check-profiles.ts";
import { checkSecrets } from "./check-secrets.ts";
import { checkServerTexts } from "./check-server-texts.ts";
import { checkShared, type SharedHub } from "./check-shared.ts";
import { checkListedPeople, checkSignIn } from "./check-sign-in.ts";
import { pastDate } from "./course-grants-diagnostics.ts";
import { isEncrypted, isNearEncrypted, readableValues, withoutSops } from "./encrypted-values.ts";
import { hubCode, hubPieces } from "./hub-code.ts";
import { chartKeyOf, checkUnreadKeys, type HubFiles, isOldPython, nested, strayKeys } from "./hub-values.ts";
import { layerValues, type ReplacedList } from "./layer-values.ts";
import { readValues } from "./read-values.ts";
import { leavesOf, mapOfValues, placeAt, withoutPaths } from "./value-places.ts";

export interface AuditedHub {
  readonly name: string;
  /** How many values of the chart its files set. */
  readonly leaves: number;
}

/** All that is wrong with the values of some hubs, and with the files of `images`. `today`: a day as `2026-11-29`, for dates that are past. A finding in a file that several hubs share is reported once. */
export function auditHubs(
  hubs: readonly HubFiles[],
  { today, images = [] }: { readonly today?: string; readonly images?: readonly SourceFile[] } = {},
): {
  readonly diagnostics: readonly Diagnostic[];
  readonly audited: readonly AuditedHub[];
} {
  const diagnostics: Diagnostic[] = [];
  // Two things may be wrong with what one place lacks.
  const report = reportedOnce((diagnostic) => diagnostics.push(diagnostic), { several: true });
  const read = readEach(hubs, report);
  for (const file of new Set(hubs.flatMap(({ layoutFiles }) => layoutFiles ?? []))) readValues(file, report);
  const sound: SharedHub[] = [];
  const audited = hubs.flatMap((hub) => {
    const found = auditHub(hub, read, report);
    if (found !== undefined) sound.push({ name: hub.name, values: found.values, mayBeLayer: hub.mayBeLayer ?? false });
    return found === undefined ? [] : [{ name: hub.name, leaves: found.leaves }];
  });
  checkShared(sound, report);
  if (today !== undefined) for (const file of read.keys()) checkPastDates(file, today, report);
  checkImageFiles(images, report);
  return { diagnostics, audited };
}

type Read = ReadonlyMap<SourceFile, ChartMap | undefined>;

/** Each file once, however many hubs have it. */
function readEach(hubs: readonly HubFiles[], report: Report): Read {
  const files = new Set(hubs.flatMap((hub) => hub.files.map(({ file }) => file)));
  return new Map([...files].map((file) => [file, readValues(file, report)]));
}

function auditHub(
  hub: HubFiles,
  read: Read,
  report: Report,
): { readonly leaves: number; readonly values: ChartMap } | undefined {
  const files = hub.files.flatMap(({ file, under }) => {
    const values = read.get(file);
    return values === undefined ? [] : [nested(withoutSops(values), under)];
  });
  if (files.length < hub.files.length) return undefined;
  const { values: layered, replaced } = layerValues(files);
  const all = withoutPaths(
    layered,
    (hub.filledIn ?? []).filter((path) => isOpen(layered, path)),
  );
  const key = chartKeyOf(all);
  if (key === undefined) return undefined;
  for (const entry of strayKeys(all, key))
    report(diagnose(strayKey, { key: entry.key, under: key.join(".") }, { span: entry.keySpan }));
  for (const replacedList of replaced) reportReplaced(replacedList, key, report);
  checkSecrets(all, report);
  checkUnreadKeys(all, hub.charts ?? [], report);
  checkPartDepth(all, report);
  const values = mapOfValues(all, key);
  const leaves = leavesOf(values);
  const ofHub = knownToPython(values, hub.isOlder === true ? withoutUnknownKeys(report) : report);
  const check = { chart: hub.chart, report: ofHub, exists: true };
  const unsound = leaves.filter(
    (leaf) =>
      !isEncrypted(leaf.data) &&
      (isVariable(leaf) || isOfOlder(leaf, hub) || checkChartLeaf(leaf, check) !== undefined),
  );
  checkImages(values, report);
  checkListedPeople(values, report);
  checkProfiles(values, hub.chart, report);
  checkServerTexts(values, report);
  checkCourseFolders(values, report);
  checkWorkingFolder(values, report);
  const { chart, mayHaveMore = false, isOlder = false } = hub;
  checkWhole(values, { chart, mayHaveMore, isOlder, unsound: unsound.map(({ path }) => path), report });
  checkGrants(values, report);
  return { leaves: leaves.length, values: all };
}

/** Python as older charts take it. */
function isOfOlder({ path, data }: ChartLeaf, { isOlder }: HubFiles): boolean {
  return isOlder === true && path.join(".") === "hub.extraConfig" && isOldPython(data);
}

/** What an older chart has, a newer one may have taken out. */
function withoutUnknownKeys(report: Report): Report {
  return (diagnostic) => {
    if (diagnostic.code !== unknownKey.code) report(diagnostic);
  };
}

/** Is the image at a path one without a name or a tag yet? */
function isOpen(values: ChartMap, path: readonly string[]): boolean {
  const parts = ["name", "tag"].map((part) => placeAt(values, [...path, part])?.data);
  return parts.some((data) => data === undefined || (data.kind === "scalar" && data.value === null));
}

interface Whole {
  readonly chart: Chart;
  readonly mayHaveMore: boolean;
  /** What the chart has no longer, one before it may have. */
  readonly isOlder: boolean;
  /** Paths of values with an error, which are known by it alone. */
  readonly unsound: readonly (readonly string[])[];
  readonly report: Report;
}

/** What follows from several values together, as far as they are known. */
function checkWhole(values: ChartMap, { chart, mayHaveMore, isOlder, unsound, report }: Whole): void {
  const isKnown = (path: JsonPath) =>
    !isNearEncrypted(values, path) && !unsound.some((one) => isBelowOrAbove(path.map(String), one));
  const data = jsonOf(withoutPaths(readableValues(values), unsound));
  const problems = chartProblems(chart, data).filter(
    (schemaProblem) => isKnown(schemaProblem.path) && !isFileToCome(schemaProblem, data),
  );
  for (const problem of problems) {
    const diagnostic = wholeProblem(problem, nearestSpan(values, problem.path));
    if (diagnostic !== undefined) report(diagnostic);
  }
  // What does not fit is not looked at further, and all else is.
  const unfit = problems.map(({ path }) => path.map(String)).filter((path) => path.length > 0);
  if (unfit.length < problems.length) return;
  const isFit = (path: JsonPath) => isKnown(path) && !unfit.some((one) => isBelowOrAbove(path.map(String), one));
  const whole = withDefaults(chart, jsonOf(withoutPaths(readableValues(values), [...unsound, ...unfit])));
  const isJudged = ({ kind, paths, problem }: ChartPitfall) =>
    !(mayHaveMore && kind === "lacking") && !(isOlder && problem === takenOut) && paths.every(isFit);
  for (const find of pitfallChecks())
    for (const pitfall of find(whole, chart)) if (isJudged(pitfall)) reportPitfall(pitfall, values, report);
  checkAddresses(values, whole, report);
  if (unfit.some(([hub]) => hub === "hub")) return;
  if (!unsound.some(([hub, config]) => hub === "hub" && config === "config")) checkSignIn(values, whole, report);
}

/** What a file holds may come by `helm --set-file hub.extraFiles.NAME.stringData=FILE` (chart 4.4.0, schema, `extraFiles`). */
function isFileToCome({ kind, path }: SchemaProblem, data: Json): boolean {
  if (kind !== "one-of" || path.at(-2) !== "extraFiles") return false;
  const file = isMap(data) ? valueAt(data, path.join(".")) : undefined;
  return (
    isMap(file ?? null) && !["data", "stringData", "binaryData"].some((key) => Object.hasOwn(file as JsonMap, key))
  ); // a map, as just asked
}

function isBelowOrAbove(path: readonly string[], other: readonly string[]): boolean {
  return isAtOrBelow(path, other) || isAtOrBelow(other, path);
}

/** What does not work, at the first of the values that are written. */
function reportPitfall(pitfall: ChartPitfall, values: ChartMap, report: Report): void {
  const { paths, problem, marks, otherwise } = pitfall;
  const written = paths.find((path) => placeAt(values, path) !== undefined);
  if (written === undefined) {
    if (otherwise !== undefined) reportPitfall(otherwise, values, report);
    return;
  }
  const place = placeAt(values, written);
  const span = (marks === "value" ? place?.data.span : place?.key) ?? nearestSpan(values, written);
  report(diagnose(pitfallsByKind[pitfall.kind ?? "does-not-work"], { path: pathText(paths[0]), problem }, { span }));
}

/** The place of the last key of a path that is written. */
function nearestSpan(values: ChartMap, path: JsonPath): Span {
  for (let length = path.length; length > 0; length--) {
    const place = placeAt(values, path.slice(0, length));
    if (place !== undefined) return place.key ?? place.data.span;
  }
  return values.span;
}

function checkImages(values: ChartMap, report: Report): void {
  const json = jsonOf(values) as JsonMap; // the data of a map
  for (const path of [
    ["singleuser", "image"],
    ["hub", "image"],
  ]) {
    const [name, tag] = ["name", "tag"].map((key) => valueAt(json, [...path, key].join(".")));
    const place = placeAt(values, [...path, "tag"]);
    if (typeof name !== "string" || typeof tag !== "string" || place === undefined) continue;
    const twice = pastedTag(`${name}:${tag}`);
    if (twice !== undefined)
      report(diagnose(pitfall, { path: [...path, "tag"].join("."), problem: twice }, { span: place.data.span }));
    const image = parseImageReference(`${name}:${tag}`);
    const why = image && whyTagMoves(image);
    if (why !== undefined) report(diagnose(movingTag, { image: `${name}:${tag}`, why }, { span: place.data.span }));
  }
}

/** Lists of people, and of what every server gets: whoever adds to the inherited one means all hubs. */
const commonLists =
  /(?:admin_users|allowed_users|blocked_users|allowed_organizations|extraVolumes|extraVolumeMounts|initContainers|extraContainers|scopes)$/;

function reportReplaced({ path, before, after, key }: ReplacedList, chartKey: readonly string[], report: Report): void {
  if (!commonLists.test(path.at(-1) ?? "")) return;
  const kept = new Set(after.items.map((item) => JSON.stringify(jsonOf(item))));
  const lost = before.items.filter((item) => !kept.has(JSON.stringify(jsonOf(item))));
  const [first] = lost;
  if (first === undefined) return;
  const shown = first.kind === "scalar" ? `\`${String(first.value)}\`` : "what it lists";
  const words = lost.length === 1 ? shown : first.kind === "scalar" ? `${shown} and ${lost.length - 1} more` : shown;
  const related = [{ span: before.span, message: "The list that no longer holds." }];
  const at = pathText(path.slice(chartKey.length));
  report(diagnose(listReplaced, { path: at, lost: words, file: before.span.file.path }, { span: key, related }));
}

// Where servers begin, by the hub's own Python, and where the homes are mounted: the two come apart where an image has another user.

/** Only what is set for sure, the last of it, is looked at. */
function checkWorkingFolder(values: ChartMap, report: Report): void {
  const home = placeAt(values, ["singleuser", "storage", "homeMountPath"]);
  if (home?.data.kind !== "scalar" || typeof home.data.value !== "string") return;
  const settings = hubPieces(values).flatMap(({ text }) =>
    text.includes("working_dir") ? readPythonConfig(text).settings : [],
  );
  const last = settings.findLast(({ className, trait }) => /Spawner$/.test(className) && trait === "working_dir");
  const folder = last?.value;
  if (typeof folder !== "string" || !folder.startsWith("/home/") || folder.includes("{")) return;
  if (`${folder}/`.startsWith(`${home.data.value.replace(/\/$/, "")}/`)) return;
  const problem = `is \`${home.data.value}\`, and the hub's Python has servers begin in \`${folder}\`, which is not below it: what people open and save there is no home`;
  report(diagnose(pitfall, { path: "singleuser.storage.homeMountPath", problem }, { span: home.data.span }));
}

const ending =
  /^[ \t]*#[^\n]*\b(?:end(?:s| date)?|expires?(?: on)?|remove (?:after|on|by)|valid until|until)\b:?[ \t]*(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})\b/gim;

/** `today`: a day as `2026-11-29`. Days of months come after months, as the forms of hubs in the United States write them. */
function checkPastDates(file: SourceFile, today: string, report: Report): void {
  for (const match of file.text.matchAll(ending)) {
    const [whole, date = ""] = match;
    const [month = "", day = "", year] = date.split("/");
    const iso = year === undefined ? date : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (iso >= today) continue;
    const end = match.index + whole.length;
    report(diagnose(pastDate, { date }, { span: { file, start: end - date.length, end } }));
  }
}

// Classes and traits that the hub's own Python brings: no table has them, and a finding that they are unknown would be false.

/** Traits of one sign-in that no other has: where they stand under another, a hub was moved from one to the other (oauthenticator 17.4). */
const traitsOfOthers: ReadonlySet<string> = new Set(["allowed_domains", "allowed_idps", "allowed_organizations"]);

/** Reports as `report` does, but for what the Python of the values, or an image of the hub's own, may well define. */
function knownToPython(values: ChartMap, report: Report): Report {
  const code = hubCode(values);
  const ownImage = placeAt(values, ["hub", "image", "name"]) !== undefined;
  const defines = (name: string) =>
    new RegExp(`\\bclass ${name}\\b|\\bimport\\b.*\\b${name}\\b|^\\s+${name}\\s*=\\s*[A-Z]\\w*\\(`, "m").test(code);
  return (diagnostic) => {
    const { span, fixes } = diagnostic;
    const [name] = /\w+$/.exec(span.file.text.slice(span.start, span.end).replace(/\s*=[\s\S]*$/, "")) ?? [];
    const isTrait = diagnostic.code === unknownTrait.code;
    const isClass = diagnostic.code === unknownClass.code;
    if ((isTrait || isClass) && name !== undefined && defines(name)) return;
    // An image of one's own brings classes, and later versions, of its own; a slip of a known name is still one.
    if ((isClass || (isTrait && !traitsOfOthers.has(name ?? ""))) && ownImage && fixes.length === 0) return;
    report(diagnostic);
  };
}
