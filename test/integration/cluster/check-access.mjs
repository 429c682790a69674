// What the roles of access.yaml allow: all that a deployment and a look need, and where a right is missing it is said which.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeReady } from "./control-plane.mjs";
import { deploy, ended, hubc, program, withSecret } from "./hubc.mjs";

export async function checkAccess({ plane, folder, check }) {
  const nodes = makeReady(plane);
  try {
    withSecret(plane, "access", "hubc-access", ["access.id", "access.secret"]);
    const cwd = program(folder, "access", { hub: "  backup { schedule = 03:00 }\n  spare { users = 2 }", course: "  lecture main { days = [mon]  time = 10:00 .. 11:00 }" });
    check("access: a build", ended(await hubc(plane, ["build", "--on", "2026-10-05"], { cwd })));
    const text = readFileSync(join(cwd, "out/hubs/access/prod/access.yaml"), "utf8");
    plane.kubectl(["apply", "--filename", "-"], text);
    const as = (account) => plane.kubeconfig(`${account}.kubeconfig`, plane.accountToken("access", account), "test");
    const [deployer, reader] = [as("hubc-deploy"), as("hubc-read")];
    const on = ["--on", "2026-10-05"];
    check("hubc-deploy may deploy", ended(await deploy(plane, cwd, [], { kubeconfig: deployer }), 0, "access-prod is deployed"));
    check("and again, with a change", ended(await deploy(plane, program(folder, "access", { hub: '  announcement = "Welcome"' }), [], { kubeconfig: deployer }), 0, "access-prod is deployed"));
    check("and compare the cluster with the program", ended(await hubc(plane, ["plan", "--cluster", ...on], { cwd, kubeconfig: deployer }), 0, "The cluster is as the program says."));
    check("hubc-read may look at it", ended(await hubc(plane, ["status", ...on], { cwd, kubeconfig: reader }), 0, /release: revision \d+, deployed/));
    check("and at its nodes", ended(await hubc(plane, ["capacity", "--cluster", ...on], { cwd, kubeconfig: reader }), 0, "pool users"));
    check("and may change nothing", ended(await hubc(plane, ["deploy", "--dry-run", ...on], { cwd, kubeconfig: reader }), 2, /`system:serviceaccount:access:hubc-read` may not `\w+` `\w+/));
    check("nor look elsewhere", ended(await hubc(plane, ["status", ...on], { cwd: program(folder, "other", {}), kubeconfig: reader }), 2, "may not `list`"));
    const { rules } = JSON.parse(plane.kubectl(["get", "role", "hubc-deploy", "--namespace", "access", "--output", "json"]));
    const needed = ["configmaps", "cronjobs", "networkpolicies", "roles", "leases"];
    const put = (list) => plane.kubectl(["patch", "role", "hubc-deploy", "--namespace", "access", "--type", "merge", "--patch", JSON.stringify({ rules: list })]);
    const full = program(folder, "access", { hub: "  backup { schedule = 03:00 }\n  spare { users = 2 }" });
    for (const [i, rule] of rules.entries()) {
      put(rules.filter((_, j) => j !== i));
      const run = await deploy(plane, full, ["--timeout", "20s"], { kubeconfig: deployer });
      const named = rule.resources.find((one) => new RegExp(`may not \`\\w+\` \`${one}|cannot \\w+ resource "${one}"`).test(run.stderr));
      const isNeeded = rule.resources.some((one) => needed.includes(one));
      // What this release does not have is not missed.
      const problem = run.code === 0 ? (isNeeded ? `it is deployed without ${rule.resources}` : "") : named ? "" : run.stderr;
      check(`without ${rule.resources.join(", ")}: ${run.code === 0 ? "not missed by this release" : `said, ${named}`}`, problem);
    }
    put(rules);
    const chart = process.env.HUBC_CHART;
    if (chart) checkChart({ plane, cwd: full, check, chart, deployer });
  } finally {
    await nodes.end();
  }
}

/** With HUBC_CHART, a folder of the JupyterHub chart: whether hubc-deploy may make, change and remove each object of it. */
function checkChart({ plane, cwd, check, chart, deployer }) {
  const values = join(cwd, "out/hubs/access/prod/values.yaml");
  const objects = plane.helmTemplate("access", "access", chart, values);
  const kinds = new Set(objects.map(({ apiVersion, kind, metadata }) => JSON.stringify([apiVersion, kind, metadata.name])));
  const refused = [...kinds].map((one) => JSON.parse(one)).flatMap(([apiVersion, kind, name]) =>
    ["create", "get", "patch", "delete"].flatMap((verb) => {
      const group = apiVersion.includes("/") ? `.${apiVersion.split("/")[0]}` : "";
      const resource = `${kind.toLowerCase().replace(/y$/, "ie").replace(/s$/, "se")}s${group}`;
      const on = verb === "create" ? resource : `${resource}/${name}`;
      try {
        execFileSync(plane.kubectlProgram, ["--kubeconfig", deployer, "auth", "can-i", verb, on, "--namespace", "access", "--quiet"], { stdio: "pipe" });
        return [];
      } catch {
        return [`${verb} ${on}`];
      }
    }),
  );
  check(`hubc-deploy may deploy the chart's ${kinds.size} objects`, refused.join(", "));
}
