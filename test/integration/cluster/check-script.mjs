// A release's deploy.sh, with kubectl and helm alone, does what `hubc deploy` does: each takes over what the other has deployed, and what an
// earlier build's `kubectl apply` did.
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { chart, deploy, ended, hubc, program, state, withSecret } from "./hubc.mjs";
import { runAside } from "./run-aside.mjs";
import { tools } from "./setup.mjs";

export async function checkScript({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    withSecret(plane, "script", "hubc-script", ["script.id", "script.secret"]);
    const lecture = "  lecture main { days = [mon]  time = 10:00 .. 11:00 }";
    const plain = program(`${folder}/plain`, "script", { course: lecture });
    const other = program(`${folder}/moved`, "script", { hub: '  announcement = "Welcome"\n  backup { schedule = 03:00 }' });
    check("by hubc deploy", ended(await deploy(plane, plain)));
    const goal = state(plane, "script");
    check("another program, by the script", ended(await script(plane, other), 0, "serverside-applied", "deleted"));
    check("and the first again, by the script", ended(await script(plane, plain)));
    const byScript = state(plane, "script");
    check("which ends in the state that hubc deploy has made", withoutNotes(byScript) === withoutNotes(goal) ? "" : `${goal}\n\n${byScript}`);
    const again = await deploy(plane, plain);
    check("hubc deploy takes it over, and changes nothing", ended(again, 0, "is upgraded") || (/^ {2}[~+-] (?!the release)/m.test(again.stderr) ? again.stderr : ""));
    check("and ends in the same state", state(plane, "script") === goal ? "" : "it differs");
    const noted = plane.kubectl(["get", "configmap", "hubc-inventory-script-prod", "--namespace", "script", "--output", "jsonpath={.data.objects}"]);
    await script(plane, plain);
    const left = plane.kubectl(["get", "configmap", "hubc-inventory-script-prod", "--namespace", "script", "--output", "jsonpath={.data}"]);
    check("the script leaves the list of what was brought, and forgets which values were", JSON.parse(left).objects === noted && JSON.parse(left).values === undefined ? "" : left);
    plane.kubectl(["patch", "cronjob", "room-stats-main", "--namespace", "script", "--type", "merge", "--patch", '{"spec":{"schedule":"0 1 * * *"}}']);
    const before = revision(plane);
    check("a field that somebody has set is refused by the script too, with who", ended(await script(plane, plain), 1, "kubectl-patch", ".spec.schedule"));
    check("and the release is left alone", revision(plane) === before ? "" : `revision ${before} became ${revision(plane)}`);
    await deploy(plane, plain, ["--force-conflicts"]);
    plane.kubectl(["delete", "secret", "hubc-script", "--namespace", "script"]);
    check("a Secret that is not there stops it before helm", ended(await script(plane, plain), 2, "hubc-script"));
    await checkEarlier({ plane, folder, check });
  } finally {
    await nodes.end();
  }
}

/** Earlier builds told people to run `kubectl apply`, whose fields kubectl hands over to hubc. */
async function checkEarlier({ plane, folder, check }) {
  withSecret(plane, "earlier", "hubc-earlier", ["earlier.id", "earlier.secret"]);
  const notes = (key) => `  manifests = ["""\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: notes }\ndata: { ${key}: "1" }\n"""]`;
  const cwd = program(folder, "earlier", { hub: notes("a") });
  await hubc(plane, ["build", "--on", "2026-10-05"], { cwd });
  plane.kubectl(["apply", "--namespace", "earlier", "--filename", join(cwd, "out/hubs/earlier/prod/manifests")]);
  const next = program(folder, "earlier", { hub: notes("b") });
  check("what `kubectl apply` of an earlier build has set is hubc's, by the script", ended(await script(plane, next)));
  const data = plane.kubectl(["get", "configmap", "notes", "--namespace", "earlier", "--output", "jsonpath={.data}"]);
  check("also what is not written any more", data === '{"b":"1"}' ? "" : data);
}

/** Builds, and runs deploy.sh as somebody at a shell does, with the stand-in of the chart in place of the repository's. */
export async function script(plane, cwd, { env = {} } = {}) {
  const built = await hubc(plane, ["build", "--force", "--on", "2026-10-05"], { cwd });
  if (built.code !== 0) return built;
  const [hub] = /^hub (\S+)/m.exec(readFileSync(join(cwd, "main.hub"), "utf8"))?.slice(1) ?? [];
  const path = join(cwd, "out/hubs", hub, "prod/deploy.sh");
  const text = readFileSync(path, "utf8");
  const local = text.replace(/jupyterhub --repo \S+ --version \S+/, chart).replace("--timeout 30m", "--timeout 60s");
  if (local === text || !local.includes(chart)) throw new Error("the script takes the chart in a way that is not known here");
  writeFileSync(path, local);
  return runAside("bash", [path], { cwd, env: { ...process.env, KUBECONFIG: plane.testConfig, PATH: `${tools}${delimiter}${process.env.PATH}`, ...env } });
}

/** What helm makes of values is the same but for the notes that a deployment leaves. */
function withoutNotes(text) {
  return text.split("\n").filter((line) => !line.includes("hubc-inventory")).join("\n");
}

function revision(plane) {
  return JSON.parse(plane.helm("history", "script", "script", ["--output", "json"])).at(-1).revision;
}
