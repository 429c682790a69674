// A graph as DOT, which Graphviz draws.

import type { NodeKind, ProgramGraph } from "./program-graph.ts";

/** A directed graph from the left to the right, kinds by shape and colour. Source: graphviz.org, the DOT language. */
export function graphDot({ nodes, edges }: ProgramGraph): string {
  return [
    "digraph hubc {",
    "  rankdir=LR",
    '  node [fontname="Helvetica", style=filled]',
    '  edge [fontname="Helvetica", fontsize=10]',
    ...nodes.map(({ id, kind, name, title }) => {
      const lines = title === undefined ? `${kind} ${name}` : `${kind} ${name}\n${title}`;
      return `  ${quoted(id)} [label=${quoted(lines)}, ${styles[kind]}]`;
    }),
    ...edges.map(({ from, to, label }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(label)}]`),
    "}",
    "",
  ].join("\n");
}

const styles: Readonly<Record<NodeKind, string>> = {
  image: 'shape=component, fillcolor="#ddf4ff"',
  course: 'shape=note, fillcolor="#fff8c5"',
  hub: 'shape=box, fillcolor="#dafbe1"',
  cluster: 'shape=hexagon, fillcolor="#fbefff"',
  storage: 'shape=cylinder, fillcolor="#f6f8fa"',
};

/** In quotes, in which DOT reads a backslash in labels. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
