// Whole programs of the repository, compiled as the command line does it: the examples, and the fixtures made for the outputs.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load, loadAll } from "js-yaml";
import { compile } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { renderText } from "../../compiler/diagnostics/render-text.ts";
import { readYaml } from "../../compiler/knowledge/read-yaml.ts";
import type { Model } from "../../compiler/model/model.ts";
import { findProject } from "../../compiler/node/find-project.ts";
import { loadSources } from "../../compiler/node/load-sources.ts";
import type { OutputFile } from "../../compiler/output/output-file.ts";
import { readTemplate } from "../../compiler/targets/pages/read-template.ts";
import { checkedDate } from "../../compiler/text/calendar.ts";

/** A program, the day that it is compiled for, and the folder that holds what must come out. */
export interface ProgramCase {
  readonly name: string;
  readonly folder: string;
  readonly expected: string;
  readonly on: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The examples, with the days that their READMEs name. */
export const examplePrograms: readonly ProgramCase[] = [
  { name: "data8", on: "2026-10-05" },
  { name: "stat159", on: "2026-03-01" },
  { name: "external-hub", on: "2026-10-05" },
  { name: "department", on: "2026-10-05" },
].map(({ name, on }) => ({
  name: `examples/${name}`,
  on,
  folder: `${root}examples/${name}`,
  expected: `${root}examples/${name}/out`,
}));

/** One for each folder of test/fixtures/programs, for 5 October 2026. */
export const fixturePrograms: readonly ProgramCase[] = readdirSync(`${root}test/fixtures/programs`)
  .sort()
  .map((name) => {
    const folder = `${root}test/fixtures/programs/${name}`;
    return { name, on: "2026-10-05", folder, expected: `${folder}/expected` };
  });

export const allPrograms: readonly ProgramCase[] = [...examplePrograms, ...fixturePrograms];

export interface CompiledProgram {
  readonly model: Model;
  readonly files: readonly OutputFile[];
  /** Warnings and hints, as the terminal shows them. */
  readonly remarks: string;
}

const compiled = new Map<string, CompiledProgram>();

/** Compiles it, once in a run. @throws Error with the rendered diagnostics where it has errors. */
export function compileProgram(program: ProgramCase): CompiledProgram {
  const known = compiled.get(program.folder);
  if (known) return known;
  const made = compileFolder(program);
  compiled.set(program.folder, made);
  return made;
}

function compileFolder({ folder, on }: ProgramCase): CompiledProgram {
  const place = findProject(folder, root);
  if ("problem" in place) throw new Error(place.problem);
  const day = checkedDate(on);
  if (day === undefined) throw new Error(`${on} is no day`);
  const program = loadSources(place);
  const { files, diagnostics, model } = compile({ ...program.sources, readYaml, readTemplate }, { on: day });
  const all: Diagnostic[] = [...program.diagnostics, ...diagnostics];
  const remarks = all.length === 0 ? "" : renderText(all);
  if (model === undefined || all.some(({ severity }) => severity === "error"))
    throw new Error(`${folder} has errors:\n${remarks}`);
  return { model, files, remarks };
}

/** The model of a folder's program with its files, for 5 October 2026. @throws Error with the rendered diagnostics where it has errors. */
export function compileModel(folder: URL): { readonly model: Model; readonly files: readonly OutputFile[] } {
  const known = models.get(folder.href);
  if (known) return known;
  const place = findProject(fileURLToPath(folder), fileURLToPath(folder));
  const on = checkedDate("2026-10-05");
  if ("problem" in place || on === undefined) throw new Error(`${folder.href} is no project`);
  const { sources } = loadSources(place);
  const { files, model, diagnostics } = compile({ ...sources, readYaml, readTemplate }, { on });
  if (model === undefined || files.length === 0) throw new Error(renderText(diagnostics));
  models.set(folder.href, { model, files });
  return { model, files };
}

const models = new Map<string, { readonly model: Model; readonly files: readonly OutputFile[] }>();

/** A YAML file of a program's outputs, read. */
export interface ReadYaml {
  readonly program: string;
  readonly path: string;
  readonly text: string;
}

/** Every YAML file of every program. */
export function allYaml(): ReadYaml[] {
  return allPrograms.flatMap((program) =>
    compileProgram(program)
      .files.filter(({ path }) => /\.ya?ml$/.test(path))
      .map(({ path, text }) => ({ program: program.name, path, text })),
  );
}

/** A release's values and the objects beside them, as plain data. */
export interface CompiledRelease {
  /** `program/hub-stage`, to name it in a failure. */
  readonly title: string;
  /** Name and namespace. */
  readonly name: string;
  readonly values: PlainData;
  readonly objects: readonly PlainData[];
}

export type PlainData = { readonly [key: string]: unknown };

/** Every release of every program. */
export function allReleases(): CompiledRelease[] {
  return allPrograms.flatMap((program) => {
    const { files } = compileProgram(program);
    return files.flatMap(({ path, text }) => {
      const [, hub, stage] = /^hubs\/([^/]+)\/([^/]+)\/values\.yaml$/.exec(path) ?? [];
      if (hub === undefined || stage === undefined) return [];
      const manifests = files.filter((file) => file.path.startsWith(`hubs/${hub}/${stage}/manifests/`));
      return {
        title: `${program.name}/${hub}-${stage}`,
        name: `${hub}-${stage}`,
        values: plain(load(text)),
        objects: manifests.flatMap((file) => loadAll(file.text).map(plain)),
      };
    });
  });
}

/** `data` as a map. @throws Error where it is none. */
export function plain(data: unknown): PlainData {
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw new Error(`no map: ${String(data)}`);
  return data as PlainData; // checked in the line above
}

/** What is at a path of keys; undefined where a step is missing. */
export function at(data: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown> | null | undefined)?.[key],
    data,
  ); // any data may be asked for any key
}

/** The list at a path; empty where there is none. */
export function listAt(data: unknown, ...keys: readonly (string | number)[]): readonly unknown[] {
  const found = at(data, ...keys);
  return Array.isArray(found) ? found : [];
}

/** The entries of the map at a path; empty where there is none. */
export function entriesAt(data: unknown, ...keys: readonly (string | number)[]): [string, unknown][] {
  const found = at(data, ...keys);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.entries(found) : [];
}

/** A JSON file of the repository, without its `$comment`. */
export function readJson(path: string): PlainData {
  if (!existsSync(`${root}${path}`)) throw new Error(`${path} is missing`);
  const { $comment: _, ...data } = plain(JSON.parse(readFileSync(`${root}${path}`, "utf8")));
  return data;
}
