// Two deployments of one release at once: one waits for the other, and both end well.
import { makeReady } from "./control-plane.mjs";
import { chart, deploy, ended, hubc, program, state, withSecret } from "./hubc.mjs";

export async function checkAtOnce({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    withSecret(plane, "pair", "hubc-pair", ["pair.id", "pair.secret"]);
    const cwd = program(folder, "pair", {});
    const other = program(`${folder}/other`, "pair", { hub: '  announcement = "Welcome"', course: "  lecture main { days = [mon]  time = 10:00 .. 11:00 }" });
    const runs = await Promise.all([cwd, other, cwd, other].map((one) => deploy(plane, one)));
    for (const [i, run] of runs.entries()) check(`four at once: ${i + 1}`, ended(run, 0, "pair-prod is deployed"));
    const waited = runs.filter(({ stderr }) => stderr.includes("waiting for another deployment of the release, by process")).length;
    check("they wait for each other", waited >= 2 ? "" : `${waited} have waited`);
    const records = JSON.parse(plane.kubectl(["get", "secrets", "--namespace", "pair", "--selector", "owner=helm", "--output", "json"])).items;
    const statuses = records.map(({ metadata }) => metadata.labels.status).sort();
    check("each is a revision of its own, and one is deployed", statuses.join() === "deployed,superseded,superseded,superseded" ? "" : statuses.join());
    await deploy(plane, cwd);
    const alone = state(plane, "pair");
    check("what the other has brought is gone after the next", alone.includes("room-stats-main") ? alone : "");
    // A holder that does not renew is dead, wherever it ran.
    const lease = "/apis/coordination.k8s.io/v1/namespaces/pair/leases/hubc-deploy-pair-prod";
    const time = (seconds) => new Date(Date.now() - seconds * 1000).toISOString().replace("Z", "000Z");
    const taken = (seconds) => plane.ask("PATCH", lease, { spec: { holderIdentity: "somebody", acquireTime: time(60), renewTime: time(seconds) } }, "application/merge-patch+json");
    await taken(0);
    const busy = await hubc(plane, ["deploy", "--yes", "--chart", chart, "--on", "2026-10-05", "--timeout", "3s"], { cwd });
    check("one that another has is waited for, and told of", ended(busy, 2, "Another deployment of the release is under way, by somebody"));
    await taken(30);
    check("and taken where it is not renewed", ended(await deploy(plane, cwd)));
  } finally {
    await nodes.end();
  }
}
