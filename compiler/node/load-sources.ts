// From a folder on the disk to the texts of a program. What can't be read is a diagnostic at its place, beside all others.

import { existsSync, lstatSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnose, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import {
  type LeftOutBecause,
  leftOut,
  leftOutPolicy,
  linkOutsideProject,
  noPackage,
  unreadable,
} from "../diagnostics/file-diagnostics.ts";
import type { Sources } from "../examine.ts";
import { parse } from "../syntax/parse.ts";
import { andList } from "../text/and-list.ts";
import { limits } from "../text/limits.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { spanOf } from "../text/span.ts";
import { diskReason } from "./disk-reason.ts";
import type { ProjectPlace } from "./find-project.ts";
import { outOfRepository } from "./git-ignored.ts";
import { loadAssets } from "./load-assets.ts";
import { type ReadText, readText, type TextProblem, textProblem } from "./read-text.ts";
import { isWithin } from "./real-folder.ts";
import { docsSetting, projectsSetting } from "./scan-hub-text.ts";
import { type FoundFile, walkProject } from "./walk-project.ts";

export interface LoadedProgram {
  /** Absolute, as it was asked for: the path that people recognise. */
  readonly shownRoot: string;
  /** Absolute, with links followed. */
  readonly root: string;
  readonly sources: Sources;
  /** What is wrong with the `.hub` files themselves; those are not read, or with U+FFFD where they are wrong. */
  readonly sourceProblems: readonly Diagnostic[];
  /** These and what is wrong with files that the program names, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the site with the pages of messages is, as the project says. */
  readonly docs: string | undefined;
  /** Folders below that are projects of their own and so no part of this one, relative to `root`. */
  readonly otherProjects: readonly string[];
}

/** How a `.hub` file is read: its absolute path, links followed, and the limit in bytes. An editor gives what it has open. */
export type ReadSource = typeof readText;

/** Reads the program at `place`: its `.hub` files, in order of path, and the texts that they name. Never throws. */
export function loadSources(place: ProjectPlace, read: ReadSource = readText): LoadedProgram {
  const root = realRoot(place.root);
  const diagnostics: Diagnostic[] = [];
  const files: SourceFile[] = [];
  const keep = (path: string, { text, problem }: ReturnType<typeof readText>) => {
    const file = createSourceFile(path, text ?? "");
    if (problem !== undefined) diagnostics.push(sourceProblem(file, problem));
    if (text !== undefined) files.push(file);
  };
  const readFile = (path: string) => read(path, limits.sourceFile);
  const walked = place.only === undefined ? walkProject(root, readFile) : oneFile(root, place.only, readFile);
  for (const foundFile of walked.files) keep(foundFile.path, foundFile.read);
  for (const link of walked.links) {
    const target = realpathOrReason(join(root, link));
    if ("reason" in target) diagnostics.push(fileProblem(link, { kind: "unreadable", reason: target.reason }));
    else if (!isWithin(root, target.path)) diagnostics.push(leadsOut(link));
    else if (!walked.files.some((file) => join(root, file.path) === target.path)) keep(link, readFile(target.path));
  }
  for (const { path, reason } of walked.noFiles) diagnostics.push(fileProblem(path, { kind: "unreadable", reason }));
  for (const { path, reason } of walked.unreadable) {
    const what = `The folder \`${path === "" ? "." : path}\``;
    diagnostics.push(diagnose(unreadable, { what, reason }, { span: startOf(createSourceFile(path, "")) }));
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const loaded = loadAssets(root, files);
  return {
    shownRoot: place.root,
    root,
    sources: { files, assets: loaded.assets, realPaths: loaded.realPaths },
    sourceProblems: sortDiagnostics(diagnostics),
    docs: docsIn(files),
    diagnostics: sortDiagnostics([
      ...diagnostics,
      ...loaded.diagnostics,
      ...leftOutOf(root, walked, files),
      ...packageFindings(root, files),
    ]),
    otherProjects: walked.otherProjects,
  };
}

function docsIn(files: readonly SourceFile[]): string | undefined {
  for (const { text } of files) {
    const said = text.includes("docs") ? docsSetting(text) : undefined;
    if (said !== undefined) return said;
  }
  return undefined;
}

/** What is said of files that are left out; those that git itself says it ignores are on this machine alone. */
function leftOutOf(
  root: string,
  { leftOut, links }: ReturnType<typeof walkProject>,
  files: readonly SourceFile[],
): Diagnostic[] {
  if (leftOut.length === 0) return [];
  const ignored = outOfRepository(
    root,
    leftOut.flatMap(({ paths }) => paths),
  );
  // What a link of the program leads to is part of it under the link's name, as mounted configuration is.
  const linked = new Set(
    links.map((link) => realpathOrReason(join(root, link))).flatMap((one) => ("path" in one ? [one.path] : [])),
  );
  const folders = leftOut.map(({ folder, because, paths }) => {
    const kept = paths.filter((path) => !ignored.has(path) && !linked.has(join(root, path)));
    const read = kept.flatMap((path) => {
      const { text, problem } = readText(join(root, path), limits.sourceFile);
      // What macOS keeps beside a file on other disks, `._a.hub`, is no text.
      return because === "hidden-file" && problem?.kind === "not-utf8" ? [] : [createSourceFile(path, text ?? "")];
    });
    return { folder, because, files: read };
  });
  return leftOutFindings(folders, files);
}

function oneFile(root: string, name: string, read: (path: string) => ReadText): ReturnType<typeof walkProject> {
  const isLink = lstatSync(join(root, name), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const files: readonly FoundFile[] = isLink ? [] : [{ path: name, read: read(join(root, name)) }];
  return { files, links: isLink ? [name] : [], noFiles: [], otherProjects: [], leftOut: [], unreadable: [] };
}

/** What is wrong with a `.hub` file, where it is. */
export function sourceProblem(file: SourceFile, problem: TextProblem): Diagnostic {
  const start = problem.kind === "not-utf8" ? problem.at : 0;
  const end = Math.min(file.text.length, start + 1);
  return textProblem(problem, `\`${file.path}\``, { file, start, end });
}

function fileProblem(path: string, problem: TextProblem): Diagnostic {
  return sourceProblem(createSourceFile(path, ""), problem);
}

function leadsOut(path: string): Diagnostic {
  return diagnose(linkOutsideProject, { what: `\`${path}\`` }, { span: startOf(createSourceFile(path, "")) });
}

function startOf(file: SourceFile): { readonly file: SourceFile; readonly start: number; readonly end: number } {
  return { file, start: 0, end: 0 };
}

function realRoot(root: string): string {
  const real = realpathOrReason(root);
  return "path" in real ? real.path : root;
}

function realpathOrReason(path: string): { readonly path: string } | { readonly reason: string } {
  try {
    return { path: realpathSync(path) };
  } catch (error) {
    return { reason: diskReason(error) };
  }
}

// Whether the workflows that a repository has in place find what they install hubc from.

const LARGEST_WORKFLOW = 2 ** 20;

/** The finding for the program at `root`, in its file that declares the project. Nothing where no workflow of hubc's is in place. */
function packageFindings(root: string, files: readonly SourceFile[]): readonly Diagnostic[] {
  const top = repositoryAt(root);
  const workflow =
    top === undefined ? undefined : workflowsAt(top).find((path) => installsFromPackage(join(top, path)));
  if (top === undefined || workflow === undefined) return [];
  const missing = ["package.json", "package-lock.json"].filter((name) => !existsSync(join(top, name)));
  const file = files.find(({ text }) => /^[ \t]*project\b/m.test(text)) ?? files[0];
  if (missing.length === 0 || file === undefined) return [];
  const start = /^[ \t]*project\b/m.exec(file.text)?.index ?? 0;
  const end = file.text.slice(start).search(/\{|\n|$/) + start;
  const listed = andList(missing.map((name) => `\`${name}\``));
  const span = { file, start, end: file.text.slice(start, end).trimEnd().length + start };
  const said = `There ${missing.length === 1 ? "is" : "are"} no ${listed}`;
  return [diagnose(noPackage, { missing: said, workflow }, { span })];
}

function repositoryAt(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  return dirname(folder) === folder ? undefined : repositoryAt(dirname(folder));
}

/** Workflows of GitHub's that have the names that hubc writes, and GitLab's one file. */
function workflowsAt(top: string): readonly string[] {
  const folder = ".github/workflows";
  let names: string[] = [];
  try {
    names = readdirSync(join(top, folder)).filter((name) => /^hubc-.*\.ya?ml$/.test(name));
  } catch {
    // No such folder: nothing is in place there.
  }
  return [...names.sort().map((name) => `${folder}/${name}`), ".gitlab-ci.yml"];
}

function installsFromPackage(path: string): boolean {
  const { text } = readText(path, LARGEST_WORKFLOW);
  return text !== undefined && /\bhubc\b/.test(text) && /\bnpm ci\b/.test(text);
}

/** A folder or a hidden file that is left out, relative to the project's root, and the .hub files in it and below it. */
interface LeftOutFolder {
  readonly folder: string;
  readonly because: LeftOutBecause;
  readonly files: readonly SourceFile[];
}

/** One finding for each folder that holds `.hub` files, and one for each policy among them that would govern something of `program`. */
function leftOutFindings(folders: readonly LeftOutFolder[], program: readonly SourceFile[]): Diagnostic[] {
  const apart = new Set(program.flatMap(({ text }) => projectsSetting(text)));
  const declares = (kind: string) => program.some((file) => declarationsIn(file, kind).length > 0);
  return folders.flatMap(({ folder, because, files }) => {
    const [first] = files;
    if (first === undefined || (because === "project" && apart.has(folder))) return [];
    const policies = files.flatMap((file) => policiesIn(file).filter(({ kind }) => declares(kind)));
    const span = { file: first, start: 0, end: 0 };
    if (policies.length === 0) return [diagnose(leftOut, { folder, count: files.length, because }, { span })];
    return policies.map(({ name, kind, span: at }) =>
      diagnose(leftOutPolicy, { name, kind, folder, because }, { span: at }),
    );
  });
}

function policiesIn(file: SourceFile) {
  return declarationsIn(file, "policy").map(({ variant, name, header }) => ({
    kind: variant?.text ?? "",
    name: name?.text ?? "",
    span: spanOf(file, header),
  }));
}

/** Those of a kind that are not abstract. What is wrong in the file is for whoever checks it. */
function declarationsIn(file: SourceFile, kind: string) {
  if (!file.text.includes(kind)) return [];
  const { declarations } = parse(file, () => {});
  return declarations.filter(({ keyword, abstract }) => keyword.text === kind && !abstract);
}
