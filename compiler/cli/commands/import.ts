// hubc import: hubs that exist as a program, and the proof that it comes to the values that they have.

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Environment, readEnvironment } from "../../import/environment.ts";
import type { Figures } from "../../import/figures.ts";
import { imageFoldersIn, readImageFolders } from "../../import/images/image-folders.ts";
import { settleImages } from "../../import/images/settle-images.ts";
import { type ImportedProgram, importPrograms } from "../../import/import-program.ts";
import { renderImages, renderProof } from "../../import/render-proof.ts";
import { makeFiles } from "../../node/write-sources.ts";
import { shellCommand } from "../../output/shell-script.ts";
import { printJson } from "../../text/print-json.ts";
import type { ParsedArguments } from "../arguments.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, finishEarlier } from "../load-program.ts";
import { askedChart, hubsAt, type NamedHubs } from "../values-paths.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const out = parsed.values.get("out");
  if (out === undefined) throw new CannotRun("--out DIR is needed: the folder to write the program into.");
  const folder = resolve(io.cwd, out);
  if (existsSync(join(folder, "project.hub")))
    throw new CannotRun(`There is a program in ${out} already. Nothing was written.`);
  const namedHubs = parsed.switches.has("cluster")
    ? await (await import("../cluster-hubs.ts")).clusterHubs(parsed, io)
    : named(parsed, io);
  const on = buildDate(undefined, io.now);
  const images = settleImages(readImageFolders((namedHubs.trees ?? []).flatMap(imageFoldersIn)), on);
  const environments = environmentsAt(namedHubs, { parsed, io, hasImages: images.length > 0 });
  const programs = importPrograms(environments, on, images);
  await write(programs, { folder, out, io });
  const figures = programs.flatMap((program) => program.figures);
  const errors = programs.flatMap((program) => program.errors);
  if (parsed.values.get("format") === "json") {
    const hubs = figures.map(({ pastPaths: _, ...one }) => one);
    const folders = images.map(({ name, path, packages, lines, left }) => ({ name, path, packages, lines, left }));
    io.stdout(printJson({ hubs, images: folders, errors: errors.map(({ code, message }) => ({ code, message })) }));
  } else
    io.stdout(
      [...(figures.length === 0 ? [] : [renderProof(figures, errors.length > 0)]), ...renderImages(images)].join("\n"),
    );
  for (const { code, message } of errors) io.stderr(`error[${code}]: ${message}\n`);
  const differs = figures.filter(isOther).length + images.filter(({ left }) => left.length > 0).length;
  io.note(nextSteps({ out, differs, errors: errors.length, programs }));
  return differs > 0 || errors.length > 0 ? exitCode.found : exitCode.fine;
}

/** Would the hub be another one? What is encrypted goes to helm beside the program's values, so it is there. */
function isOther({ different, dropped }: Figures): boolean {
  return different.length > 0 || dropped.length > 0;
}

/** Those of the paths. @throws CannotRun where an option is for releases of a cluster. */
function named({ positionals, values }: ParsedArguments, io: Io): NamedHubs {
  for (const option of ["namespace", "context", "kubeconfig", "timeout"])
    if (values.has(option)) throw new CannotRun(`--${option} is for --cluster.`);
  const paths = positionals.length === 0 ? ["."] : positionals;
  return { ...hubsAt(paths, io.cwd), shown: paths.join(", ") };
}

interface Asked {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  /** There is something to import without a hub. */
  readonly hasImages: boolean;
}

/** The hubs that are asked for; what of them can't be read is said. */
function environmentsAt(
  { hubs, skipped, shown }: NamedHubs,
  { parsed: { values }, io, hasImages }: Asked,
): readonly Environment[] {
  for (const { path, why } of skipped) io.note(`left out ${path}: ${why}\n`);
  const [hub, stage] = [values.get("hub"), values.get("stage")];
  const wanted = hubs.filter(
    ({ place }) => (hub === undefined || place.hub === hub) && (stage === undefined || place.stage === stage),
  );
  if (hubs.length > 0 && wanted.length === 0)
    throw new CannotRun(`No such hub: there are ${[...new Set(hubs.map(({ place }) => place.hub))].join(", ")}.`);
  const asked = askedChart(values.get("chart"));
  const read = wanted.map((foundHub) => readEnvironment(foundHub, asked));
  const environments = read.flatMap((one) => {
    if (!("why" in one)) return [one];
    io.note(`left out ${one.name}: ${one.why}\n`);
    return [];
  });
  for (const said of new Set(environments.flatMap(({ passedOver }) => passedOver))) io.note(`${said}\n`);
  if (environments.length === 0 && (hubs.length > 0 || !hasImages))
    throw new CannotRun(`${shown}: no values of the JupyterHub chart that can be read are there.`);
  return environments;
}

/** Writes all files or none. @throws CannotRun where one of them is there already. */
async function write(
  programs: readonly ImportedProgram[],
  { folder, out, io }: { readonly folder: string; readonly out: string; readonly io: Io },
): Promise<void> {
  const files = programs.flatMap((program) =>
    program.files.map(({ path, text }) => ({
      name: program.folder === "" ? path : `${program.folder}/${path}`,
      text,
    })),
  );
  await finishEarlier(folder);
  const failure = await makeFiles(folder, files);
  if (failure !== undefined && "taken" in failure)
    throw new CannotRun(`${failure.taken.join(", ")}: there already, in ${out}. Nothing was written.`);
  if (failure !== undefined) throw new CannotRun(`${out}: ${failure.problem}`);
  for (const { name } of files) io.note(`wrote ${relative(io.cwd, join(folder, name))}\n`);
}

interface Outcome {
  readonly out: string;
  readonly differs: number;
  readonly errors: number;
  readonly programs: readonly ImportedProgram[];
}

function nextSteps({ out, differs, errors, programs }: Outcome): string {
  const first = programs[0]?.folder ?? "";
  const path = first === "" ? out : `${out}/${first}`;
  if (errors > 0) return `Next: mend what ${shellCommand(["hubc", "check", path])} finds, and compare again.\n`;
  if (differs > 0) return "Next: look at what is different or dropped above before anything is deployed.\n";
  return `Next: read the program, then ${shellCommand(["hubc", "build", path])}; what stands in values, config and python is what no setting says yet.\n`;
}
