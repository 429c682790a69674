// Stand-ins for conda-lock and pixi, and the conda channel that they ask: what is tested with them is how hubc calls a solver and what
// it does with the answer, never a solve.

import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { reply, startLocalServer } from "./local-server.ts";
import { putFiles, temporaryFolder } from "./temporary-folder.ts";

export interface LocalChannel {
  /** `http://127.0.0.1:port/campus`. */
  readonly channel: string;
  readonly asked: readonly string[];
}

/** A channel with these packages, as `name` to version. */
export async function startChannel(packages: Readonly<Record<string, string>>): Promise<LocalChannel> {
  const entries = Object.entries(packages).map(([name, version]) => {
    const record = { name, version, build: "0", build_number: 0, depends: [], subdir: "noarch" };
    return [`${name}-${version}-0.conda`, record];
  });
  const repodata = { info: { subdir: "noarch" }, packages: {}, "packages.conda": Object.fromEntries(entries) };
  const { host, asked } = await startLocalServer(() => (request, response) => {
    if (request.url === "/campus/noarch/repodata.json") reply(response, 200, JSON.stringify(repodata));
    else reply(response, 404);
  });
  return { channel: `http://${host}/campus`, asked };
}

/** A folder for PATH with git, and with a stand-in for each of `tools`. */
export function folderOfTools(tools: readonly ("conda-lock" | "pixi")[], gitPath: string): string {
  const folder = temporaryFolder();
  const bin = join(folder, "bin");
  mkdirSync(bin);
  symlinkSync(gitPath, join(bin, "git"));
  for (const tool of tools) {
    putFiles(folder, { [`bin/${tool}`]: `#!${process.execPath}\n${standIns[tool]}` });
    chmodSync(join(bin, tool), 0o755);
  }
  return bin;
}

/** Reads environment.yml's lines by their form alone, as hubc prints them. */
const reading = `
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const words = process.argv.slice(2);
const fail = (text) => { console.error(text); process.exit(3); };
const read = () => {
  const lines = readFileSync("environment.yml", "utf8").split("\\n").filter((line) => !line.startsWith("#"));
  const channel = (lines.find((line) => /^ *- "?http/.test(line)) ?? "").replace(/^ *- /, "").replaceAll('"', "");
  const conda = lines.filter((line) => /^ {2}- [a-z]+=/.test(line)).map((line) => line.slice(4));
  return { channel, conda, lines };
};
const platforms = words.flatMap((word, index) => (words[index - 1] === "--platform" ? [word] : []));
const solve = async (file) => {
  const { channel, conda, lines } = read();
  const repodata = await (await fetch(channel + "/noarch/repodata.json")).json();
  const known = Object.values(repodata["packages.conda"]);
  const found = conda.map((line) => {
    const [name, version] = line.split("=");
    const one = known.find((record) => record.name === name && record.version.startsWith(version));
    if (one === undefined) fail("looking\\nCould not solve for environment specs:\\n  nothing provides " + line);
    return name + " " + one.version;
  });
  const git = lines.filter((line) => line.includes("git+")).map((line) => line.trim());
  writeFileSync(file, [...platforms, ...found, ...git, ""].join("\\n"));
};`;

const standIns = {
  "conda-lock": `${reading}
if (words[0] !== "lock" || words[words.indexOf("--file") + 1] !== "environment.yml") fail("bad arguments");
solve(words[words.indexOf("--lockfile") + 1]);
`,
  pixi: `${reading}
if (words[0] === "init") {
  if (words[1] !== "--import" || words[2] !== "environment.yml") fail("bad arguments");
  writeFileSync("pixi.toml", JSON.stringify(platforms));
} else if (words[0] === "lock" && words.length === 1) {
  if (!existsSync("pixi.toml")) fail("could not find pixi.toml");
  platforms.push(...JSON.parse(readFileSync("pixi.toml", "utf8")));
  solve("pixi.lock");
} else fail("bad arguments");
`,
};
