// What follows from other series in the standard library: lines that documents and fixes show, the small channel of the image test, and what is generated.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { pipText, seriesIn } from "./lines.mjs";
import { metadataOf, normalised } from "./pypi.mjs";
import { must, root } from "./tools.mjs";

/** Files that show lines of the library, for conda and for pip. */
const shows = ["stdlib/README.md", "compiler/knowledge/features.ts"];
/** The table of the small channel. */
export const channelPath = join(root, "test/integration/images/packages.json");
/** conda's names of what PyPI does not have under a name of its own, or has for the hub: their entries are written by hand. */
const byHand = new Set(["python", "pip", "jupyterhub-singleuser", "jupyterhub-base"]);
const generated = [
  ["npm", ["run", "--silent", "generate"]],
  ["npm", ["run", "--silent", "build"]],
  ["npx", ["vitest", "run", "test/examples.test.ts", "test/targets/outputs.test.ts"]],
];

/** Writes the new texts where the old ones are shown: `changes` are lines with their texts, `found` the newest versions. */
export function writeShown(changes, found) {
  for (const file of shows) {
    const path = join(root, file);
    writeIfOther(
      path,
      changes.reduce((whole, change) => shownAnew(whole, change, found), readFileSync(path, "utf8")),
    );
  }
}

export function writeIfOther(path, text) {
  if (readFileSync(path, "utf8") === text) return;
  writeFileSync(path, text);
  console.log(`wrote ${relative(root, path)}`);
}

function shownAnew(whole, [line, text], found) {
  const { name, low, high } = line;
  const [newLow, newHigh] = seriesIn(text);
  return [
    [line.text, text],
    [pipText(name, low, high), pipText(name, newLow, newHigh)],
  ]
    .reduce((all, [from, to]) => all.replaceAll(`"${from}"`, `"${to}"`).replaceAll(`\`${from}\``, `\`${to}\``), whole)
    .replace(new RegExp(`"${name}==${high.replace(".", "\\.")}[0-9.]*"`, "g"), `"${name}==${found.get(name)}"`);
}

/** Writes anew what is generated from the library. */
export function writeGenerated() {
  for (const [program, args] of generated) {
    console.log(`runs ${program} ${args.join(" ")}`);
    const env = { ...process.env, UPDATE_GOLDENS: "1" };
    const { status } = spawnSync(program, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], env });
    if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed`);
  }
  console.log("now read the differences, and run npm test, npm run test:images and npm run test:course");
}

/** The small channel with the versions and dependencies of PyPI, for each of its packages that was chosen in a version that it does not have. */
export function channelWith(chosen) {
  const before = readFileSync(channelPath, "utf8");
  const entries = JSON.parse(before).conda["conda-forge"];
  const names = new Map(entries.map(([name]) => [normalised(name), name]));
  const has = new Set(entries.map(([name, version]) => `${normalised(name)}==${version}`));
  const missing = new Map(
    chosen.flatMap(({ ground, versions }) =>
      [...versions]
        .filter(([name]) => names.has(normalised(name)) && !byHand.has(name))
        .map(([name, version]) => [`${normalised(name)}==${version}`, ground.python])
        .filter(([pin]) => !has.has(pin)),
    ),
  );
  const releases = [...missing].sort().map(([pin, python]) => metadataOf(pin, python));
  const input = JSON.stringify({ releases, names: Object.fromEntries(names) });
  const added = JSON.parse(must("python", [fileURLToPath(new URL("conda_entries.py", import.meta.url))], input));
  return added.reduce(withEntry, before);
}

/** The text of the channel with an entry behind the last one of its package. */
function withEntry(text, entry) {
  const start = `      ["${entry[0]}", `;
  const rows = text.split("\n");
  const last = rows.findLastIndex((row) => row.startsWith(start));
  rows.splice(last + 1, 0, `      [${entry.map((one) => JSON.stringify(one)).join(", ")}],`);
  return rows.join("\n");
}
