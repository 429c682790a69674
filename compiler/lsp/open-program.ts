// One program that the editor works on, kept as the disk and the open documents have it. Everything about it is asked of the
// workspace, which is the compiler's own, so that the editor can't find other things than the command line does.

import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Diagnostic, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Examined } from "../examine.ts";
import { readYaml } from "../knowledge/read-yaml.ts";
import type { ProjectPlace } from "../node/find-project.ts";
import { loadAssets } from "../node/load-assets.ts";
import { type LoadedProgram, loadSources, type ReadSource, sourceProblem } from "../node/load-sources.ts";
import { readOpenText, readText } from "../node/read-text.ts";
import { isWithin } from "../node/real-folder.ts";
import { declaresProject, fileReferences, outSetting } from "../node/scan-hub-text.ts";
import { assetPath } from "../schema/asset-path.ts";
import { readTemplate } from "../targets/pages/read-template.ts";
import type { Day } from "../text/calendar.ts";
import { limits } from "../text/limits.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { createWorkspace, type Workspace } from "../workspace.ts";
import { type OpenDocument, type OpenDocuments, readableText } from "./open-documents.ts";

/** Where a program is: as the command line finds it, or nowhere but in the editor. */
export type ProgramPlace = ProjectPlace | { readonly unsaved: string };

export interface OpenProgram {
  readonly key: string;
  readonly place: ProgramPlace;
  readonly workspace: Workspace;
  /** As the disk was when it was last looked at; absent where there is no disk. */
  loaded: LoadedProgram | undefined;
  /** What is wrong with the files themselves. */
  sourceProblems: readonly Diagnostic[];
  assetProblems: readonly Diagnostic[];
  /** Paths that `file("…")` names and that are not there, yet. */
  missingAssets: readonly string[];
}

/** What tells one program from another. */
export function programKey(place: ProgramPlace): string {
  return "unsaved" in place ? place.unsaved : join(place.root, place.only ?? "");
}

/** A program as it is now. */
export function openProgram(place: ProgramPlace, documents: OpenDocuments, on: Day): OpenProgram {
  const program: OpenProgram = {
    key: programKey(place),
    place,
    workspace: createWorkspace({ on }, readYaml, readTemplate),
    loaded: undefined,
    sourceProblems: [],
    assetProblems: [],
    missingAssets: [],
  };
  reloadProgram(program, documents);
  return program;
}

/** Looks at the disk and the open documents again. What did not change stays as it is. */
export function reloadProgram(program: OpenProgram, documents: OpenDocuments): void {
  const { place } = program;
  if ("unsaved" in place) {
    const read = readNew(unsavedName(place.unsaved), documents.get(place.unsaved)?.text ?? "");
    program.sourceProblems = read.problems;
    setFiles(program, [read.file]);
    return;
  }
  const loaded = loadSources(place, readerOf(documents));
  program.loaded = loaded;
  const fresh = newFiles(loaded, documents);
  program.sourceProblems = [...loaded.sourceProblems, ...fresh.flatMap(({ problems }) => problems)];
  setFiles(program, [...loaded.sources.files, ...fresh.map(({ file }) => file)]);
  refreshAssets(program);
}

/** The path, relative to the program's root, by which it knows a document; nothing where the document is no part of it. */
export function pathInProgram(
  program: OpenProgram,
  { uri, path }: Pick<OpenDocument, "uri" | "path">,
): string | undefined {
  if ("unsaved" in program.place) return program.place.unsaved === uri ? unsavedName(uri) : undefined;
  if (path === undefined || program.loaded === undefined) return undefined;
  const { root } = program.loaded;
  if (!isWithin(root, path)) return undefined;
  const inside = relative(root, path).split(sep).join("/");
  if (fileAt(program, inside) !== undefined) return inside;
  return program.sourceProblems.some(({ span }) => span.file.path === inside) ? inside : undefined;
}

/**
 * Takes over an edit of a document that is part of the program. False where the edit may change which files the program has,
 * so that it has to be loaded again.
 */
export function editProgram(program: OpenProgram, path: string, text: string): boolean {
  const before = fileAt(program, path)?.text;
  if (before === undefined || text.length > LARGE || text.includes("\0")) return false;
  if (program.sourceProblems.some(({ span }) => span.file.path === path)) return false;
  if (declaresProject(before) !== declaresProject(text) || outSetting(before) !== outSetting(text)) return false;
  program.workspace.setFile(path, text);
  const names = (source: string) => fileReferences(source).map((reference) => reference.path);
  const stale = program.assetProblems.some(({ span }) => span.file.path === path);
  if (stale || names(before).join("\n") !== names(text).join("\n")) refreshAssets(program);
  return true;
}

/** Everything that is wrong, as `hubc check` orders it. */
export function programDiagnostics(program: OpenProgram): readonly Diagnostic[] {
  const { diagnostics } = program.workspace.examined();
  const own = [...program.sourceProblems, ...program.assetProblems];
  return own.length === 0 ? diagnostics : sortDiagnostics([...own, ...diagnostics]);
}

/** The file of that path. */
export function fileAt(program: OpenProgram, path: string): SourceFile | undefined {
  const files = program.workspace.sources().files;
  const known = filesByPath.get(files) ?? new Map(files.map((file) => [file.path, file]));
  filesByPath.set(files, known);
  return known.get(path);
}

const filesByPath = new WeakMap<Examined["sources"]["files"], ReadonlyMap<string, SourceFile>>();

/** UTF-16 code units. Longer texts are read with the care that the disk is read with. */
const LARGE = 2 ** 20;

function setFiles({ workspace }: OpenProgram, files: readonly SourceFile[]): void {
  const kept = new Set(files.map(({ path }) => path));
  for (const { path } of workspace.sources().files) if (!kept.has(path)) workspace.removeFile(path);
  for (const { path, text } of files) workspace.setFile(path, text);
}

/** Reads all files that the program names; those that are no longer named are forgotten. */
function refreshAssets(program: OpenProgram): void {
  if (program.loaded === undefined) return;
  const { files, assets: before } = program.workspace.sources();
  const { assets, diagnostics } = loadAssets(program.loaded.root, files);
  for (const path of before.keys()) if (!assets.has(path)) program.workspace.setAsset(path, undefined);
  for (const [path, text] of assets) program.workspace.setAsset(path, text);
  program.assetProblems = diagnostics;
  const named = new Set(files.flatMap(({ text }) => fileReferences(text).flatMap(({ path }) => assetPath(path) ?? [])));
  program.missingAssets = [...named].filter((path) => !assets.has(path));
}

function readerOf(documents: OpenDocuments): ReadSource {
  const open = new Map([...documents.values()].map(({ path, text }) => [path, text]));
  return (path, limit) => {
    const text = open.get(path);
    return text === undefined ? readText(path, limit) : readOpenText(text, limit);
  };
}

interface NewFile {
  readonly file: SourceFile;
  readonly problems: readonly Diagnostic[];
}

/** A document that is on no disk yet; empty where it is too large. */
function readNew(path: string, text: string): NewFile {
  const { problem } = readOpenText(text, limits.sourceFile);
  const file = createSourceFile(path, readableText({ text }));
  return { file, problems: problem === undefined ? [] : [sourceProblem(file, problem)] };
}

/** Documents that are to be files of the program once they are saved. */
function newFiles(loaded: LoadedProgram, documents: OpenDocuments): NewFile[] {
  const out = loaded.sources.files
    .filter(({ path, text }) => !path.includes("/") && declaresProject(text))
    .map(({ text }) => outSetting(text))[0];
  const closed = [out ?? "out", ...loaded.otherProjects].map((folder) => join(loaded.root, folder));
  return [...documents.values()].flatMap(({ path, text }) => {
    if (path === undefined || !path.endsWith(".hub") || !isWithin(loaded.root, path) || existsSync(path)) return [];
    const inside = relative(loaded.root, path).split(sep);
    const hidden = inside.some((name) => name.startsWith(".") || name === "node_modules");
    if (hidden || closed.some((folder) => isWithin(folder, path))) return [];
    return [readNew(inside.join("/"), text)];
  });
}

function unsavedName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1).replace(/^[^:]*:/, "");
  return name === "" ? "untitled.hub" : name;
}
