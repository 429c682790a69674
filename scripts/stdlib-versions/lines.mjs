// The lines of the standard library's conda blocks: what they admit, and how a newer series is written.

/**
 * A line of a conda block. A fixed one admits a series (`numpy=2.5`), a span the series from one to another (`numpy>=2.4,<2.6`), an open one
 * whatever its text says. `held` is the doc comment of a line that is kept at its series on purpose.
 *
 * @typedef {object} Line
 * @property {string} image of the library that the line stands in
 * @property {string} name of the package on conda-forge
 * @property {string} text as written
 * @property {string | undefined} low the oldest series; undefined for an open line
 * @property {string | undefined} high the newest series
 * @property {string | undefined} held
 */

const packageName = "[a-z0-9-]+";
const fixed = new RegExp(`^(${packageName})=(\\d+\\.\\d+)$`);
const span = new RegExp(`^(${packageName})>=(\\d+\\.\\d+),<(\\d+\\.\\d+)$`);
const open = new RegExp(`^(${packageName})>=\\d+(?:\\.\\d+)*$`);
const heldComment = /^## (Held: .+)$/;

/**
 * The image of a file of the library, in the layout that the formatter gives.
 *
 * @param {string} text of the file
 * @returns {{ name: string, parent: string | undefined, python: string | undefined, lines: Line[] }}
 */
export function readImage(text) {
  const header = /^image ([a-z0-9-]+)(?: extends std\.([a-z0-9-]+))? \{$/m.exec(text);
  if (header === null) throw new Error("no image is declared here");
  const [, name, parent] = header;
  const python = /^ {2}python +?= "(.+)"$/m.exec(text)?.[1];
  const body = /^ {2}conda \{\n([\s\S]*?)^ {2}\}$/m.exec(text)?.[1] ?? "";
  const rows = body.split("\n").map((row) => row.trim());
  const lines = rows.flatMap((row, index) =>
    row === "" || row.startsWith("#")
      ? []
      : [{ image: name, ...readLine(row), held: heldComment.exec(rows[index - 1] ?? "")?.[1] }],
  );
  return { name, parent, python, lines };
}

/** @param {string} text */
function readLine(text) {
  const one = fixed.exec(text);
  if (one !== null) return { name: one[1], text, low: one[2], high: one[2] };
  const several = span.exec(text);
  if (several !== null) return { name: several[1], text, low: several[2], high: seriesBefore(several[3]) };
  const any = open.exec(text);
  if (any === null)
    throw new Error(`\`${text}\` is neither a series (\`name=1.2\`) nor a span of them (\`name>=1.2,<1.4\`)`);
  return { name: any[1], text, low: undefined, high: undefined };
}

/** The text of a line that admits the series from `low` to `high`. */
export function lineText(name, low, high) {
  return low === high ? `${name}=${high}` : `${name}>=${low},<${seriesAfter(high)}`;
}

/** The texts that pip takes for the same. */
export function pipText(name, low, high) {
  return `${name}>=${low},<${seriesAfter(high)}`;
}

/** The oldest and the newest series that a text admits. */
export function seriesIn(text) {
  const { low, high } = readLine(text);
  return [low, high];
}

/** The file with other lines; comments and all else stay as they are. `texts` are new texts by those that stand there. */
export function replaceLines(file, texts) {
  return file.replace(/^( {4})(\S+)$/gm, (whole, indent, text) =>
    texts.has(text) ? `${indent}${texts.get(text)}` : whole,
  );
}

/** `2.5` of `2.5.1`. */
export function seriesOf(version) {
  const series = /^(?:v|\d+!)?(\d+)\.(\d+)/.exec(version);
  if (series !== null) return `${series[1]}.${series[2]}`;
  if (/^\d+$/.test(version)) return `${version}.0`;
  throw new Error(`${version} has no series`);
}

/** Below zero where the first is the older. */
export function compareSeries(one, other) {
  const [[major, minor], [otherMajor, otherMinor]] = [numbersOf(one), numbersOf(other)];
  return major - otherMajor || minor - otherMinor;
}

function seriesAfter(series) {
  const [major, minor] = numbersOf(series);
  return `${major}.${minor + 1}`;
}

function seriesBefore(series) {
  const [major, minor] = numbersOf(series);
  if (minor === 0)
    throw new Error(
      `the last series before ${series} is not known: name the first that is not wanted by its minor number`,
    );
  return `${major}.${minor - 1}`;
}

function numbersOf(series) {
  return series.split(".").map(Number);
}
