// hubc plan --cluster: what of each release in its cluster is other than the program says.

import { clusterPlanJson, clusterPlanText, differs } from "../../cluster/cluster-plan.ts";
import { planCluster } from "../../node/plan-cluster.ts";
import { deploymentOf, placedDeployment } from "../../node/plan-deploy.ts";
import { printJson } from "../../text/print-json.ts";
import type { ParsedArguments } from "../arguments.ts";
import { contextFor, objectsOf, orCannotRun, patienceOf } from "../cluster-connection.ts";
import { compiledReleases } from "../compiled-releases.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";

/** With `--exit-code`: something differs, and nothing is refused. */
const DIFFERS = 3;

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  for (const option of ["against", "from", "to"])
    if (parsed.values.has(option))
      throw new CannotRun(`--cluster compares with what runs, and --${option} with another program: give one of them.`);
  const format = parsed.values.get("format");
  if (format === "markdown")
    throw new CannotRun("--cluster prints text or json: what runs belongs to no pull request.");
  const patience = patienceOf(parsed);
  const [path] = parsed.positionals;
  const [hub, stage] = [parsed.values.get("hub"), parsed.values.get("stage")];
  const compiled = await compiledReleases({ hub, stage, path, on: parsed.values.get("on") }, io);
  if (compiled === undefined) return exitCode.found;
  const { releases, program, model, files } = compiled;
  const chosen = await contextFor(releases, parsed, io);
  const objects = await objectsOf(chosen, patience);
  const { readYaml } = await import("../../knowledge/read-yaml.ts");
  try {
    const plans = [];
    for (const release of releases) {
      const written = deploymentOf(release, {
        project: model.project,
        root: program.root,
        files,
        readYaml,
        chart: undefined,
      });
      plans.push(
        await orCannotRun(async () =>
          planCluster(await placedDeployment(written, objects), { objects, chosen, readYaml }),
        ),
      );
    }
    io.stdout(
      format === "json" ? printJson({ releases: plans.map(clusterPlanJson) }) : plans.map(clusterPlanText).join("\n"),
    );
    if (plans.some(({ deploy }) => deploy.problems.length > 0)) return exitCode.found;
    return parsed.switches.has("exit-code") && plans.some(differs) ? DIFFERS : exitCode.fine;
  } finally {
    objects.api.end();
  }
}
