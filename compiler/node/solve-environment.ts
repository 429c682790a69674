// The solve of an image's environment by a solver that is installed: conda-lock, else pixi. It works in a folder of its own, and what
// comes back is its own lock file, unchanged.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withoutLogin } from "../lock/git-address.ts";
import { diskReason } from "./disk-reason.ts";
import { type Environment, findProgram, type ProgramEnd, runProgram } from "./run-program.ts";

export interface Solver {
  readonly tool: "conda-lock" | "pixi";
  /** Absolute. */
  readonly program: string;
}

/** The solver that is installed; undefined where neither is. */
export function findSolver(environment: Environment): Solver | undefined {
  for (const tool of ["conda-lock", "pixi"] as const) {
    const program = findProgram(tool, environment);
    if (program !== undefined) return { tool, program };
  }
  return undefined;
}

export interface SolveAsked {
  /** The text of environment.yml. */
  readonly environmentYml: string;
  /** conda's names of platforms: `linux-64`. At least one. */
  readonly platforms: readonly string[];
}

/** Milliseconds: solves of large environments for several platforms take minutes. */
const TIMEOUT = 30 * 60_000;

/** The text of the solver's lock file, or why there is none, as part of a sentence. Never rejects. */
export async function solveEnvironment(
  solver: Solver,
  { environmentYml, platforms }: SolveAsked,
  environment: Environment,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), "hubc-lock-"));
    writeFileSync(join(folder, "environment.yml"), environmentYml);
    for (const call of calls[solver.tool](platforms)) {
      const end = await runProgram({
        program: solver.program,
        arguments: call,
        folder,
        environment: { ...environment, NO_COLOR: "1" },
        timeout: TIMEOUT,
      });
      const problem = problemOf(end, solver.tool);
      if (problem !== undefined) return { problem };
    }
    return { text: readFileSync(join(folder, results[solver.tool]), "utf8") };
  } catch (error) {
    return { problem: `${solver.tool} left no lock file: ${diskReason(error)}` };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const results = { "conda-lock": "conda-lock.yml", pixi: "pixi.lock" } as const;

/** Arguments of each call in turn. Sources: the help of conda-lock 4.0; pixi's reference of `pixi init` and `pixi lock`. */
const calls: Readonly<Record<Solver["tool"], (platforms: readonly string[]) => readonly (readonly string[])[]>> = {
  "conda-lock": (platforms) => [
    [
      "lock",
      "--file",
      "environment.yml",
      ...each("--platform", platforms),
      "--lockfile",
      results["conda-lock"],
      "--strip-auth",
    ],
  ],
  pixi: (platforms) => [["init", "--import", "environment.yml", ...each("--platform", platforms)], ["lock"]],
};

function each(option: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [option, value]);
}

function problemOf(end: ProgramEnd, tool: string): string | undefined {
  if (end.kind === "not-started") return `${tool} can't be started`;
  if (end.kind === "too-slow") return `${tool} did not end in ${TIMEOUT / 60_000} minutes`;
  if (end.code === 0) return undefined;
  const said = solverComplaint(end.stderr.trim() === "" ? end.stdout : end.stderr);
  return `${tool} failed:${said.map((line) => `\n    ${line}`).join("")}`;
}

/** What a solver that failed has to say, out of all that it printed: the conflict, and not the stack of the program that found it. At most twelve lines, without names and passwords in addresses. */
export function solverComplaint(printed: string): readonly string[] {
  const lines = withoutLogin(printed)
    .split(/\r?\n/)
    .map((line) => line.trimEnd().slice(0, LONGEST_LINE))
    .filter((line) => line !== "");
  const conflict = lines.findIndex((line) => line.startsWith("Could not lock the environment"));
  if (conflict < 0) return withoutStacks(lines).slice(-MOST_LINES);
  const rest = lines.slice(conflict);
  const end = rest.findIndex((line) => /^\s+Command:|^Traceback \(/.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).slice(0, MOST_LINES);
}

/** Conflicts are explained over several lines. */
const MOST_LINES = 12;
const LONGEST_LINE = 400;

/** Without Python's stacks, whose last line, the only one that is not indented, says what happened. */
function withoutStacks(lines: readonly string[]): readonly string[] {
  let inStack = false;
  return lines.filter((line) => {
    if (line.startsWith("Traceback (")) {
      inStack = true;
      return false;
    }
    if (inStack && /^\s/.test(line)) return false;
    inStack = false;
    return true;
  });
}
