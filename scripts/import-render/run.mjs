// Do hubs of a repository come to the same objects of Kubernetes by their values and by the program that they are imported as? Both are rendered by
// helm, with the repository's own chart and the JupyterHub chart in it, or with that alone: `layouts.mjs` knows where the files of each hub lie.
//
//   npm run --silent build && node scripts/import-render/run.mjs REPOSITORY --charts FOLDER [--version 4.3.5] [--hub NAME] [--all]
//
// REPOSITORY: a checkout. FOLDER/<version>: a checkout of the JupyterHub chart's repository at that version. Encrypted values lie over both, as they
// are. Checksums, generated secrets and what a program names a secret for are left out, and what means the same is made alike: see `alike.mjs`.
// `--all` shows every difference and not three of each hub. Helm has to be on the PATH, or under .cache/cluster/tools.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadAll } from "js-yaml";
import { helm } from "../../test/integration/charts/helm.mjs";
import { alike, leavesOf } from "./alike.mjs";
import { chartOf, filesOf } from "./layouts.mjs";

const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    charts: { type: "string" },
    version: { type: "string", default: "4.3.5" },
    hub: { type: "string" },
    all: { type: "boolean" },
  },
});
const [repository] = positionals;
if (repository === undefined || options.charts === undefined)
  throw new Error("Name a checkout of a repository, and by --charts the folder with the JupyterHub chart.");

const work = mkdtempSync(join(tmpdir(), "hubc-render-"));
let same = 0;
let asked = 0;
let failed = 0;
try {
  for (const folder of builtPrograms())
    for (const hub of readdirSync(join(folder, "hubs")))
      for (const stage of readdirSync(join(folder, "hubs", hub))) {
        const built = join(folder, "hubs", hub, stage, "values.yaml");
        if (!existsSync(built) || (options.hub !== undefined && hub !== options.hub)) continue;
        asked += 1;
        const found = differencesOf({ hub, stage, built });
        if (found.length === 0) same += 1;
        else say(`${hub} ${stage}: ${found.length} differ`, found);
      }
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (failed > 0) process.stdout.write(`${failed} programs do not build: their hubs are not counted\n`);
process.stdout.write(`${same} of ${asked} hubs come to the same objects\n`);
process.exit(asked > 0 && same === asked && failed === 0 ? 0 : 1);

function say(title, lines) {
  process.stdout.write(`${title}\n`);
  for (const line of options.all ? lines : lines.slice(0, 3)) process.stdout.write(`    ${line}\n`);
}

/** The repository as programs, one a cluster, and what each comes to. */
function builtPrograms() {
  const imported = run("import", ".", "--out", join(work, "programs"));
  if (!existsSync(join(work, "programs"))) throw new Error(`Nothing is imported: ${imported.stderr}`);
  const isOne = existsSync(join(work, "programs/project.hub"));
  return (isOne ? ["."] : readdirSync(join(work, "programs"))).flatMap((name) => {
    const [from, to] = [join(work, "programs", name), join(work, "built", name)];
    if (!existsSync(join(from, "project.hub"))) return [];
    const { status, stderr } = run("build", from, "--out", to);
    if (status !== 0) {
      failed += 1;
      say(`${name} does not build`, stderr.split("\n"));
    }
    return existsSync(join(to, "hubs")) ? [to] : [];
  });
}

function run(...args) {
  return spawnSync("node", [program, ...args], { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function differencesOf({ hub, stage, built }) {
  const known = filesOf(repository, { hub, stage });
  if (known === undefined) return ["no layout has its files"];
  const chart = chartOf(work, known.chart, { charts: options.charts, version: options.version });
  const [old, fresh] = [known.files, [built]].map((files) =>
    rendered(chart, `${hub}-${stage}`.slice(0, 50).replace(/-+$/, ""), [...files, ...known.over]),
  );
  if (typeof old === "string" || typeof fresh === "string")
    return [
      typeof old === "string" ? `helm refuses its values: ${old}` : `helm refuses the program's values: ${fresh}`,
    ];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    if (!old.has(name)) return [`${name} is new`];
    if (!fresh.has(name)) return [`${name} is no more`];
    const [was, is] = [leavesOf(old.get(name)), leavesOf(fresh.get(name))];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) =>
      was.get(path) === is.get(path) ? [] : [`${name}${path}: ${was.get(path) ?? "-"} → ${is.get(path) ?? "-"}`],
    );
  });
}

/** The objects by kind and name; what helm says where it refuses. */
function rendered(chart, release, files) {
  const named = files.flatMap((file) => ["--values", file]);
  const args = ["template", release, chart, "--namespace", release, "--kube-version", "1.34.0", ...named];
  const { status, stdout, stderr, error } = spawnSync(helm, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  // What a chart has from jsonnet nobody runs here, and its templates may need it.
  const more = existsSync(join(chart, "values.jsonnet")) ? " (the chart has values.jsonnet too, which is not run)" : "";
  if (status !== 0) return `${stderr.trim().replace(/\s*\n\s*/g, " ")}${more}`;
  const objects = loadAll(stdout).filter((one) => one?.kind !== undefined);
  return new Map(objects.map((one) => [`${one.kind}/${one.metadata.name}`, alike(one)]));
}
