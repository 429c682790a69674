// `hubc deploy` and what goes with it against a real control plane: etcd, kube-apiserver and helm, with a stand-in for the JupyterHub
// chart that has the same kinds of objects. `node test/integration/cluster/run.mjs [PART…]`; once the servers are built, some minutes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "../images/report.mjs";
import { checkAccess } from "./check-access.mjs";
import { checkAtOnce } from "./check-at-once.mjs";
import { checkChanges } from "./check-changes.mjs";
import { checkCluster } from "./check-cluster.mjs";
import { checkDeploying } from "./check-deploying.mjs";
import { checkFailures } from "./check-failures.mjs";
import { checkKills } from "./check-kills.mjs";
import { checkProviders } from "./check-providers.mjs";
import { checkRunning } from "./check-running.mjs";
import { checkScript } from "./check-script.mjs";
import { checkSecrets } from "./check-secrets.mjs";
import { checkSize } from "./check-size.mjs";
import { checkSources } from "./check-sources.mjs";
import { startControlPlane } from "./control-plane.mjs";
import { setUpCluster } from "./setup.mjs";

const parts = {
  deploying: checkDeploying,
  changes: checkChanges,
  providers: checkProviders,
  cluster: checkCluster,
  access: checkAccess,
  failures: checkFailures,
  "at-once": checkAtOnce,
  kills: checkKills,
  size: checkSize,
  running: checkRunning,
  script: checkScript,
  sources: checkSources,
  secrets: checkSecrets,
};

setUpCluster();
const { check, end } = report();
const folder = mkdtempSync(join(tmpdir(), "hubc-cluster-"));
const wanted = process.argv.slice(2);
const plane = await startControlPlane(join(folder, "plane"));
plane.testConfig = plane.kubeconfig("test.kubeconfig", plane.adminToken, "test");
try {
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const begun = Date.now();
    try {
      await run({ plane, folder, check });
    } catch (error) {
      check(`the part ${name} runs to its end`, error.stack ?? String(error));
    }
    console.log(`      ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }
} finally {
  await plane.end();
  rmSync(folder, { recursive: true, force: true });
}
end();
