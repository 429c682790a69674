// A program that changes, as an editor or a watcher holds it: files are set and removed, and what is known of them is asked
// for after every change. It is `examine`, with the trees of the files that did not change and what their declarations say.

import { check } from "./check.ts";
import type { CompileOptions, Examined, Sources } from "./examine.ts";
import { keepKnown } from "./model/kept.ts";
import { keepParsed } from "./parsed-file.ts";
import type { SyntaxTree } from "./syntax/tree.ts";
import type { ReadTemplate } from "./targets/pages/page-template.ts";
import { createSourceFile, type SourceFile } from "./text/source-file.ts";
import type { ReadYaml } from "./text/yaml-document.ts";

export interface Workspace {
  /** Puts a text in the place of the file's, or adds the file. Nothing changes where the text is the same. */
  setFile(path: string, text: string): void;
  removeFile(path: string): void;
  /**
   * The text of a file that `file("…")` may name; `null` where it is there and can't be used, `undefined` where there is none, or
   * none any more.
   */
  setAsset(path: string, text: string | null | undefined): void;
  /** The date, and which hub and stage: for a day that ends while the editor is open. */
  setOptions(options: CompileOptions): void;
  /** The files as they are, in order of path. An unchanged file is the same object as before. */
  sources(): Sources;
  /**
   * What is known of the program as it is: the same as a fresh `examine` gives. Computed when asked for, and the same object
   * until something changes. The trees of files that a change does not touch are the same objects as before.
   */
  examined(): Examined;
  /** The tree of one of the files, for which no other is looked at. */
  tree(file: SourceFile): SyntaxTree;
}

/** A workspace without files. `readYaml` is needed for programs that bring manifests, `readTemplate` for those that bring templates of pages. */
export function createWorkspace(options: CompileOptions, readYaml?: ReadYaml, readTemplate?: ReadTemplate): Workspace {
  const files = new Map<string, SourceFile>();
  const assets = new Map<string, string | null>();
  const kept = { parsed: keepParsed(), knownIn: keepKnown() };
  let current = options;
  let sources: Sources | undefined;
  let examined: Examined | undefined;
  const changed = () => {
    sources = undefined;
    examined = undefined;
  };
  const workspace: Workspace = {
    setFile: (path, text) => {
      if (files.get(path)?.text === text) return;
      files.set(path, createSourceFile(path, text));
      changed();
    },
    removeFile: (path) => {
      if (files.delete(path)) changed();
    },
    setAsset: (path, text) => {
      if (assets.get(path) === text) return;
      if (text === undefined) assets.delete(path);
      else assets.set(path, text);
      changed();
    },
    setOptions: (next) => {
      current = next;
      examined = undefined;
    },
    sources: () => {
      sources ??= {
        files: inOrder(files.values()),
        assets: new Map(assets),
        ...(readYaml && { readYaml }),
        ...(readTemplate && { readTemplate }),
      };
      return sources;
    },
    examined: () => {
      examined ??= check(workspace.sources(), current, kept);
      return examined;
    },
    tree: (file) => kept.parsed(file).tree,
  };
  return workspace;
}

function inOrder(files: Iterable<SourceFile>): SourceFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
