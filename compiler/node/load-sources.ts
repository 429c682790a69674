// From a folder on the disk to the texts of a program. What can't be read is a diagnostic at its place, beside all others.

import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnose, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { linkOutsideProject, unreadable } from "../diagnostics/file-diagnostics.ts";
import type { Sources } from "../examine.ts";
import { limits } from "../text/limits.ts";
import { createSourceFile, type SourceFile } from "../text/source-file.ts";
import { packageFindings } from "./ci-package.ts";
import { diskReason } from "./disk-reason.ts";
import type { ProjectPlace } from "./find-project.ts";
import { outOfRepository } from "./git-ignored.ts";
import { isWithin } from "./is-within.ts";
import { leftOutFindings } from "./left-out.ts";
import { loadAssets } from "./load-assets.ts";
import { type ReadText, readText, type TextProblem, textProblem } from "./read-text.ts";
import { docsSetting } from "./scan-hub-text.ts";
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
  for (const found of walked.files) keep(found.path, found.read);
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
