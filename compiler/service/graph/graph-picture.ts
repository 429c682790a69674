// A graph as a picture: a column for each kind, from images on the left to clusters on the right, and lines from each thing to what it needs.

import { printPicture } from "../../output/picture.ts";
import { type XmlElement, xml } from "../../output/xml.ts";
import { displayWidth } from "../../text/display-cells.ts";
import type { GraphNode, NodeKind, ProgramGraph } from "./program-graph.ts";

const box = { width: 210, height: 46, gap: 16 } as const;
const column = { step: 290, top: 56, left: 24 } as const;

interface Placed extends GraphNode {
  readonly x: number;
  readonly y: number;
}

/** The picture as an SVG document, in light and in dark. */
export function graphPicture(graph: ProgramGraph): string {
  const columns = columnsOf(graph);
  const tallest = Math.max(1, ...columns.map(({ nodes }) => nodes.length));
  const height = column.top + tallest * (box.height + box.gap) + 8;
  const width = column.left * 2 + Math.max(0, columns.length - 1) * column.step + box.width;
  const placed = new Map(
    columns.flatMap((column, i) => placedIn(column.nodes, i, tallest)).map((placed) => [placed.id, placed]),
  );
  const title = "What is connected with what";
  return printPicture({ width, height, title, description: describe(graph), style }, [
    ...columns.map(({ title }, i) => xml("text", { class: "head", x: column.left + i * column.step, y: 32 }, title)),
    ...graph.edges.flatMap(({ from, to }) => line(placed.get(from), placed.get(to))),
    ...[...placed.values()].map(boxOf),
  ]);
}

const style = [
  "svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }",
  ".page { fill: #ffffff; } text { fill: #24292f; } .head { font-size: 14px; font-weight: 600; } .small { fill: #57606a; font-size: 12px; }",
  ".edge { fill: none; stroke: #8c959f; stroke-width: 1.5; } rect { stroke-width: 1.5; }",
  ".image { fill: #ddf4ff; stroke: #0969da; } .course { fill: #fff8c5; stroke: #9a6700; } .hub { fill: #dafbe1; stroke: #1a7f37; } .cluster { fill: #fbefff; stroke: #8250df; } .storage { fill: #f6f8fa; stroke: #57606a; }",
  "@media (prefers-color-scheme: dark) {",
  ".page { fill: #0d1117; } text { fill: #e6edf3; } .small { fill: #9198a1; } .edge { stroke: #656c76; }",
  ".image { fill: #0c2d6b; stroke: #58a6ff; } .course { fill: #3b2300; stroke: #d29922; } .hub { fill: #04260f; stroke: #3fb950; } .cluster { fill: #271052; stroke: #a371f7; } .storage { fill: #21262d; stroke: #9198a1; }",
  "}",
].join("\n");

interface Column {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
}

/** Images in as many columns as they extend each other; then courses, hubs, and what hubs stand on. Empty columns are left out. */
function columnsOf(graph: ProgramGraph): readonly Column[] {
  const of = (...kinds: readonly NodeKind[]) => graph.nodes.filter(({ kind }) => kinds.includes(kind));
  const depth = imageDepths(graph);
  const deepest = Math.max(0, ...depth.values());
  const images = Array.from({ length: deepest + 1 }, (_, i) => ({
    title: i === 0 ? "Images" : "",
    nodes: of("image").filter(({ id }) => (depth.get(id) ?? 0) === i),
  }));
  const columns = [
    ...images,
    { title: "Courses", nodes: of("course") },
    { title: "Hubs", nodes: of("hub") },
    { title: "Clusters and storage", nodes: of("cluster", "storage") },
  ].filter(({ nodes }) => nodes.length > 0);
  return inOrder(columns, graph);
}

/** How many images are behind each. Images extend no image that extends them, which the compiler refuses. */
function imageDepths({ nodes, edges }: ProgramGraph): ReadonlyMap<string, number> {
  const parents = new Map(edges.filter(({ label }) => label === "extended by").map(({ from, to }) => [to, from]));
  const depthOf = (id: string): number => {
    const parent = parents.get(id);
    return parent === undefined ? 0 : 1 + depthOf(parent);
  };
  return new Map(nodes.filter(({ kind }) => kind === "image").map(({ id }) => [id, depthOf(id)]));
}

/** Each column in the order of what leads to it, so that few lines cross. */
function inOrder(columns: readonly Column[], { edges }: ProgramGraph): readonly Column[] {
  const rank = new Map<string, number>();
  return columns.map(({ title, nodes }) => {
    const placeOf = ({ id }: GraphNode): number => {
      const places = edges.filter(({ to }) => to === id).flatMap(({ from }) => rank.get(from) ?? []);
      return places.length === 0 ? Number.POSITIVE_INFINITY : places.reduce((a, b) => a + b, 0) / places.length;
    };
    const keyed = nodes.map((node) => ({ node, place: placeOf(node) }));
    keyed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
    for (const [i, { node }] of keyed.entries()) rank.set(node.id, i);
    return { title, nodes: keyed.map(({ node }) => node) };
  });
}

function placedIn(nodes: readonly GraphNode[], index: number, tallest: number): Placed[] {
  const step = box.height + box.gap;
  const down = ((tallest - nodes.length) * step) / 2;
  return nodes.map((node, i) => ({ ...node, x: column.left + index * column.step, y: column.top + down + i * step }));
}

function line(from: Placed | undefined, to: Placed | undefined): XmlElement[] {
  if (from === undefined || to === undefined) return [];
  const start = { x: from.x + box.width, y: from.y + box.height / 2 };
  const end = { x: to.x, y: to.y + box.height / 2 };
  const middle = (start.x + end.x) / 2;
  return [
    xml("path", {
      class: "edge",
      d: `M ${start.x} ${start.y} C ${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`,
    }),
  ];
}

function boxOf({ kind, name, title, x, y }: Placed): XmlElement {
  return xml(
    "g",
    {},
    xml("title", {}, title === undefined ? `${kind} ${name}` : `${kind} ${name}: ${title}`),
    xml("rect", { class: kind, x, y, width: box.width, height: box.height, rx: 8 }),
    xml("text", { x: x + 12, y: y + (title === undefined ? 28 : 20) }, shortened(name, 26)),
    ...(title === undefined ? [] : [xml("text", { class: "small", x: x + 12, y: y + 37 }, shortened(title, 29))]),
  );
}

/** At most so many cells of a terminal, which letters of a proportional font keep within, too. */
function shortened(text: string, cells: number): string {
  if (displayWidth(text) <= cells) return text;
  let kept = "";
  for (const letter of text) {
    if (displayWidth(`${kept}${letter}…`) > cells) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

function describe({ nodes, edges }: ProgramGraph): string {
  const names = new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  return edges.map(({ from, to, label }) => `${names.get(from)}: ${label} ${names.get(to)}.`).join(" ");
}
