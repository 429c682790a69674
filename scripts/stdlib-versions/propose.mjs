// Which newer series the library can have. Everything that is asked of the world is handed in: `solve` says what a solver chooses.
import { compareSeries, lineText, seriesOf } from "./lines.mjs";

/**
 * What a set of packages has to solve on.
 *
 * @typedef {object} Ground
 * @property {string} python its series
 * @property {readonly string[]} own lines of an image that extends the library: they replace the library's lines for their packages
 */

/** What stdlib/README.md promises. The first is the Python of the bases, for which a line's newest series has to solve. */
export const grounds = [
  { python: "3.13", own: [] },
  { python: "3.14", own: [] },
  { python: "3.12", own: [] },
  { python: "3.12", own: ["numpy=1.26"] },
  { python: "3.11", own: [] },
  { python: "3.11", own: ["numpy=1.26"] },
];

/**
 * The lines that change, and which newer series are left with the reason.
 *
 * @param {ReturnType<typeof import("./lines.mjs").readImage>[]} images
 * @param {Map<string, string>} newest the newest series of each package
 * @param {(jobs: { python: string, lines: string[] }[]) => Promise<({ versions: Map<string, string> } | { reason: string })[]>} solve
 */
export async function propose(images, newest, solve) {
  const newer = images.flatMap(({ lines }) => lines).filter((line) => isNewer(line, newest));
  const together = await change(images, newer, newest, solve);
  if (together.reason === undefined) return { taken: newer, left: [], ...together };
  let taken = [];
  let best = await change(images, taken, newest, solve);
  if (best.reason !== undefined) throw new Error(`the library as it is does not solve: ${best.reason}`);
  const left = [];
  for (const line of newer) {
    const tried = await change(images, [...taken, line], newest, solve);
    if (tried.reason !== undefined) left.push({ line, reason: tried.reason });
    else [taken, best] = [[...taken, line], tried];
  }
  return { taken, left, ...best };
}

/** Is there a newer series, and may the line have it? */
export function isNewer({ name, high, held }, newest) {
  const found = newest.get(name);
  return high !== undefined && held === undefined && found !== undefined && compareSeries(found, high) > 0;
}

/**
 * The texts of the lines with these changes, by image, and what was chosen; or why they do not solve. A line becomes a span where an older ground can't have
 * the newest series, from the oldest that is chosen there.
 */
async function change(images, newer, newest, solve) {
  const free = images
    .flatMap(({ lines }) => lines)
    .filter((line) => newer.includes(line) || (line.low !== undefined && line.low !== line.high));
  const wanted = new Map(free.map((line) => [line, newer.includes(line) ? newest.get(line.name) : line.high]));
  const first = await solveAll(
    images,
    grounds.slice(0, 1),
    (line) => (wanted.has(line) ? lineText(line.name, wanted.get(line), wanted.get(line)) : line.text),
    solve,
  );
  if (first.reason !== undefined) return first;
  const others = await solveAll(
    images,
    grounds.slice(1),
    (line) => (wanted.has(line) ? lineText(line.name, line.low, wanted.get(line)) : line.text),
    solve,
  );
  if (others.reason !== undefined) return others;
  const texts = new Map(
    [...wanted].map(([line, high]) => [line, lineText(line.name, oldestChosen(line, high, others.chosen), high)]),
  );
  return { texts, chosen: [...first.chosen, ...others.chosen] };
}

/** The oldest series of the line's package that was chosen for an image in which the line stands. */
function oldestChosen(line, newest, chosen) {
  const series = chosen
    .filter(({ lines }) => lines.includes(line))
    .map(({ versions }) => seriesOf(versions.get(line.name)));
  return [newest, ...series].sort(compareSeries)[0];
}

/** What is chosen for each image on each of the grounds, by the texts that `textOf` gives the lines. */
export async function solveAll(images, on, textOf, solve) {
  const asked = images.flatMap((image) => on.flatMap((ground) => jobFor(images, image, ground)));
  const jobs = asked.map(({ ground, lines }) => ({
    python: ground.python,
    lines: [...lines.map(textOf), ...ground.own],
  }));
  const answers = await solve(jobs);
  const wrong = answers.findIndex((answer) => "reason" in answer);
  if (wrong !== -1) return { reason: `${titleOf(asked[wrong])}: ${answers[wrong].reason}` };
  return { chosen: asked.map((one, index) => ({ ...one, versions: answers[index].versions })) };
}

/** The image's lines over those of its parents, without those that the ground replaces. None on a Python that the image does not have. */
function jobFor(images, image, ground) {
  const all = linesOf(images, image);
  const names = new Set(all.map(({ name }) => name));
  const own = ground.own.filter((text) => names.has(nameIn(text)));
  if (own.length < ground.own.length || (image.python !== undefined && image.python !== ground.python)) return [];
  const replaced = new Set(own.map(nameIn));
  return [{ image, ground, lines: all.filter(({ name }) => !replaced.has(name)) }];
}

function linesOf(images, image) {
  const parent = images.find(({ name }) => name === image.parent);
  const inherited = parent === undefined ? [] : linesOf(images, parent);
  const own = new Set(image.lines.map(({ name }) => name));
  return [...inherited.filter(({ name }) => !own.has(name)), ...image.lines];
}

function nameIn(text) {
  return text.split("=")[0];
}

function titleOf({ image, ground }) {
  return `std.${image.name}, Python ${[ground.python, ...ground.own].join(", ")}`;
}
