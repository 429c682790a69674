// hubc doctor: what on this machine a project needs, and what of it is missing, each with what to do.

import type { Model } from "../../model/model.ts";
import { findProject } from "../../node/find-project.ts";
import { printJson } from "../../text/print-json.ts";
import type { ParsedArguments } from "../arguments.ts";
import { checkProgram } from "../check-program.ts";
import { paletteFor } from "../colours.ts";
import { clusterHealth, registryHealth } from "../doctor/network-health.ts";
import { type Health, programsHealth } from "../doctor/programs-health.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram, shownFolder } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const on = buildDate(parsed.values.get("on"), io.now);
  const { model, health } = await projectHealth(parsed.positionals[0], on, io);
  const releases = model?.releases ?? [];
  const needsCluster = model === undefined || releases.length > 0;
  const found: readonly Health[] = [
    ...(await programsHealth(io.env, { needsCluster, variants: releases.map(({ provider }) => provider.variant) })),
    health,
    ...(needsCluster ? await clusterHealth(releases, parsed, io) : []),
    ...(model === undefined ? [] : await registryHealth(model, parsed.switches.has("network"))),
  ];
  if (parsed.values.get("format") === "json") io.stdout(printJson({ version: 1, checks: found }));
  else io.stdout(doctorText(found, io));
  return found.some(({ state }) => state === "wrong") ? exitCode.found : exitCode.fine;
}

/** The project, as far as there is one here: somebody may look at their machine before they begin. */
async function projectHealth(
  path: string | undefined,
  on: number,
  io: Io,
): Promise<{ readonly model: Model | undefined; readonly health: Health }> {
  const place = findProject(path, io.cwd);
  if (path !== undefined && "problem" in place) throw new CannotRun(place.problem);
  try {
    const program = await loadProgram(path, io.cwd);
    const { model, diagnostics } = await checkProgram(program.sources, { on });
    const errors = [...program.diagnostics, ...diagnostics].filter(({ severity }) => severity === "error").length;
    const where = `${program.sources.files.length} .hub files in ${shownFolder(io.cwd, program)}`;
    if (errors === 0) return { model, health: { name: "project", state: "fine", text: `${where}, no errors` } };
    const text = `${where}, ${errors} ${errors === 1 ? "error" : "errors"}`;
    return { model, health: { name: "project", state: "wrong", text, advice: "hubc check shows them" } };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return {
      model: undefined,
      health: { name: "project", state: "absent", text: "none here", advice: "hubc init begins one" },
    };
  }
}

/** A line for each; what is not right says what to do. */
function doctorText(found: readonly Health[], io: Io): string {
  const palette = paletteFor(io, "stdout");
  const width = Math.max(...found.map(({ name }) => name.length));
  const marks = {
    fine: palette.fix("ok     "),
    absent: palette.warning("missing"),
    wrong: palette.error("wrong  "),
  } as const;
  return found
    .flatMap(({ name, state, text, advice }) => [
      `${marks[state]}  ${name.padEnd(width)}  ${text}\n`,
      ...(advice === undefined ? [] : [`${" ".repeat(width + 11)}${advice}\n`]),
    ])
    .join("");
}
