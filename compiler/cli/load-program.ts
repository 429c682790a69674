// What check, build and fmt share: from the PATH that was typed to the texts of a program.

import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { STAGING } from "../node/change-journal.ts";
import { findProject } from "../node/find-project.ts";
import { type LoadedProgram, loadSources } from "../node/load-sources.ts";
import { checkedDate, type Day } from "../text/calendar.ts";
import type { SourceFile } from "../text/source-file.ts";
import { quoted } from "./arguments.ts";
import { CannotRun } from "./io.ts";

/** The program at `path`, or the one around `cwd`, with all that a check needs. @throws CannotRun where there is none. */
export async function loadProgram(path: string | undefined, cwd: string): Promise<LoadedProgram> {
  const program = await readProgram(path, cwd);
  // The readers of YAML and of templates are loaded only where a program may name what they read.
  const mayName = (word: RegExp) => program.sources.files.some(({ text }) => word.test(text));
  const yaml = mayName(/\bmanifests\b/) ? await import("../knowledge/read-yaml.ts") : undefined;
  const templates = mayName(/\bpages\b/) ? await import("../targets/pages/read-template.ts") : undefined;
  const readers = {
    ...(yaml && { readYaml: yaml.readYaml }),
    ...(templates && { readTemplate: templates.readTemplate }),
  };
  return { ...program, sources: { ...program.sources, ...readers } };
}

/** The same for those who only read what is written. @throws CannotRun where there is none. */
export async function readProgram(path: string | undefined, cwd: string): Promise<LoadedProgram> {
  const place = findProject(path, cwd);
  if ("problem" in place) throw new CannotRun(place.problem);
  await finishEarlier(place.root);
  const program = loadSources(place);
  if (program.sources.files.length > 0 || program.sourceProblems.length > 0) return program;
  const where = path === undefined ? "here" : `in ${path}`;
  const others = program.otherProjects.slice(0, 5).join(", ");
  if (others !== "") {
    throw new CannotRun(`There is no .hub file ${where} but in projects of their own: ${others}. Name one of them.`);
  }
  throw new CannotRun(`There is no .hub file ${where}. hubc init begins a project.`);
}

/** Finishes what a killed command began to write in the folder, so that only whole programs are read. @throws CannotRun where it can't. */
export async function finishEarlier(root: string): Promise<void> {
  if (!existsSync(join(root, STAGING))) return;
  const { underLock } = await import("../node/under-lock.ts");
  const failure = await underLock(root, () => undefined);
  if (failure !== undefined) throw new CannotRun(`${root}: ${failure.problem}`);
}

/** The program's folder, as a reader in `cwd` finds it. */
export function shownFolder(cwd: string, { shownRoot }: LoadedProgram): string {
  return relative(cwd, shownRoot) || ".";
}

/** How a reader in `cwd` finds a file of the program; files that come with hubc keep their names. */
export function pathFrom(cwd: string, { shownRoot, sources }: LoadedProgram): (file: SourceFile) => string {
  const own = new Set([...sources.files.map((file) => file.path), ...sources.assets.keys()]);
  const prefix = relative(cwd, shownRoot).split(sep).join("/");
  return (file) => (prefix === "" || !own.has(file.path) ? file.path : `${prefix}/${file.path}`);
}

// The date that a check or build is for. The compiler has no clock; here is where one is read.

/** The day written after `--on`, else today where the command runs. @throws CannotRun where there is no such day. */
export function buildDate(written: string | undefined, now: () => Date): Day {
  return written === undefined ? today(now()) : writtenDate("on", written);
}

/** The day written after an option. @throws CannotRun where there is no such day. */
export function writtenDate(option: string, written: string): Day {
  const day = checkedDate(written);
  if (day !== undefined) return day;
  const form = /^\d{4}-\d{2}-\d{2}$/.test(written) ? "there is no such day" : "a date is written 2026-10-05";
  throw new CannotRun(`--${option} ${quoted(written)}: ${form}.`);
}

function today(now: Date): Day {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = checkedDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
  if (day === undefined) throw new CannotRun("The clock shows no date that hubc knows. Say the date with --on.");
  return day;
}
