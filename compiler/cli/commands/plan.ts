// hubc plan: what a change of a program does to people, to their work and to what runs.

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { LOCK_FILE } from "../../lock/lock.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import type { LockedProgram } from "../../node/locked-program.ts";
import { keepParsed, type ParseFile } from "../../parsed-file.ts";
import type { Snapshot } from "../../plan/plan.ts";
import { type BuiltProgram, type Planned, planned, snapshotOf } from "../../service/plan.ts";
import { type Day, printDate } from "../../text/calendar.ts";
import type { ParsedArguments } from "../arguments.ts";
import { compileDeployed } from "../check-program.ts";
import { showErrors } from "../checked-model.ts";
import { paletteFor } from "../colours.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram, writtenDate } from "../load-program.ts";

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  if (parsed.switches.has("cluster")) return (await import("./plan-cluster.ts")).run(parsed, io);
  for (const option of ["hub", "stage", "context", "kubeconfig", "timeout"])
    if (parsed.values.has(option)) throw new CannotRun(`--${option} is for --cluster.`);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const { before: from, after: to } = daysOf(parsed, io);
  const trees = keepParsed();
  const { diagnostics, built: after, lockProblem } = await plannedProgram(program, { on: to, trees });
  if ((await showErrors(diagnostics, program, io)) > 0) return exitCode.found;
  if (after === undefined) throw new Error("invariant: no errors, and yet no model");
  if (lockProblem !== undefined) io.stderr(`note: the plan is without the lock: ${lockProblem}\n`);
  const earlier = await earlierOf({ parsed, io, program, after, on: from, trees });
  const { readYaml } = await import("../../knowledge/read-yaml.ts");
  const { settledChanges } = await import("../settle-changes.ts");
  const settle = (diagnostics: readonly Diagnostic[]) => settledChanges(diagnostics, program.sources, after.model);
  const result = planned(earlier.before, after, { readYaml, settle });
  io.stdout(await printed(result, `${earlier.shown}${dateWords(from, to)}`, parsed, io));
  if (result.refused.some(({ severity }) => severity === "error")) return exitCode.found;
  const { changes, releases } = result.plan;
  return parsed.switches.has("exit-code") && changes.length + releases.length > 0 ? CHANGES : exitCode.fine;
}

/** With `--exit-code`: something changes, and nothing is refused. */
const CHANGES = 3;

/** The dates of the two sides: one, unless two are given. */
function daysOf({ values }: ParsedArguments, io: Io): { readonly before: Day; readonly after: Day } {
  const on = buildDate(values.get("on"), io.now);
  const [from, to] = [values.get("from"), values.get("to")];
  if ((from !== undefined || to !== undefined) && values.has("on"))
    throw new CannotRun("--on is one date for both sides, and --from and --to are two: give one or the other.");
  return {
    before: from === undefined ? on : writtenDate("from", from),
    after: to === undefined ? on : writtenDate("to", to),
  };
}

function dateWords(from: Day, to: Day): string {
  return from === to ? `, for ${printDate(to)}` : `, ${printDate(to)} against ${printDate(from)}`;
}

interface Asked {
  readonly parsed: ParsedArguments;
  readonly io: Io;
  readonly program: LoadedProgram;
  readonly after: BuiltProgram;
  readonly on: Day;
  readonly trees: ParseFile;
}

interface Earlier {
  readonly before: Snapshot;
  readonly shown: string;
}

/** The other side. Two dates alone are of one program. */
async function earlierOf({ parsed, io, program, after, on, trees }: Asked): Promise<Earlier> {
  const against = parsed.values.get("against");
  const isDated = parsed.values.has("from") || parsed.values.has("to");
  if (against === undefined && isDated)
    return {
      before: snapshotOf(await builtAt(program, { on, shown: printDate(on), trees })),
      shown: "the same program",
    };
  const folder = against === undefined ? undefined : await folderAt(resolve(io.cwd, against), against);
  if (folder !== undefined) return { before: folder, shown: `what a build wrote to ${against}` };
  const { mergeBase, revisionAt, withRevision } = await import("../../node/git-revision.ts");
  const branch = after.model.project.ci.branch.value;
  const found =
    against === undefined
      ? await mergeBase(program.root, branch, io.env)
      : await revisionAt(program.root, against, io.env);
  if ("problem" in found && against !== undefined) await refuseUnbuilt(resolve(io.cwd, against), against);
  if ("problem" in found) throw new CannotRun(refusal(program, io, found.problem, against));
  const shown = `${found.commit.slice(0, 7)}, ${found.shown}`;
  const built = await withRevision(program.root, found, io.env, async (folder) => {
    const earlier = existsSync(folder) ? await programIn(folder, parsed.positionals[0], program) : undefined;
    return {
      before: snapshotOf(earlier && (await builtAt(withSameFiles(earlier, program), { on, shown, trees }))),
      shown,
    };
  });
  if ("problem" in built) throw new CannotRun(refusal(program, io, built.problem, against));
  return built;
}

/** What a build wrote to a folder; undefined where there is no such build. @throws CannotRun where it does not say enough of itself. */
async function folderAt(folder: string, written: string): Promise<Snapshot | undefined> {
  const { MANIFEST } = await import("../../node/earlier-build.ts");
  if (!existsSync(join(folder, MANIFEST))) return undefined;
  const [{ earlierBuilt }, { isCompared }] = await Promise.all([
    import("../../node/earlier-built.ts"),
    import("../../plan/cluster-objects.ts"),
  ]);
  const { facts, texts } = await earlierBuilt(folder, isCompared);
  if (facts === undefined)
    throw new CannotRun(
      `${written} was written by an older hubc, or its ${MANIFEST} can't be read: it does not say what its program said. Name a revision with --against.`,
    );
  const { VOCABULARY } = await import("../../plan/fact-vocabulary.ts");
  if ((facts.vocabulary ?? VOCABULARY) > VOCABULARY)
    throw new CannotRun(
      `${written} was built by a newer hubc, whose ${MANIFEST} this one can't compare with. Update hubc, or name a revision with --against.`,
    );
  return { facts, texts, pools: undefined };
}

/** @throws CannotRun where what names no revision is a path at which there is no build. */
async function refuseUnbuilt(path: string, written: string): Promise<void> {
  if (!existsSync(path)) return;
  const { MANIFEST } = await import("../../node/earlier-build.ts");
  throw new CannotRun(
    `${written} is neither a revision nor a folder that hubc build wrote: it has no ${MANIFEST}. Name a revision, or the folder of a build, such as \`out\`.`,
  );
}

/** The program that was in the folder; none where there was none yet. */
async function programIn(
  folder: string,
  path: string | undefined,
  now: LoadedProgram,
): Promise<LoadedProgram | undefined> {
  const only = path?.endsWith(".hub") ? now.sources.files[0]?.path : undefined;
  try {
    return await loadProgram(only === undefined ? folder : join(folder, only), folder);
  } catch (error) {
    if (error instanceof CannotRun) return undefined;
    throw error;
  }
}

/** Files that did not change are the same, so that each is read once. */
function withSameFiles(earlier: LoadedProgram, now: LoadedProgram): LoadedProgram {
  const known = new Map(now.sources.files.map((file) => [file.path, file]));
  const files = earlier.sources.files.map((file) => {
    const same = known.get(file.path);
    return same?.text === file.text ? same : file;
  });
  return { ...earlier, sources: { ...earlier.sources, files } };
}

/** @throws CannotRun where it has errors: what does not compile was never deployed. */
async function builtAt(
  program: LoadedProgram,
  { on, shown, trees }: { readonly on: Day; readonly shown: string; readonly trees: ParseFile },
): Promise<BuiltProgram> {
  const { diagnostics, built } = await plannedProgram(program, { on, trees, wasDeployed: true });
  if (built !== undefined) return built;
  const first = sortDiagnostics([...program.diagnostics, ...diagnostics]).find(({ severity }) => severity === "error");
  throw new CannotRun(
    `The program of ${shown} has errors, so nothing is known of what it deployed. The first: ${first?.message ?? ""} Name another revision with --against.`,
  );
}

function refusal(program: LoadedProgram, io: Io, problem: string, against: string | undefined): string {
  const folder = relative(io.cwd, program.shownRoot) || ".";
  const advice = against === undefined ? " Say with --against what to compare with." : "";
  return `${folder} can't be compared: ${problem}.${advice}`;
}

async function printed({ plan }: Planned, against: string, parsed: ParsedArguments, io: Io): Promise<string> {
  const format = parsed.values.get("format");
  if (format === "json") return (await import("../../service/plan-text.ts")).planJson(plan, against);
  if (format === "markdown") return (await import("../../service/plan-markdown.ts")).planMarkdown(plan, against);
  return (await import("../../service/plan-text.ts")).planText(plan, against, paletteFor(io, "stdout"));
}

// A program as a plan compares it: as its lock fixes it, and no more of it than reaches a cluster.

interface PlannedProgram {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the program has errors. */
  readonly built: BuiltProgram | undefined;
  /** Why its lock is not applied, in a sentence. */
  readonly lockProblem: string | undefined;
}

async function plannedProgram(
  { root, sources }: LoadedProgram,
  { on, trees, wasDeployed = false }: { readonly on: Day; readonly trees: ParseFile; readonly wasDeployed?: boolean },
): Promise<PlannedProgram> {
  const isLocked = existsSync(join(root, LOCK_FILE));
  const lockedProgram = isLocked ? (await import("../../node/locked-program.ts")).lockedProgram : undefined;
  const { readYaml } = await import("../../knowledge/read-yaml.ts");
  let found: LockedProgram | undefined;
  const { diagnostics, model, files } = await compileDeployed(
    sources,
    { on },
    {
      parsed: trees,
      wasDeployed,
      locked: (checked) => {
        found = lockedProgram?.(root, checked, readYaml);
        return found?.model ?? checked;
      },
    },
  );
  if (model === undefined) return { diagnostics, built: undefined, lockProblem: undefined };
  const solved = found?.solved ?? new Map();
  return { diagnostics, built: { model, files, solved }, lockProblem: found?.problem };
}
