// hubc capacity: whether the class fits, and what it costs. The report is what was asked for; what is wrong with the program goes beside it.

import { capacityReport } from "../../capacity/capacity-report.ts";
import type { Model } from "../../model/model.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkProgram } from "../check-program.ts";
import { showErrors } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram } from "../load-program.ts";
import { requireSelected, type Selection, selectionOf } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const { diagnostics: found, model, sound } = await checkProgram(program.sources, { on, ...selection });
  if (model !== undefined) requireSelected(model, selection);
  const errors = await showErrors(found, program, io);
  const measured = parsed.switches.has("cluster")
    ? await measuredIn(model ?? sound, selection, { parsed, io })
    : undefined;
  if (measured === undefined) refuseClusterOptions(parsed);
  const report = capacityReport(measured ?? model ?? sound);
  const releases = report.releases.filter(
    ({ release }) =>
      (selection.hub === undefined || release.hub === selection.hub) &&
      (selection.stage === undefined || release.stage === selection.stage),
  );
  const external = report.external.filter((hub) => (selection.hub ?? hub) === hub && selection.stage === undefined);
  io.stdout(await printed({ ...report, releases, external }, parsed.values.get("format"), io));
  return errors > 0 ? exitCode.found : exitCode.fine;
}

interface Asked {
  readonly parsed: ParsedArguments;
  readonly io: Io;
}

/** With the nodes that the cluster of the selected hubs has. @throws CannotRun where it can't be asked. */
async function measuredIn(model: Model, { hub, stage }: Selection, { parsed, io }: Asked): Promise<Model> {
  const releases = model.releases.filter(
    (release) => (hub ?? release.hub) === release.hub && (stage ?? release.stage) === release.stage,
  );
  const providers = [...new Set(releases.map(({ provider }) => provider.name))];
  const [provider] = providers;
  if (provider === undefined) throw new CannotRun("There is no hub of the program's own to ask about.");
  if (providers.length > 1)
    throw new CannotRun(`The hubs are on several clusters (${providers.join(", ")}). Name one hub: --hub NAME.`);
  const [{ contextFor, objectsOf, orCannotRun, patienceOf }, { withMeasuredPools }] = await Promise.all([
    import("../cluster-connection.ts"),
    import("../../node/measure-pools.ts"),
  ]);
  const objects = await objectsOf(await contextFor(releases, parsed, io), patienceOf(parsed));
  try {
    return await orCannotRun(() => withMeasuredPools(model, provider, objects));
  } finally {
    objects.api.end();
  }
}

function refuseClusterOptions({ values }: ParsedArguments): void {
  for (const option of ["context", "kubeconfig", "timeout"])
    if (values.has(option)) throw new CannotRun(`--${option} is for --cluster.`);
}

async function printed(report: ReturnType<typeof capacityReport>, format: string | undefined, io: Io): Promise<string> {
  if (format === "json") return (await import("../../service/capacity-json.ts")).capacityJson(report);
  if (format === "svg") return (await import("../../service/capacity-picture.ts")).capacityPicture(report);
  return (await import("../../service/capacity-text.ts")).capacityText(report, paletteFor(io, "stdout"));
}
