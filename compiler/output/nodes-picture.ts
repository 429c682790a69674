// A picture of a day: how many nodes each pool has at each time, with the lectures and exams that make them. Dates and times are written as who
// shows it does.

import type { DayOfNodes, PoolCapacity, ReleaseCapacity } from "../capacity/capacity-report.ts";
import { slotMinutes } from "../capacity/nodes-over-day.ts";
import type { Day, Minutes } from "../text/calendar.ts";
import { displayWidth } from "../text/display-cells.ts";
import { printPicture } from "./picture.ts";
import { type XmlElement, xml } from "./xml.ts";

const width = 876;
const plot = { left: 56, width: 780, height: 180 } as const;
const margin = 20;
/** Title and note, a row for what is on at one time, and the times below. */
const heights = { head: 58, row: 20, foot: 62 } as const;
const minutesADay = 24 * 60;

/** How dates and times are written. */
export interface PictureWords {
  readonly date: (day: Day) => string;
  readonly time: (minutes: Minutes) => string;
}

export interface NodesPicture {
  /** The document. */
  readonly svg: string;
  /** What it shows. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureOf {
  readonly releases: readonly ReleaseCapacity[];
  readonly title: string;
  /** In which lectures and exams are given. */
  readonly timezone: string;
}

interface Panel extends PictureWords {
  readonly title: string;
  readonly capacity: PoolCapacity;
  readonly day: DayOfNodes;
  /** What is on, so that nothing in a row overlaps. */
  readonly rows: readonly (readonly Band[])[];
}

type Band = DayOfNodes["full"][number];

/** One panel for each pool on which people are counted; undefined where there is none. */
export function nodesPicture({ releases, title, timezone }: PictureOf, as: PictureWords): NodesPicture | undefined {
  const panels = releases.flatMap((release) => panelsOf(release, as));
  if (panels.length === 0) return undefined;
  const tops = panels.map((_, i) => margin + panels.slice(0, i).reduce((sum, panel) => sum + heightOf(panel), 0));
  const height = margin + panels.reduce((sum, panel) => sum + heightOf(panel), 0);
  const words = panels.map(panelWords).join(" ");
  const svg = printPicture(
    { width, height, title, description: words, style, patterns: [hatching] },
    panels.map((panel, i) => xml("g", { transform: `translate(0 ${tops[i] ?? 0})` }, ...panelParts(panel, timezone))),
  );
  return { svg, words, width, height };
}

/** What is drawn where there is nothing to count. */
export function emptyPicture(title: string): string {
  const words = "Nothing is known of the people or the machines here.";
  const picture = { width, height: margin + 40, title, description: words, style, patterns: [hatching] };
  return printPicture(picture, [xml("text", { x: 24, y: 40 }, words)]);
}

/** Light, and dark where the reader's system is; what is missing is hatched, so that it shows without colours too. */
const style = [
  "svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }",
  ".page { fill: #ffffff; } text { fill: #24292f; } .head { font-size: 16px; font-weight: 600; } .small { fill: #57606a; }",
  ".grid { stroke: #d0d7de; } .band { fill: #eaeef2; } .full { fill: #8250df; } .nodes { fill: #b6e3ff; stroke: #0969da; stroke-width: 1.5; } .short { fill: url(#missing); stroke: #cf222e; }",
  ".bound { stroke: #cf222e; stroke-dasharray: 6 4; } .hatch { stroke: #cf222e; stroke-width: 2; } .bad { fill: #cf222e; }",
  "@media (prefers-color-scheme: dark) {",
  ".page { fill: #0d1117; } text { fill: #e6edf3; } .small { fill: #9198a1; } .grid { stroke: #3d444d; } .band { fill: #21262d; } .full { fill: #ab7df8; }",
  ".nodes { fill: #12305a; stroke: #4493f8; } .short { stroke: #ff7b72; } .bound { stroke: #ff7b72; } .hatch { stroke: #ff7b72; } .bad { fill: #ff7b72; }",
  "}",
].join("\n");

const hatching = xml(
  "defs",
  {},
  xml(
    "pattern",
    { id: "missing", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    xml("line", { class: "hatch", x1: 0, y1: 0, x2: 0, y2: 6 }),
  ),
);

function panelsOf({ release, pools }: ReleaseCapacity, as: PictureWords): Panel[] {
  return pools.flatMap((capacity) => {
    const { day, pool } = capacity;
    if (day === undefined) return [];
    const title = `${release.name}, pool ${pool.name}, ${as.date(day.on)}`;
    return [{ ...as, title, capacity, day, rows: rowsOf(day.full) }];
  });
}

function heightOf({ rows }: Panel): number {
  return heights.head + heights.row * rows.length + plot.height + heights.foot;
}

/** Each goes into the first row where its bar and its name are free. */
function rowsOf(bands: readonly Band[]): Band[][] {
  const rows: Band[][] = [];
  for (const band of [...bands].sort((a, b) => a.from - b.from)) {
    const free = rows.find((row) => row.every((other) => endOfName(other) < startOfName(band)));
    if (free) free.push(band);
    else rows.push([band]);
  }
  return rows;
}

/** Names stand after their bars, or before them late in the day. */
function isLate({ to }: Band): boolean {
  return to > minutesADay * 0.7;
}

function endOfName(band: Band): number {
  return isLate(band) ? x(band.to) + 8 : x(band.to) + nameWidth(band);
}

function startOfName(band: Band): number {
  return isLate(band) ? x(band.from) - nameWidth(band) : x(band.from);
}

/** About, since a picture does not know its font. */
function nameWidth({ course, label }: Band): number {
  return 16 + displayWidth(fullLabel(course, label)) * 8;
}

/** What a panel shows, in words. */
function panelWords({ title, capacity, day, time }: Panel): string {
  const most = Math.max(...day.nodes);
  const first = day.nodes.indexOf(most);
  const times = day.full.map(
    ({ course, label, from, to }) => `${fullLabel(course, label)} from ${time(from)} to ${time(to)}`,
  );
  const full = times.length === 0 ? "" : ` People come for ${times.join(", ")}.`;
  const wanted = Math.max(...day.wanted);
  const short =
    wanted > most
      ? ` ${countWords(wanted, "node")} would be needed, and the pool has at most ${capacity.bounds.to}.`
      : "";
  return `${title}: from ${Math.min(...day.nodes)} to ${countWords(most, "node")}, the most from ${time(first * slotMinutes)}.${full}${short}`;
}

function fullLabel(course: string, label: string): string {
  return label === "assumed" ? `${course} (hours assumed)` : `${course} ${label}`;
}

function panelParts(panel: Panel, timezone: string): XmlElement[] {
  const { capacity, day, title, rows } = panel;
  const { to } = capacity.bounds;
  const wanted = Math.max(1, ...day.wanted, ...day.nodes);
  const step = gridStep(wanted);
  const most = Math.ceil((to <= wanted * 1.6 ? Math.max(to, wanted) : wanted) / step) * step;
  const top = heights.head + heights.row * rows.length;
  const y = (nodes: number) => top + plot.height * (1 - nodes / most);
  const short = Math.max(...day.wanted) > to;
  const note = `${machineWords(capacity)} · at most ${countWords(to, "node")}${short ? ` · ${Math.max(...day.wanted)} needed` : ""}`;
  return [
    xml("text", { class: "head", x: plot.left, y: 18 }, title),
    xml("text", { class: short ? "bad" : "small", x: plot.left, y: 38 }, note),
    ...day.full.map(({ from, to: end }) =>
      xml("rect", { class: "band", x: x(from), y: top, width: x(end) - x(from), height: plot.height }),
    ),
    ...rows.flatMap((row, i) => row.flatMap((band) => bandParts(band, heights.head + heights.row * i))),
    ...grid({ most, step, y }),
    ...(short ? [xml("path", { class: "short", d: area(day.wanted, y) })] : []),
    xml("path", { class: "nodes", d: area(day.nodes, y) }),
    ...(to <= most
      ? [xml("line", { class: "bound", x1: plot.left, x2: plot.left + plot.width, y1: y(to), y2: y(to) })]
      : []),
    ...hours(top + plot.height + 20, timezone, panel.time),
  ];
}

/** A bar for the time and its name. */
function bandParts(band: Band, y: number): XmlElement[] {
  const { course, label, from, to } = band;
  const late = isLate(band);
  const name = { x: late ? x(from) - 8 : x(to) + 8, y: y + 9, "text-anchor": late ? "end" : "start" };
  return [
    xml("rect", { class: "full", x: x(from), y, width: x(to) - x(from), height: 10, rx: 2 }),
    xml("text", name, fullLabel(course, label)),
  ];
}

function countWords(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function machineWords({ pool, machine }: PoolCapacity): string {
  return pool.machine?.value ?? machine?.type ?? pool.name;
}

/** 1, 2 or 5 times a power of ten, for about five lines. */
function gridStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((one) => most / one <= 6) ?? 10 * power;
}

function x(minutes: number): number {
  return plot.left + (plot.width * minutes) / minutesADay;
}

/** A step line over the slots, closed at the bottom. */
function area(counts: readonly number[], y: (nodes: number) => number): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  const steps = counts.map((count, slot) => `V${round(y(count))}H${round(x((slot + 1) * slotMinutes))}`);
  return `M${round(x(0))} ${round(y(0))}${steps.join("")}V${round(y(0))}Z`;
}

function grid(scale: { most: number; step: number; y: (nodes: number) => number }): XmlElement[] {
  const { most, step, y } = scale;
  const lines = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step);
  return lines.flatMap((nodes) => [
    xml("line", { class: "grid", x1: plot.left, x2: plot.left + plot.width, y1: y(nodes), y2: y(nodes) }),
    xml("text", { class: "small", x: plot.left - 8, y: y(nodes) + 4, "text-anchor": "end" }, String(nodes)),
  ]);
}

function hours(y: number, timezone: string, time: PictureWords["time"]): XmlElement[] {
  const times = Array.from({ length: 9 }, (_, i) => i * 3 * 60);
  return [
    ...times.map((minutes) =>
      xml("text", { class: "small", x: x(minutes), y, "text-anchor": "middle" }, time(minutes)),
    ),
    xml("text", { class: "small", x: plot.left, y: y + 20 }, `Nodes over the day, ${timezone}`),
  ];
}
