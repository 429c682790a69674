// hubc test: whether what the program expects of itself holds, on all its days or on one.

import { testJson, testReport, testText } from "../../service/test-report.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkProgram } from "../check-program.ts";
import { showErrors } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram, pathFrom } from "../load-program.ts";
import { type Printing, printFindings } from "../print-findings.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const written = parsed.values.get("on");
  const on = buildDate(written, io.now);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const examined = await checkProgram(program.sources, { on });
  if ((await showErrors(examined.diagnostics, program, io)) > 0) return exitCode.found;
  const report = testReport(examined, written === undefined ? undefined : on);
  io.stdout(await printed(report, { format: parsed.values.get("format"), io, pathOf: pathFrom(io.cwd, program) }));
  return report.findings.length > 0 ? exitCode.found : exitCode.fine;
}

async function printed(report: ReturnType<typeof testReport>, printing: Printing): Promise<string> {
  const { format, io } = printing;
  if (format === "json") return testJson(report);
  if (format === "junit") return (await import("../../service/test-junit.ts")).testJunit(report);
  const findings = await printFindings(report.findings, printing);
  if (format === "github") return findings;
  return `${findings}${findings === "" ? "" : "\n"}${testText(report, paletteFor(io, "stdout"))}`;
}
