// What `hubc plan` says of restarts, against what the chart makes of the values before and after: for every change of the catalogue in
// test/fixtures/plans, and every stage of a hub that is there before and after.
// `node test/integration/charts/plans.mjs --charts FOLDER [CHANGE…]`, with a checkout of the chart's repository in FOLDER/<version>.
// Needs helm, which `npm run test:cluster` brings, or one on the PATH, and PyYAML.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./programs.mjs";

const [option, charts, ...wanted] = process.argv.slice(2);
if (option !== "--charts" || charts === undefined) throw new Error("plans.mjs --charts FOLDER [CHANGE…]");
const helm = [join(projectRoot, ".cache/cluster/tools/helm"), "helm"].find((one) => one === "helm" || existsSync(one));
const plans = join(projectRoot, "test/fixtures/plans");
const folder = mkdtempSync(join(tmpdir(), "hubc-plans-"));
const releases = ["datahub/staging", "datahub/prod", "research/prod"];
/** Pods of the chart's parts, by the code that says that they start anew. */
const parts = {
  hub: "hub-restarts",
  proxy: "proxy-restarts",
  autohttps: "autohttps-restarts",
  "user-scheduler": "user-scheduler-restarts",
  "continuous-image-puller": "image-puller-restarts",
};
/** What the chart would make by chance, the same each time. */
const fixed = ["proxy.secretToken=aa", `hub.cookieSecret=${"a".repeat(64)}`, `hub.config.CryptKeeper.keys[0]=${"b".repeat(64)}`];

const base = readFileSync(join(plans, "campus.hub"), "utf8");
const changes = JSON.parse(readFileSync(join(plans, "changes.json"), "utf8")).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const before = rendered("base", base, "4.4.0");
let passed = 0;
let failed = 0;
for (const { name, edits } of changes) {
  const text = edits.reduce((all, [find, put]) => all.replaceAll(find, () => put), base);
  const [, version = "4.4.0"] = /^ *chart *= *"([^"]+)"/m.exec(text) ?? [];
  const after = rendered(name, text, version);
  const plan = JSON.parse(readFileSync(join(plans, "expected", `${name}.json`), "utf8"));
  const problems = releases.flatMap((release) => compare(release, before[release], after[release], plan));
  console.log(problems.length === 0 ? `ok    ${name}` : `FAIL  ${name}: ${problems.join("; ")}`);
  if (problems.length === 0) passed++;
  else failed++;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/** Pods, and the other objects, of each release. */
function rendered(name, text, version) {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, "campus.hub"), text);
  const args = [join(projectRoot, "dist/cli.js"), "build", "--on", "2026-10-05", "--out", join(place, "out")];
  execFileSync(process.execPath, args, { cwd: place, stdio: ["ignore", "ignore", "pipe"] });
  return Object.fromEntries(releases.map((release) => [release, render(join(place, "out/hubs", release, "values.yaml"), version)]));
}

function render(values, version) {
  if (!existsSync(values)) return undefined;
  const set = fixed.flatMap((one) => ["--set", one]);
  const made = spawnSync(helm, ["template", "x", join(charts, version, "jupyterhub"), "--values", values, ...set], { encoding: "utf8", maxBuffer: 2 ** 27 });
  if (made.status !== 0) throw new Error(made.stderr);
  const script = "import json,sys,yaml; print(json.dumps([d for d in yaml.safe_load_all(sys.stdin) if d]))";
  const objects = JSON.parse(execFileSync("python3", ["-c", script], { input: made.stdout, encoding: "utf8", maxBuffer: 2 ** 27 }));
  const pods = objects.filter(({ spec }) => spec?.template !== undefined && spec.replicas !== 0);
  return {
    pods: new Map(pods.map(({ metadata, spec }) => [metadata.name, JSON.stringify(spec.template)])),
    claims: objects.filter(({ kind }) => kind === "PersistentVolumeClaim").map((one) => JSON.stringify(one)),
    objects: new Set(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)),
  };
}

function compare(release, was, is, { changes: said, releases: deployed }) {
  if (was === undefined || is === undefined) return [];
  const [hub, stage] = release.split("/");
  const codes = new Set(said.filter((one) => one.hubs.includes(hub) && one.stages.includes(stage)).map(({ code }) => code));
  const restarts = Object.entries(parts).flatMap(([name, code]) => {
    const differs = was.pods.has(name) && is.pods.has(name) && was.pods.get(name) !== is.pods.get(name);
    return differs === codes.has(code) ? [] : [`${release}: ${name} ${differs ? "starts anew, which is not said" : "is said to start anew"}`];
  });
  const isDeployed = deployed.some((one) => one.hub === hub && one.stage === stage);
  const differs = JSON.stringify([[...was.pods], was.claims, [...was.objects]]) !== JSON.stringify([[...is.pods], is.claims, [...is.objects]]);
  const other = [...is.objects].filter((one) => !was.objects.has(one)).concat([...was.objects].filter((one) => !is.objects.has(one)));
  const claims = was.claims.join() !== is.claims.join() && !said.some(({ text }) => /database|disk|claim/i.test(text));
  return [
    ...restarts,
    ...(differs && !isDeployed ? [`${release}: it changes, which is not said`] : []),
    ...(claims ? [`${release}: the claim of the hub's database changes, which is not said`] : []),
    ...other.flatMap((one) => (said.some(({ text, details }) => [text, ...details].join(" ").includes(one.split(" ")[1].replace(/^x-/, ""))) ? [] : [`${release}: ${one} comes or goes`])),
  ];
}
