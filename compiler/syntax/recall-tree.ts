// The tree of a file of a program that changes.

import type { Report } from "../diagnostics/diagnostic.ts";
import type { Memory } from "../diagnostics/memory.ts";
import type { SourceFile } from "../text/source-file.ts";
import { parse } from "./parse.ts";
import type { SyntaxTree } from "./tree.ts";

/** The tree, parsed once for each text. */
export function recallTree(file: SourceFile, memory: Memory, report: Report): SyntaxTree {
  return memory.recall({ about: file, step: "parse", report }, (found) => parse(file, found));
}
