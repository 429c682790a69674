// Overrides for groups, courses and admins wherever a chart's Python reads them: amounts, mounts, groups' names, and courses that are not theirs.

import { diagnose, type Report } from "../diagnostics/diagnostic.ts";
import { bytesIn } from "../knowledge/byte-specification.ts";
import { pathText } from "../model/check-chart-leaf.ts";
import type { ChartData, ChartEntry, ChartMap } from "../schema/values/chart-data.ts";
import { pitfall } from "../schema/values-diagnostics.ts";
import { isDnsLabel } from "../text/dns-label.ts";
import { closest } from "../text/edit-distance.ts";
import type { Span } from "../text/span.ts";
import { canvasGroup, otherCourse, overrideAmount, overrideMount } from "./course-grants-diagnostics.ts";
import { mapOfValues } from "./value-places.ts";

interface Within {
  readonly path: readonly string[];
  /** Of Canvas, whose key stands above. */
  readonly course: string | undefined;
  /** Names of volumes that are there; undefined where that is not known. */
  readonly volumes: readonly string[] | undefined;
  readonly report: Report;
}

export function checkGrants(values: ChartMap, report: Report): void {
  const extra = mapOfValues(values, ["singleuser", "storage"]).entries.find(({ key }) => key === "extraVolumes");
  const names = extra === undefined ? [] : volumeNames(extra.value);
  const volumes = names === undefined ? undefined : ["home", ...names];
  walk(values, { path: [], course: undefined, volumes, report });
}

function walk(data: ChartData, within: Within): void {
  if (data.kind === "scalar") {
    if (typeof data.value === "string") checkText(data.value, data.span, within);
    return;
  }
  if (data.kind === "list") {
    for (const [i, item] of data.items.entries()) walk(item, { ...within, path: [...within.path, String(i)] });
    return;
  }
  if (data.kind !== "map") return;
  checkAmounts(data, within);
  const volumes = ownVolumes(data, within);
  for (const entry of data.entries) {
    checkGroupName(entry.key, entry.keySpan, within.report);
    const course = /^course::(\d{4,})(?:::|$)/.exec(entry.key)?.[1] ?? within.course;
    const inner = { ...within, path: [...within.path, entry.key], course, volumes };
    if (entry.key === "extraVolumes" && inner.path.length > 2) checkVolumeNames(entry, inner);
    if (entry.key === "extraVolumeMounts" && within.path[0] === "custom") checkMounts(entry, inner);
    walk(entry.value, inner);
  }
}

/** The start of texts that name groups. */
function checkText(text: string, span: Span, { course, report }: Within): void {
  const group = text.startsWith("course::") ? text : /!group=(course::.*)$/.exec(text)?.[1];
  if (group !== undefined) checkGroupName(group, span, report);
  if (course === undefined || group !== undefined || !text.includes("/")) return;
  const other = [...text.matchAll(/(?<!\d)\d{7}(?!\d)/g)].map(([id]) => id).find((id) => id !== course);
  if (course.length === 7 && other !== undefined) report(diagnose(otherCourse, { course, named: other }, { span }));
}

/** canvasoauthenticator d66662a, README.md. */
function checkGroupName(name: string, span: Span, report: Report): void {
  if (!name.startsWith("course::")) return;
  const isOne = /^course::\d+(?:::enrollment_type::(?:teacher|ta|student|observer|designer)|::group::\S.*)?$/.test(
    name,
  );
  if (!isOne && !/[{}$%]/.test(name)) report(diagnose(canvasGroup, { name }, { span }));
}

/** Less memory than a server could ever have: a unit is missing. */
const least = 2 ** 20;

function checkAmounts(map: ChartMap, { path, report }: Within): void {
  for (const [low, high] of [
    ["mem_guarantee", "mem_limit"],
    ["guarantee", "limit"],
  ] as const) {
    if (low === "guarantee" && path.at(-1) !== "memory") continue;
    const [from, to] = [low, high].map((key) => map.entries.find((entry) => entry.key === key));
    const [fewest, most] = [from, to].map((entry) => bytesOf(entry?.value));
    for (const [entry, amount] of [
      [from, fewest],
      [to, most],
    ] as const)
      if (entry !== undefined && amount !== undefined && amount > 0 && amount < least)
        reportAmount(entry, { path, problem: `is ${amount} bytes: is a unit such as \`G\` missing`, report });
    // In `singleuser` a check of the chart's own says it.
    if (from === undefined || fewest === undefined || most === undefined || fewest <= most || path[0] !== "custom")
      continue;
    reportAmount(from, { path, problem: "is more than the limit beside it, so that no server starts", report });
  }
}

function reportAmount(
  entry: ChartEntry,
  { path, problem, report }: { path: readonly string[]; problem: string; report: Report },
): void {
  report(diagnose(overrideAmount, { path: pathText([...path, entry.key]), problem }, { span: entry.value.span }));
}

function bytesOf(data: ChartData | undefined): number | undefined {
  if (data?.kind !== "scalar" || typeof data.value === "boolean") return undefined;
  return typeof data.value === "number" ? data.value : bytesIn(data.value);
}

/** What an override itself brings is there too. */
function ownVolumes(map: ChartMap, { volumes }: Within): readonly string[] | undefined {
  const entry = map.entries.find(({ key }) => key === "extraVolumes");
  if (entry === undefined || volumes === undefined) return volumes;
  const names = volumeNames(entry.value);
  return names && [...volumes, ...names];
}

function volumeNames(data: ChartData): readonly string[] | undefined {
  const items = data.kind === "list" ? data.items : data.kind === "map" ? data.entries.map(({ value }) => value) : [];
  const names = items.map((item) => nameIn(item)?.name);
  return names.includes(undefined) ? undefined : names.flatMap((name) => name ?? []);
}

function nameIn(data: ChartData): { readonly name: string; readonly span: Span } | undefined {
  const found = data.kind === "map" ? data.entries.find(({ key }) => key === "name")?.value : undefined;
  return found?.kind === "scalar" && typeof found.value === "string"
    ? { name: found.value, span: found.span }
    : undefined;
}

/** Of an override: what Kubernetes takes as a volume's name (RFC 1123 label). Those of all servers, a check of the chart's own looks at. */
function checkVolumeNames({ value }: ChartEntry, { path, report }: Within): void {
  const items = value.kind === "list" ? value.items : [];
  for (const item of path[0] === "singleuser" ? [] : items) {
    const found = nameIn(item);
    if (found === undefined || found.name.includes("{") || isDnsLabel(found.name)) continue;
    const problem = `has a volume \`${found.name}\`, and Kubernetes refuses such servers: a volume's name has lowercase letters, digits and \`-\`, at most 63`;
    report(diagnose(pitfall, { path: pathText(path), problem }, { span: found.span }));
  }
}

function checkMounts({ value }: ChartEntry, { volumes, report }: Within): void {
  if (volumes === undefined) return;
  const items =
    value.kind === "list" ? value.items : value.kind === "map" ? value.entries.map((entry) => entry.value) : [];
  for (const item of items) {
    const found = nameIn(item);
    if (found === undefined || volumes.includes(found.name)) continue;
    const suggestion = closest(found.name, volumes);
    report(diagnose(overrideMount, { volume: found.name, suggestion }, { span: found.span }));
  }
}
