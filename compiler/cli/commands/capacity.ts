// hubc capacity: whether the class fits, and what it costs. The report is what was asked for; what is wrong with the program goes beside it.

import { capacityReport } from "../../capacity/capacity-report.ts";
import type { ParsedArguments } from "../arguments.ts";
import { buildDate } from "../build-date.ts";
import { checkProgram } from "../check-program.ts";
import { showErrors } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";
import { loadProgram } from "../load-program.ts";
import { requireSelected, selectionOf } from "../selection.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const selection = selectionOf(parsed);
  const on = buildDate(parsed.values.get("on"), io.now);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const { diagnostics: found, model, sound } = await checkProgram(program.sources, { on, ...selection });
  if (model !== undefined) requireSelected(model, selection);
  const errors = await showErrors(found, program, io);
  const report = capacityReport(model ?? sound);
  const releases = report.releases.filter(
    ({ release }) =>
      (selection.hub === undefined || release.hub === selection.hub) &&
      (selection.stage === undefined || release.stage === selection.stage),
  );
  const external = report.external.filter((hub) => (selection.hub ?? hub) === hub && selection.stage === undefined);
  io.stdout(await printed({ ...report, releases, external }, parsed.values.get("format"), io));
  return errors > 0 ? exitCode.found : exitCode.fine;
}

async function printed(report: ReturnType<typeof capacityReport>, format: string | undefined, io: Io): Promise<string> {
  if (format === "json") return (await import("../../service/capacity-json.ts")).capacityJson(report);
  if (format === "svg") return (await import("../../service/capacity-picture.ts")).capacityPicture(report);
  return (await import("../../service/capacity-text.ts")).capacityText(report, paletteFor(io, "stdout"));
}
