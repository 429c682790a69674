// The texts that a program takes in by `file("…")`. Only what lies in the project is read, links followed and checked, nothing hidden
// and nothing that git ignores, and each file once; the compiler gets texts and never a path to open.

import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { ignoredFile, linkOutsideProject } from "../diagnostics/file-diagnostics.ts";
import { assetPath, hiddenPart } from "../schema/asset-path.ts";
import { hiddenFile } from "../schema/schema-diagnostics.ts";
import { oneForm } from "../text/one-form.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { diskCode, diskReason } from "./disk-reason.ts";
import { ignoredByGit } from "./git-ignored.ts";
import { readText, textProblem } from "./read-text.ts";
import { isWithin } from "./real-folder.ts";
import { fileReferences } from "./scan-hub-text.ts";

export interface LoadedAssets {
  /**
   * By the path relative to the project's root. A file that is there but can't be used is `null` and has a diagnostic where
   * it is first named; one that is not there, is hidden or lies outside is absent, which the check reports.
   */
  readonly assets: ReadonlyMap<string, string | null>;
  /** Where a file lies once links are followed; only those that a link leads to. */
  readonly realPaths: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes. An object of Kubernetes holds about 1 MiB; an image's file may be somewhat more. */
const LARGEST_ASSET = 4 * 2 ** 20;

export function loadAssets(root: string, files: readonly SourceFile[]): LoadedAssets {
  const named = namedIn(files);
  const places = [...named.keys()].flatMap((path) => placeOf(root, path) ?? []);
  const ignored = ignoredByGit(root, [
    ...new Set(places.flatMap(({ path, real }) => [path, ...(real === undefined ? [] : [real])])),
  ]);
  const assets = new Map<string, string | null>();
  const diagnostics: Diagnostic[] = [];
  for (const place of places) {
    const loaded =
      ignored.has(place.path) || ignored.has(place.real ?? "") ? refusal(ignoredFile) : loadAsset(root, place);
    assets.set(place.path, "text" in loaded ? loaded.text : null);
    if ("text" in loaded) continue;
    const span = named.get(place.path);
    if (span !== undefined) diagnostics.push(loaded.problem(`\`${place.path}\``, span));
  }
  const linked = places.flatMap(({ path, real }): [string, string][] =>
    real === undefined || real === path ? [] : [[path, real]],
  );
  return { assets, realPaths: new Map(linked), diagnostics };
}

/** Where each path is first named; none that leads out of the project or is hidden, since those are not looked for. */
function namedIn(files: readonly SourceFile[]): ReadonlyMap<string, Span> {
  const named = new Map<string, Span>();
  for (const file of files) {
    for (const { path: written, start, end } of fileReferences(file.text)) {
      const path = assetPath(written);
      if (path === undefined || path === "" || hiddenPart(path) !== undefined || named.has(path)) continue;
      named.set(path, { file, start, end });
    }
  }
  return named;
}

/** A file that is there. `path` as it is named; `real` with links followed; both relative to the root, with `/`. */
interface Place {
  readonly path: string;
  /** Absent where the file lies outside or a link leads nowhere, for the `reason`. */
  readonly real: string | undefined;
  readonly reason: string | undefined;
}

/** Where the file is, or nothing where there is none. */
function placeOf(root: string, path: string): Place | undefined {
  const absolute = join(root, nameOnDisk(root, path));
  try {
    lstatSync(absolute);
    const real = realpathSync(absolute);
    const inside = isWithin(root, real) ? relative(root, real).split(sep).join("/") : undefined;
    return { path, real: inside, reason: undefined };
  } catch (error) {
    if (isLink(absolute)) return { path, real: undefined, reason: diskReason(error) };
    if (diskCode(error) === "ENOENT" || diskCode(error) === "ENOTDIR") return undefined;
    return { path, real: undefined, reason: diskReason(error) };
  }
}

/** The path as the disk has it: in a name, an accent may be part of its letter or stand after it. */
function nameOnDisk(root: string, path: string): string {
  if (/^[\x20-\x7E]*$/.test(path)) return path;
  return path.split("/").reduce((folder, name) => {
    const all = entriesOf(join(root, folder));
    const found = all.includes(name) ? name : all.find((one) => oneForm(one) === oneForm(name));
    return posix.join(folder, found ?? name);
  }, "");
}

/** What lies in a folder; nothing where that can't be read, which opening the file then says. */
function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

type LoadedAsset = { readonly text: string } | { readonly problem: (what: string, span: Span) => Diagnostic };

function loadAsset(root: string, { real, reason }: Place): LoadedAsset {
  if (reason !== undefined) return unusable(reason);
  if (real === undefined) return refusal(linkOutsideProject);
  const hidden = real.split("/").find((part) => part.startsWith(".") && !isVersionOfVolume(part));
  if (hidden !== undefined)
    return { problem: (_, span) => diagnose(hiddenFile, { path: real, part: hidden }, { span }) };
  const { text, problem } = readText(join(root, real), LARGEST_ASSET);
  if (text !== undefined && problem === undefined) return { text };
  return problem === undefined
    ? unusable("it holds no text")
    : { problem: (what, span) => textProblem(problem, what, span) };
}

/** `..2026_11_29_06_30_00.123`: where Kubernetes keeps the files of a mounted ConfigMap (1.34, pkg/volume/util/atomic_writer.go). */
function isVersionOfVolume(name: string): boolean {
  return /^\.\.\d{4}_\d\d_\d\d_\d\d_\d\d_\d\d\.\d+$/.test(name);
}

function refusal(definition: typeof ignoredFile | typeof linkOutsideProject): LoadedAsset {
  return { problem: (what, span) => diagnose(definition, { what }, { span }) };
}

function unusable(reason: string): LoadedAsset {
  return { problem: (what, span) => textProblem({ kind: "unreadable", reason }, what, span) };
}
