// One value of the chart against what the chart and JupyterHub take, where it is written: keys, types, traits, Python.

import { type Diagnostic, diagnose, type Fix, offerFix, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { bytesIn } from "../knowledge/byte-specification.ts";
import { chartDefault, chartValueProblems } from "../knowledge/chart-values.ts";
import type { Chart } from "../knowledge/charts/charts.ts";
import {
  knownClasses,
  otherClasses,
  traitComplaint,
  traitsOf,
  unfitForChart,
  unfitForConfig,
} from "../knowledge/hub-traits.ts";
import { describeJson, type Json, type JsonPath, type SchemaProblem } from "../knowledge/json-schema.ts";
import { secretInClear } from "../schema/secret-diagnostics.ts";
import { type ChartData, printPath } from "../schema/values/chart-data.ts";
import {
  incomplete,
  lacking,
  movingImage,
  noEffect,
  pitfall,
  secretValue,
  unfitTrait,
  unknownClass,
  unknownKey,
  unknownTrait,
  wrongValue,
} from "../schema/values-diagnostics.ts";
import { closest } from "../text/edit-distance.ts";
import type { Span } from "../text/span.ts";
import { type ChartLeaf, jsonOf, partOf, takesSecret } from "./chart-leaf.ts";
import { checkPythonText } from "./check-python.ts";
import { hasKey, hasTrait, laterChart } from "./later-chart.ts";
import { meantClass, meantTrait } from "./names-meant.ts";
import { writtenSecrets } from "./written-secrets.ts";

/** What a value is checked by, and where to report. */
export interface ChartCheck {
  readonly chart: Chart;
  readonly report: Report;
  /** The value stands in a values file that exists: nothing is compiled into it, and a `null` takes a default away. */
  readonly exists?: boolean;
}

/**
 * Reports what is wrong with a value in itself, and gives the path of what is not known then; nothing where there is no error. A misspelt key
 * was meant for what it is most like.
 */
export function checkChartLeaf(leaf: ChartLeaf, check: ChartCheck): readonly string[] | undefined {
  const { chart, report, exists = false } = check;
  if (exists && (isRemoved(leaf, chart) || isFilledInLater(leaf))) return undefined;
  const secret = checkSecrets(leaf, { report });
  if (secret !== undefined) return secret;
  const [problem] = [...chartValueProblems(chart, leaf.path, jsonOf(leaf.data)), ...stricter(leaf)];
  if (problem !== undefined) return reportProblem(problem, leaf, { chart, report });
  if (isBelow(leaf, "config")) return checkTrait(leaf, check);
  return !isBelow(leaf, "extraConfig") || checkPython(leaf, { chart, report }) ? undefined : leaf.path;
}

function isRemoved({ path, data }: ChartLeaf, chart: Chart): boolean {
  return data.kind === "scalar" && data.value === null && chartDefault(chart, path) !== undefined;
}

/** A text that is a variable of a shell: what stands there is known where it is filled in. */
export function isVariable({ data }: ChartLeaf): boolean {
  return data.kind === "scalar" && typeof data.value === "string" && /^\$\{\w+\}$/.test(data.value);
}

/** What is left for later: such a variable, and Python or an application's names that are empty for `helm --set-file` and `--set`. */
function isFilledInLater(leaf: ChartLeaf): boolean {
  const { path, data } = leaf;
  if (data.kind !== "scalar") return false;
  if (isVariable(leaf)) return true;
  const [hub, part, , trait = ""] = path;
  const isEmptied = part === "extraConfig" || (part === "config" && /^client_(?:id|secret)$/.test(trait));
  return data.value === null && hub === "hub" && isEmptied && path.length >= 3;
}

function isBelow({ path }: ChartLeaf, part: string): boolean {
  return path[0] === "hub" && path[1] === part && path.length > 2;
}

/** Reports secrets that are written out, or stand where nothing would fill them in; the value's path where there is one. */
export function checkSecrets(leaf: ChartLeaf, { report }: Pick<ChartCheck, "report">): readonly string[] | undefined {
  if (leaf.data.kind === "secret" && takesSecret(leaf.path)) return undefined;
  const spans = secretsIn(leaf.data);
  for (const span of spans) report(diagnose(secretValue, { path: printPath(leaf.path) }, { span }));
  const written = writtenSecrets(leaf);
  for (const { span, hidden, ...words } of written)
    report(diagnose(secretInClear, words, { span, ...(hidden && { hidden }) }));
  return spans.length + written.length > 0 ? leaf.path : undefined;
}

function secretsIn(data: ChartData): Span[] {
  if (data.kind === "secret") return [data.span];
  if (data.kind === "list") return data.items.flatMap(secretsIn);
  return data.kind === "map" ? data.entries.flatMap(({ value }) => secretsIn(value)) : [];
}

/** What the chart's schema lets through and a server's start does not (KubeSpawner 7.0: sizes by ByteSpecification, variables as a map). */
function stricter({ path, data }: ChartLeaf): SchemaProblem[] {
  const value = jsonOf(data);
  const name = path.join(".");
  const wrong = (expected: string): SchemaProblem[] => [
    { kind: "wrong-type", path, expected, found: describeJson(value) },
  ];
  if (
    /^singleuser\.memory\.(?:limit|guarantee)$/.test(name) &&
    typeof value === "string" &&
    bytesIn(value) === undefined
  )
    return wrong(
      'a number of bytes, or a text such as `"2G"`, whose units are those of JupyterHub: `K`, `M`, `G`, `T`',
    );
  if (path.at(-1) === "extraEnv" && data.kind === "list") return wrong("a map");
  if (
    /^singleuser\.extraEnv\.[^.]+$/.test(name) &&
    value !== null &&
    typeof value !== "string" &&
    typeof value !== "object"
  )
    return wrong("a text");
  return [];
}

function reportProblem(problem: SchemaProblem, leaf: ChartLeaf, { chart, report }: ChartCheck): readonly string[] {
  const span = spanAt(problem.path, leaf);
  const path = pathText(problem.path);
  if (problem.kind === "unknown-key") {
    const within = problem.path.slice(0, -1);
    const known = within.join(".") === "hub.config" ? knownClasses(chart) : problem.known;
    const later = laterChart(chart, (chart) => hasKey(chart, problem.path));
    const suggestion = later === undefined ? closest(problem.key, known) : undefined;
    const key = keyAt(problem.path, leaf);
    const fixes = suggestion === undefined ? [] : [replaceFix(`Write \`${suggestion}\``, key, suggestion)];
    report(
      diagnose(
        unknownKey,
        { path: problem.key, within: pathText(within), suggestion, chart: later },
        { span: key, fixes },
      ),
    );
    return keysOf([...within, suggestion ?? problem.key]);
  }
  if (problem.kind === "wrong-type") {
    const { expected, found } = problem;
    report(
      diagnose(
        wrongValue,
        { path, expected, found },
        { span, fixes: fixesFor(expected, partOf(leaf, problem.path)?.data, span) },
      ),
    );
  } else {
    report(diagnose(incomplete, { path, needs: needsOf(problem) }, { span }));
  }
  return keysOf(problem.path);
}

/** The keys of a path, down to the first list. */
export function keysOf(path: JsonPath): readonly string[] {
  const inList = path.findIndex((key) => typeof key === "number");
  return path.slice(0, inList < 0 ? path.length : inList).map(String);
}

/** By the kinds of what helm takes and that does not work. */
export const pitfallsByKind = {
  "does-not-work": pitfall,
  "no-effect": noEffect,
  "moving-image": movingImage,
  lacking,
} as const;

/** What helm says of values together, at a place; nothing of keys, which are checked one by one. */
export function wholeProblem(problem: SchemaProblem, span: Span): Diagnostic | undefined {
  const path = pathText(problem.path);
  if (problem.kind === "unknown-key") return undefined;
  if (problem.kind !== "wrong-type") return diagnose(incomplete, { path, needs: needsOf(problem) }, { span });
  return diagnose(wrongValue, { path, expected: problem.expected, found: problem.found }, { span });
}

function needsOf(problem: Extract<SchemaProblem, { readonly kind: "missing" | "one-of" }>): string {
  const names = (keys: readonly string[]) => keys.map((key) => `\`${key}\``).join(", ");
  return problem.kind === "missing" ? names(problem.missing) : `exactly one of ${names(problem.keys)}`;
}

/** A path with the places in lists. */
export function pathText(path: JsonPath): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${printPath([key])}`))
    .join("");
}

/** The place of what a problem is about: a key of the path, the value, or a part of it. */
function spanAt(path: JsonPath, leaf: ChartLeaf): Span {
  const { keys, data } = leaf;
  const inner = partOf(leaf, path)?.data;
  if (inner !== undefined && path.length >= leaf.path.length) return inner.span;
  return keys[path.length - 1 - (leaf.path.length - keys.length)]?.span ?? keys[0]?.span ?? data.span;
}

/** The place of the last key of a path, wherever it was written: in the setting's name or in a map of its value. */
function keyAt(path: JsonPath, leaf: ChartLeaf): Span {
  const { path: own, keys } = leaf;
  const inner = path.length > own.length ? partOf(leaf, path)?.key : undefined;
  return inner ?? keys[path.length - 1 - (own.length - keys.length)]?.span ?? spanAt(path, leaf);
}

/** A text that was meant as a number or a truth, or the other way round. */
function fixesFor(expected: string, data: ChartData | undefined, span: Span): Fix[] {
  if (data?.kind !== "scalar" || data.span !== span) return [];
  const { value } = data;
  const word = String(value);
  const isNumber = /^a (?:whole )?number\b/.test(expected) && /^-?\d+(?:\.\d+)?$/.test(word);
  const isTruth = expected.startsWith("`true`") && (word === "true" || word === "false");
  if (typeof value === "string") return isNumber || isTruth ? [replaceFix("Remove the quotes", span, word)] : [];
  return value !== null && expected.startsWith("a text") ? [replaceFix("Put it in quotes", span, `"${word}"`)] : [];
}

function checkTrait(leaf: ChartLeaf, { chart, report, exists = false }: ChartCheck): readonly string[] | undefined {
  const [className = "", name, ...inner] = leaf.path.slice(2);
  if (name === undefined) return undefined;
  const reason = (exists ? unfitForChart : unfitForConfig)(className, name);
  const key = keySpan(leaf, 3);
  if (reason !== undefined) {
    report(diagnose(unfitTrait, { path: `${className}.${name}`, reason }, { span: key }));
    return leaf.path;
  }
  const traits = traitsOf(chart, className);
  if (traits === undefined) {
    checkClass(className, keySpan(leaf, 2), { chart, report });
    return undefined;
  }
  const trait = Object.hasOwn(traits, name) ? traits[name] : undefined;
  if (trait === undefined) {
    const later = laterChart(chart, (chart) => hasTrait(chart, className, name));
    const { renamed, suggestion } = meantTrait({ className, name, later }, traits);
    // Whether the hub's image has it is for the whole hub to say (rules/values/unknown-trait.ts).
    if (!exists && later === undefined && suggestion === undefined) return undefined;
    const fix = renamed ? offerFix : replaceFix;
    const fixes = suggestion === undefined ? [] : [fix(`Write \`${suggestion}\``, key, suggestion)];
    report(diagnose(unknownTrait, { className, trait: name, suggestion, renamed, chart: later }, { span: key, fixes }));
    return ["hub", "config", className, suggestion ?? name];
  }
  const value = inner.reduceRight<Json>((within, part) => ({ [part]: within }), jsonOf(leaf.data));
  const expected = traitComplaint(trait, value);
  if (expected === undefined) return undefined;
  const span = inner.length === 0 ? leaf.data.span : key;
  const fixes = inner.length === 0 ? fixesFor(expected, leaf.data, span) : [];
  report(diagnose(wrongValue, { path: `${className}.${name}`, expected, found: describeJson(value) }, { span, fixes }));
  return leaf.path;
}

/** The place of the key at a depth of the path; the first that was written, where that key was not. */
function keySpan({ path, keys, data }: ChartLeaf, depth: number): Span {
  return keys[depth - (path.length - keys.length)]?.span ?? keys[0]?.span ?? data.span;
}

function checkClass(className: string, span: Span, { chart, report }: ChartCheck): void {
  if (otherClasses.has(className)) return;
  const suggestion = meantClass(className, chart);
  const fixes = suggestion === undefined ? [] : [replaceFix(`Write \`${suggestion}\``, span, suggestion)];
  report(diagnose(unknownClass, { className, suggestion }, { span, fixes }));
}

function checkPython(leaf: ChartLeaf, { chart, report }: ChartCheck): boolean {
  const { data, path } = leaf;
  const name = path[2] ?? "";
  if (path.length !== 3 || data.kind !== "scalar" || typeof data.value !== "string") {
    const expected = "a text with Python";
    report(
      diagnose(wrongValue, { path: pathText(path), expected, found: describeJson(jsonOf(data)) }, { span: data.span }),
    );
    return false;
  }
  return checkPythonText({ ...data, value: data.value }, name, { chart, report });
}
