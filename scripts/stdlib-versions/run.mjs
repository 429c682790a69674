// Which packages of the standard library have a newer series, and whether the newest go together:
//
//   npm run stdlib:versions                lists what is newer, and what is held
//   npm run stdlib:versions -- --check     tries which of them solve with all others, on each Python that stdlib/README.md promises
//   npm run stdlib:versions -- --write     the same, writes those that do into stdlib/, and all that follows from it
//
// What is newer is PyPI's word, asked by pip. Sets are solved by rattler on conda-forge, from which images are built; where that does not answer, by uv on PyPI,
// and the first line says so. `--channel ADDRESS` names another conda channel, and then nothing else is tried. It needs Python 3 and the network.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { answers, solveOnConda } from "./conda.mjs";
import { channelPath, channelWith, writeGenerated, writeIfOther, writeShown } from "./follow.mjs";
import { compareSeries, readImage, replaceLines, seriesOf } from "./lines.mjs";
import { grounds, isNewer, propose } from "./propose.mjs";
import { newestReleases, solveOnPypi } from "./pypi.mjs";
import { root, setUpTools } from "./tools.mjs";

/** Has the series of the hub, which the chart decides. */
const followsChart = new Set(["jupyterhub-singleuser"]);
const folder = join(root, "stdlib");

try {
  await main(optionsOf());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function main({ check, write, channel }) {
  setUpTools();
  const files = readdirSync(folder).filter((file) => file.endsWith(".hub"));
  const images = files.map((file) => readImageOf(file)).filter(({ lines }) => lines.length > 0);
  const all = new Set(images.flatMap(({ lines }) => lines.map(({ name }) => name)));
  const versions = newestReleases(
    [...all].filter((name) => !followsChart.has(name)),
    grounds[0].python,
  );
  const newest = new Map([...versions].map(([name, version]) => [name, seriesOf(version)]));
  list(images, newest);
  if (!check && !write) return;
  const { title, solve } = solver(channel);
  const promised = grounds.map(({ python, own }) => [python, ...own].join(" with "));
  console.log(`sets are solved ${title}, for Python ${promised.join(", ")}`);
  const proposal = await propose(images, newest, solve);
  report(proposal, newest);
  if (write) writeAll(images, proposal, versions);
}

function optionsOf() {
  try {
    const { values } = parseArgs({
      options: {
        list: { type: "boolean" },
        check: { type: "boolean" },
        write: { type: "boolean" },
        channel: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    console.error(`${error.message}\nusage: npm run stdlib:versions -- [--check | --write] [--channel ADDRESS]`);
    process.exit(2);
  }
}

function readImageOf(file) {
  try {
    return { file, ...readImage(readFileSync(join(folder, file), "utf8")) };
  } catch (error) {
    throw new Error(`stdlib/${file}: ${error.message}`);
  }
}

function list(images, newest) {
  const lines = images.flatMap(({ file, lines }) => lines.map((line) => ({ file, ...line })));
  const newer = lines.filter((line) => isNewer(line, newest));
  for (const { file, name, text } of newer) console.log(`${file}: ${text} -> ${newest.get(name)}`);
  if (newer.length === 0) console.log("every line that is not held has the newest series");
  for (const { file, name, text, high, held } of lines)
    if (held !== undefined && compareSeries(newest.get(name), high) > 0)
      console.log(`${file}: ${text} stays, ${newest.get(name)} is newer. ${held}`);
}

/** The solver, and where it looks. */
function solver(channel) {
  const named = channel ?? "conda-forge";
  if (answers(named)) return { title: `by rattler on ${named}`, solve: solveOnConda(named) };
  if (channel !== undefined) throw new Error(`${channel} does not answer`);
  return { title: "by uv on PyPI, since conda-forge does not answer from here", solve: solveOnPypi };
}

function report({ taken, left, texts }, newest) {
  for (const { line, reason } of left)
    console.log(`leaves ${line.text}, ${newest.get(line.name)} does not solve: ${reason}`);
  for (const [line, text] of texts)
    if (line.text !== text) console.log(`${line.image}.hub: ${line.text} becomes ${text}`);
  console.log(taken.length === 0 ? "the library solves as it is" : `${taken.length} newer series solve together`);
}

/** Also where no line changes: a run that was ended between the lines and what follows from them is finished so. */
function writeAll(images, { texts, chosen }, versions) {
  const channel = channelWith(chosen);
  const changes = [...texts].filter(([line, text]) => line.text !== text);
  for (const { file, name } of images) {
    const own = new Map(changes.filter(([line]) => line.image === name).map(([line, text]) => [line.text, text]));
    const path = join(folder, file);
    writeIfOther(path, replaceLines(readFileSync(path, "utf8"), own));
  }
  writeShown(changes, versions);
  writeIfOther(channelPath, channel);
  writeGenerated();
}
