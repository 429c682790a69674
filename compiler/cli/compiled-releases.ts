// The releases that a command asks a cluster about, compiled: all on one cluster.

import type { Model } from "../model/model.ts";
import type { Release } from "../model/release.ts";
import type { LoadedProgram } from "../node/load-sources.ts";
import type { OutputFile } from "../output/output-file.ts";
import { compileDeployed } from "./check-program.ts";
import { showErrors } from "./checked-model.ts";
import { CannotRun, type Io } from "./io.ts";
import { buildDate, loadProgram } from "./load-program.ts";
import { requireSelected } from "./selection.ts";

/** As asked for on the command line. */
export interface AskedReleases {
  readonly hub: string | undefined;
  readonly stage: string | undefined;
  readonly path: string | undefined;
  readonly on: string | undefined;
}

export interface CompiledReleases {
  readonly program: LoadedProgram;
  readonly model: Model;
  readonly files: readonly OutputFile[];
  /** Those that were asked for, in order of hub and stage. */
  readonly releases: readonly Release[];
}

/** Undefined where the program has errors, which have been shown. */
export async function compiledReleases(
  { hub, stage, path, on: date }: AskedReleases,
  io: Io,
): Promise<CompiledReleases | undefined> {
  const selection = { ...(hub === undefined ? {} : { hub }), ...(stage === undefined ? {} : { stage }) };
  const on = buildDate(date, io.now);
  const program = await loadProgram(path, io.cwd);
  const { diagnostics, model, files } = await compileDeployed(program.sources, { on, ...selection });
  if ((await showErrors(diagnostics, program, io)) > 0) return undefined;
  if (model === undefined) throw new Error("invariant: no errors, and yet no model");
  requireSelected(model, selection);
  if (hub !== undefined && model.externalHubs.some(({ name }) => name === hub))
    throw new CannotRun(`Somebody else runs the hub ${hub}: there is nothing to deploy.`);
  const releases = model.releases.filter(
    (release) => (hub === undefined || release.hub === hub) && (stage === undefined || release.stage === stage),
  );
  if (releases.length === 0) throw new CannotRun("The program has no hub to deploy.");
  const clusters = new Set(releases.map(({ provider }) => provider.name));
  if (clusters.size > 1)
    throw new CannotRun(
      `The hubs are on several clusters (${[...clusters].join(", ")}). Name one hub: hubc deploy HUB.`,
    );
  return { program, model, files, releases };
}
