// Railroad diagrams as SVG: a line that enters at the left and leaves at the right, with what it passes.

/** Drawn from the point where its line enters; the line leaves at the same height, `width` further right. */
export interface Shape {
  readonly width: number;
  /** How far it reaches above and below its line. */
  readonly up: number;
  readonly down: number;
  readonly draw: (x: number, y: number) => string;
}

/** Radius of the curves. */
const turn = 10;
const gap = 12;
const half = 13;

const line = (x: number, y: number, way: string) => `<path d="M${x} ${y}${way}"/>`;

/** A word in a box: round for what is written just so, square for what another rule or pattern says. */
export function box(text: string, kind: "written" | "named"): Shape {
  const width = Math.ceil(text.length * 8.5) + 22;
  return {
    width,
    up: half,
    down: half,
    draw: (x, y) =>
      [
        `<rect class="${kind}" x="${x}" y="${y - half}" width="${width}" height="${2 * half}" rx="${kind === "written" ? half : 2}"/>`,
        `<text x="${x + width / 2}" y="${y + 5}">${escaped(text)}</text>`,
      ].join(""),
  };
}

export function sequence(shapes: readonly Shape[]): Shape {
  return {
    width: shapes.reduce((sum, { width }) => sum + width, gap * Math.max(0, shapes.length - 1)),
    up: Math.max(0, ...shapes.map(({ up }) => up)),
    down: Math.max(0, ...shapes.map(({ down }) => down)),
    draw: (x, y) => {
      let at = x;
      return shapes
        .map((shape, index) => {
          const before = index === 0 ? "" : line(at - gap, y, `h${gap}`);
          const drawn = before + shape.draw(at, y);
          at += shape.width + gap;
          return drawn;
        })
        .join("");
    },
  };
}

/** One of several, below one another; the first is on the line. */
export function choice(shapes: readonly Shape[]): Shape {
  const inner = Math.max(...shapes.map(({ width }) => width));
  const width = inner + 4 * turn;
  const depths: number[] = [];
  let depth = 0;
  for (const [index, shape] of shapes.entries()) {
    const above = shapes[index - 1];
    if (above !== undefined) depth += Math.max(2 * turn, above.down + gap + shape.up);
    depths.push(depth);
  }
  const branch = (shape: Shape, depth: number, x: number, y: number) => {
    const rest = inner - shape.width;
    const [into, out] =
      depth === 0
        ? [line(x, y, `h${2 * turn}`), line(x + 2 * turn + shape.width, y, `h${rest + 2 * turn}`)]
        : [
            line(x, y, `a10 10 0 0 1 10 10v${depth - 2 * turn}a10 10 0 0 0 10 10`),
            line(
              x + 2 * turn + shape.width,
              y + depth,
              `h${rest}a10 10 0 0 0 10 -10v${2 * turn - depth}a10 10 0 0 1 10 -10`,
            ),
          ];
    return into + shape.draw(x + 2 * turn, y + depth) + out;
  };
  return {
    width,
    up: shapes[0]?.up ?? 0,
    down: depth + (shapes.at(-1)?.down ?? 0),
    draw: (x, y) => shapes.map((shape, index) => branch(shape, depths[index] ?? 0, x, y)).join(""),
  };
}

/** With a way past it, above. */
export function optional(shape: Shape): Shape {
  const height = Math.max(2 * turn, shape.up + gap);
  const width = shape.width + 4 * turn;
  const past = `a10 10 0 0 0 10 -10v${2 * turn - height}a10 10 0 0 1 10 -10h${shape.width}a10 10 0 0 1 10 10v${height - 2 * turn}a10 10 0 0 0 10 10`;
  return {
    width,
    up: height,
    down: shape.down,
    draw: (x, y) =>
      line(x, y, past) +
      line(x, y, `h${2 * turn}`) +
      shape.draw(x + 2 * turn, y) +
      line(x + width - 2 * turn, y, `h${2 * turn}`),
  };
}

/** Once or more often, with a way back below it. */
export function repeated(shape: Shape): Shape {
  const depth = Math.max(2 * turn, shape.down + gap);
  const width = shape.width + 2 * turn;
  const back = `a10 10 0 0 1 10 10v${depth - 2 * turn}a10 10 0 0 1 -10 10h${-shape.width}a10 10 0 0 1 -10 -10v${2 * turn - depth}a10 10 0 0 1 10 -10`;
  return {
    width,
    up: shape.up,
    down: depth,
    draw: (x, y) =>
      line(x, y, `h${turn}`) +
      shape.draw(x + turn, y) +
      line(x + width - turn, y, `h${turn}`) +
      line(x + width - turn, y, back) +
      `<path class="arrow" d="M${x + width / 2 - 5} ${y + depth}l8 -4v8z"/>`,
  };
}

export interface Diagram {
  readonly title: string;
  readonly shape: Shape;
}

const style = `
  svg { color-scheme: light dark }
  .ground { fill: #fff }
  path { fill: none; stroke: #57606a; stroke-width: 1.5 }
  .arrow, .end { fill: #57606a }
  rect.written { fill: #ddf4ff; stroke: #0969da }
  rect.named { fill: #f6f8fa; stroke: #57606a }
  text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; text-anchor: middle; fill: #1f2328 }
  text.title { text-anchor: start; font-weight: bold }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117 }
    path { stroke: #9198a1 }
    .arrow, .end { fill: #9198a1 }
    rect.written { fill: #121d2f; stroke: #4493f8 }
    rect.named { fill: #212830; stroke: #9198a1 }
    text { fill: #f0f6fc }
  }
`;

/** The diagrams below one another; with a ground of their own, so that they can be read on any page. */
export function picture(name: string, diagrams: readonly Diagram[]): string {
  const margin = 16;
  let y = margin;
  let right = 0;
  const drawn = diagrams.map(({ title, shape }) => {
    const at = y + 26 + shape.up;
    y = at + shape.down + 24;
    right = Math.max(right, shape.width + 2 * gap);
    const [start, end] = [margin + gap, margin + gap + shape.width];
    return [
      `<text class="title" x="${margin}" y="${at - shape.up - 14}">${escaped(title)}</text>`,
      `<circle class="end" cx="${margin}" cy="${at}" r="3"/>`,
      line(margin, at, `h${gap}`),
      shape.draw(start, at),
      line(end, at, `h${gap}`),
      `<circle class="end" cx="${end + gap}" cy="${at}" r="3"/>`,
    ].join("");
  });
  const [width, height] = [Math.ceil(right + 2 * margin), Math.ceil(y)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(name)}">
<style>${style}</style>
<rect class="ground" width="${width}" height="${height}" rx="6"/>
${drawn.join("\n")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
