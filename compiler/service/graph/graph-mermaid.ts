// A graph as Mermaid, which GitHub, GitLab and Jupyter Book draw where it stands in a page.

import type { GraphNode, NodeKind, ProgramGraph } from "./program-graph.ts";

/** A flowchart from the left to the right. Source: the grammar of flowcharts, mermaid 11. */
export function graphMermaid({ nodes, edges }: ProgramGraph): string {
  const numbers = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  return [
    "flowchart LR",
    ...nodes.map((node) => `  ${numbers.get(node.id)}${shapes[node.kind](label(node))}:::${node.kind}`),
    ...edges.map(({ from, to, label: said }) => `  ${numbers.get(from)} -->|${quoted(said)}| ${numbers.get(to)}`),
    ...kinds.map((kind) => `  classDef ${kind} ${styles[kind]}`),
    "",
  ].join("\n");
}

const shapes: Readonly<Record<NodeKind, (text: string) => string>> = {
  image: (text) => `[[${text}]]`,
  course: (text) => `(${text})`,
  hub: (text) => `[${text}]`,
  cluster: (text) => `{{${text}}}`,
  storage: (text) => `[(${text})]`,
};

const styles: Readonly<Record<NodeKind, string>> = {
  image: "fill:#ddf4ff,stroke:#0969da,color:#1f2328",
  course: "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
  hub: "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
  cluster: "fill:#fbefff,stroke:#8250df,color:#1f2328",
  storage: "fill:#f6f8fa,stroke:#57606a,color:#1f2328",
};

function label({ kind, name, title }: GraphNode): string {
  return quoted(title === undefined ? `${kind} ${name}` : `${kind} ${name}: ${title}`);
}

/** A text of Mermaid, in which entities stand for what would end it or be read as markup. */
function quoted(text: string): string {
  const codes = [...text].map((letter) => {
    if (/[\p{L}\p{N} .,:()/+-]/u.test(letter)) return letter;
    return /\s/.test(letter) ? " " : `#${letter.codePointAt(0)};`;
  });
  return `"${codes.join("")}"`;
}
