// The texts that a program takes in by `file("…")`. Only what lies in the project is read, links followed and checked, and each
// file once; the compiler gets texts and never a path to open.

import { lstatSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, posix } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { linkOutsideProject } from "../diagnostics/file-diagnostics.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import { diskCode, diskReason } from "./disk-reason.ts";
import { isWithin } from "./is-within.ts";
import { readText, textProblem } from "./read-text.ts";
import { fileReferences } from "./scan-hub-text.ts";

export interface LoadedAssets {
  /**
   * By the path as written, relative to the project's root. A file that is there but can't be used is an empty text and has a
   * diagnostic; one that is not there, or lies outside, is absent, which the check reports.
   */
  readonly assets: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes. An object of Kubernetes holds about 1 MiB; an image's file may be somewhat more. */
const LARGEST_ASSET = 4 * 2 ** 20;

export function loadAssets(root: string, files: readonly SourceFile[]): LoadedAssets {
  const assets = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    for (const { path, start, end } of fileReferences(file.text)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const loaded = loadAsset(root, path, { file, start, end });
      if (loaded === undefined) continue;
      assets.set(path, loaded.text);
      if (loaded.problem !== undefined) diagnostics.push(loaded.problem);
    }
  }
  return { assets, diagnostics };
}

interface LoadedAsset {
  readonly text: string;
  readonly problem?: Diagnostic;
}

/** The file, or nothing where the program names what is not there or not in the project. */
function loadAsset(root: string, path: string, span: Span): LoadedAsset | undefined {
  if (path === "" || path.includes("\0") || path.includes("\\") || isAbsolute(path)) return undefined;
  const absolute = join(root, posix.normalize(path));
  if (!isWithin(root, absolute) || absolute === root) return undefined;
  const what = `\`${path}\``;
  try {
    lstatSync(absolute);
    const real = realpathSync(absolute);
    if (!isWithin(root, real)) return { text: "", problem: diagnose(linkOutsideProject, { what }, { span }) };
    if (!statSync(real).isFile()) return unusable("it is not a file");
    const { text, problem } = readText(real, LARGEST_ASSET);
    if (problem === undefined) return { text: text ?? "" };
    return { text: "", problem: textProblem(problem, what, span) };
  } catch (error) {
    if (diskCode(error) === "ENOENT" || diskCode(error) === "ENOTDIR") return undefined;
    return unusable(diskReason(error));
  }
  function unusable(reason: string): LoadedAsset {
    return { text: "", problem: textProblem({ kind: "unreadable", reason }, what, span) };
  }
}
