// hubc lock: asks registries, repositories and a solver once, and writes down what they say. The only command that uses the network.

import { sortDiagnostics } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, summaryText } from "../../diagnostics/summary.ts";
import { parseImageReference } from "../../knowledge/image-reference.ts";
import { printLock } from "../../lock/lock.ts";
import type { Model } from "../../model/model.ts";
import { gitCommit } from "../../node/git-commit.ts";
import type { LoadedProgram } from "../../node/load-sources.ts";
import { type LockFailure, type LockSources, type MadeLock, makeLock } from "../../node/make-lock.ts";
import { imageDigest } from "../../node/registry-client.ts";
import { registryLogins } from "../../node/registry-login.ts";
import { findSolver, solveEnvironment } from "../../node/solve-environment.ts";
import { writeLock } from "../../node/write-lock.ts";
import { countWords } from "../../text/and-list.ts";
import { closest } from "../../text/edit-distance.ts";
import { printJson } from "../../text/print-json.ts";
import { positionAt } from "../../text/source-file.ts";
import { compareSpans } from "../../text/span.ts";
import { type ParsedArguments, quoted } from "../arguments.ts";
import { checkProgram } from "../check-program.ts";
import { CannotRun, exitCode, type Io } from "../io.ts";
import { buildDate, loadProgram, pathFrom } from "../load-program.ts";
import { textOptions } from "../text-options.ts";

/** What servers run on nearly everywhere, and then what people's own computers are, by conda's names. */
const PLATFORMS: readonly [string, ...string[]] = [
  "linux-64",
  "linux-aarch64",
  "linux-ppc64le",
  "osx-64",
  "osx-arm64",
  "win-64",
];

export async function run(parsed: ParsedArguments, io: Io): Promise<number> {
  const platforms = platformsOf(parsed);
  const program = await loadProgram(parsed.positionals[0], io.cwd);
  const model = await soundModel(program, parsed, io);
  if (model === undefined) return exitCode.found;
  const made = await makeLock(model, lockSources(platforms, io));
  if ("failures" in made) throw new CannotRun(failureText(made.failures, pathFrom(io.cwd, program)));
  const done = await writeLock(program.root, { lock: printLock(made.lock), files: made.files });
  if ("problem" in done) throw new CannotRun(`hubc.lock can't be written: ${done.problem}`);
  const prefix = pathPrefix(program, io);
  if (parsed.values.get("format") === "json") {
    const shown = (paths: readonly string[]) => paths.map((path) => `${prefix}${path}`);
    const lock = { written: shown(done.written), removed: shown(done.removed), unsolved: made.unsolved };
    io.stdout(printJson({ version: 1, lock }));
    return exitCode.fine;
  }
  io.stdout(
    [
      ...done.written.map((path) => `wrote ${prefix}${path}\n`),
      ...done.removed.map((path) => `removed ${prefix}${path}\n`),
    ].join(""),
  );
  io.note(summary(made));
  return exitCode.fine;
}

/** Those asked for, in order and each once. @throws CannotRun for a word that is none. */
function platformsOf({ lists }: ParsedArguments): readonly string[] {
  const asked = lists.get("platform") ?? [PLATFORMS[0]];
  const unknown = asked.find((one) => !PLATFORMS.includes(one));
  if (unknown === undefined) return [...new Set(asked)].sort();
  const meant = closest(unknown, PLATFORMS);
  const hint = meant === undefined ? `There is ${PLATFORMS.join(", ")}.` : `Did you mean ${meant}?`;
  throw new CannotRun(`--platform ${quoted(unknown)}: conda has no such platform. ${hint}`);
}

/** The model, or nothing and the program's errors are printed. */
async function soundModel(program: LoadedProgram, parsed: ParsedArguments, io: Io): Promise<Model | undefined> {
  const checked = await checkProgram(program.sources, { on: buildDate(parsed.values.get("on"), io.now) });
  const diagnostics = sortDiagnostics([...program.diagnostics, ...checked.diagnostics]);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0 && checked.model !== undefined) return checked.model;
  const { renderText } = await import("../../diagnostics/render-text.ts");
  io.stderr(renderText(errors, textOptions(io, "stderr", program)));
  io.stderr(`\n${summaryText(countDiagnostics(errors))}; nothing was locked\n`);
  return undefined;
}

/** @throws CannotRun where the logins for registries can't be read. */
function lockSources(platforms: readonly string[], { env }: Io): LockSources {
  const logins = registryLogins(env);
  if ("problem" in logins) throw new CannotRun(`${logins.problem}.`);
  const solver = findSolver(env);
  return {
    digest: async (text) => {
      const reference = parseImageReference(text);
      return reference === undefined ? { problem: "it is no image" } : imageDigest(reference, { logins });
    },
    commit: (asked) => gitCommit(asked, env),
    solver: solver && {
      tool: solver.tool,
      platforms,
      solve: (environmentYml) => solveEnvironment(solver, { environmentYml, platforms }, env),
    },
  };
}

function failureText(failures: readonly LockFailure[], pathOf: ReturnType<typeof pathFrom>): string {
  const lines = failures
    .toSorted((a, b) => compareSpans(a.span, b.span))
    .map(({ message, span }) => {
      const { line, column } = positionAt(span.file, span.start);
      return `  ${pathOf(span.file)}:${line}:${column}: ${message}\n`;
    });
  return `nothing was locked:\n${lines.join("")}hubc.lock is as it was.`;
}

function pathPrefix(program: LoadedProgram, io: Io): string {
  const [file] = program.sources.files;
  if (file === undefined) return "";
  const shown = pathFrom(io.cwd, program)(file);
  return shown.slice(0, shown.length - file.path.length);
}

function summary({ lock, unsolved }: MadeLock): string {
  const images = lock.images.size;
  const repositories = [
    ...[...lock.images.values()].map(({ git }) => git.size),
    ...[...lock.contents.values()].map((course) => course.size),
  ].reduce((sum, size) => sum + size, 0);
  const counted = `locked ${countWords(images, "image")} and ${countWords(repositories, "repository", "repositories")}\n`;
  if (unsolved.length === 0) return counted;
  return `${counted}warning: packages are not locked: install conda-lock or pixi (${unsolved.join(", ")})\n`;
}
