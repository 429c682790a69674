// hubc deploy: brings what a program says to its cluster, one release after the other. Shows what it would do, and asks before it does it.

import { deployPlanJson, deployPlanText, isUnchanged } from "../../cluster/deploy-plan.ts";
import type { Json } from "../../knowledge/json-schema.ts";
import type { Release } from "../../model/release.ts";
import { type DeployWorld, deployRelease } from "../../node/deploy-release.ts";
import type { ChosenContext } from "../../node/kube-context.ts";
import type { KubeObjects } from "../../node/kube-objects.ts";
import { deploymentOf, placedDeployment, planDeploy } from "../../node/plan-deploy.ts";
import { printJson } from "../../text/print-json.ts";
import type { ParsedArguments } from "../arguments.ts";
import { contextFor, objectsOf, orCannotRun, type Patience, patienceOf } from "../cluster-connection.ts";
import { type CompiledReleases, compiledReleases } from "../compiled-releases.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const patience = patienceOf(parsed);
  const [hub, path] = parsed.positionals;
  const [stage, on] = [parsed.values.get("stage"), parsed.values.get("on")];
  const compiled = await compiledReleases({ hub, stage, path, on }, io);
  if (compiled === undefined) return exitCode.found;
  const { releases } = compiled;
  const chosen = await contextFor(releases, parsed, io);
  const objects = await objectsOf(chosen, patience);
  try {
    return await orCannotRun(() => deployAll({ parsed, io, patience, compiled, chosen, objects }));
  } finally {
    objects.api.end();
  }
}

interface Deploying {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  readonly patience: Patience;
  readonly compiled: CompiledReleases;
  readonly chosen: ChosenContext;
  readonly objects: KubeObjects;
}

async function deployAll(deploying: Deploying): Promise<number> {
  const { parsed, io, compiled } = deploying;
  const isJson = parsed.values.get("format") === "json";
  const reports: Json[] = [];
  let code: number = exitCode.fine;
  for (const release of compiled.releases) {
    const done = await deployOne(release, deploying);
    reports.push(done.report);
    code = done.code;
    // Stages come one after the other: what failed in one is not tried in the next.
    if (code !== exitCode.fine) break;
  }
  if (isJson) io.stdout(printJson({ releases: reports }));
  return code;
}

async function deployOne(release: Release, deploying: Deploying): Promise<{ code: number; report: Json }> {
  const { parsed, io, patience, compiled, chosen, objects } = deploying;
  const { readYaml } = await import("../../knowledge/read-yaml.ts");
  const chart = parsed.values.get("chart");
  const { program, model, files } = compiled;
  const written = deploymentOf(release, { project: model.project, root: program.root, files, readYaml, chart });
  const deployment = await placedDeployment(written, objects);
  const options = { forceConflicts: parsed.switches.has("force-conflicts"), moved: parsed.switches.has("moved") };
  const plan = await planDeploy(deployment, { objects, chosen, options });
  const report = deployPlanJson(plan);
  io.stderr(deployPlanText(plan));
  if (plan.problems.length > 0) {
    io.stderr(`${plan.problems.map((one) => `error: ${one}\n`).join("")}Nothing was deployed.\n`);
    return { code: exitCode.found, report: { ...asMap(report), deployed: false } };
  }
  if (parsed.switches.has("dry-run")) return { code: exitCode.fine, report: { ...asMap(report), deployed: false } };
  if (!(await isWanted(deploying, isUnchanged(plan)))) throw new CannotRun("Nothing was deployed.");
  const tell = (line: string) => io.note(`${release.name}: ${line}\n`);
  const world: DeployWorld = {
    objects,
    environment: io.env,
    kubeconfig: parsed.values.get("kubeconfig"),
    context: chosen.context.name,
    timeout: patience.release,
    forceConflicts: options.forceConflicts,
    tell,
  };
  await deployRelease(deployment, world);
  io.note(`${release.name} is deployed: ${release.url}/\n`);
  return { code: exitCode.fine, report: { ...asMap(report), deployed: true } };
}

function asMap(report: Json): { readonly [key: string]: Json } {
  if (typeof report !== "object" || report === null || Array.isArray(report))
    throw new Error("invariant: a report is a map");
  return report as { readonly [key: string]: Json }; // looked at in the line above
}

/** Asks on a terminal; elsewhere it has to be said. @throws CannotRun where it is not. */
async function isWanted({ parsed, io }: Deploying, nothingNew: boolean): Promise<boolean> {
  if (parsed.switches.has("yes")) return true;
  if (io.ask === undefined)
    throw new CannotRun("Nobody can be asked here: say --yes to deploy, or --dry-run to see what it would do.");
  const question = nothingNew
    ? "Nothing is other than it should be. Deploy all the same? [y/N] "
    : "Deploy this? [y/N] ";
  return /^y(?:es)?$/i.test((await io.ask(question)).trim());
}
