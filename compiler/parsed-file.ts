// A file's tree, with what is wrong in it whatever other files hold. It follows from the file alone: whoever holds a program that changes keeps it by file.

import type { Diagnostic, Report } from "./diagnostics/diagnostic.ts";
import { findCharactersInComments } from "./schema/characters-in-comments.ts";
import { findSecrets } from "./schema/secrets-in-file.ts";
import { parse } from "./syntax/parse.ts";
import type { SyntaxTree } from "./syntax/tree.ts";
import type { SourceFile } from "./text/source-file.ts";

export interface ParsedFile {
  readonly tree: SyntaxTree;
  readonly found: readonly Diagnostic[];
}

export type ParseFile = (file: SourceFile) => ParsedFile;

/** Parses a file, whether it was parsed before or not. */
export function parseFile(file: SourceFile): ParsedFile {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  const tree = parse(file, report);
  findSecrets(file, report);
  findCharactersInComments(tree, report);
  return { tree, found };
}

/** Parses each file once, for as long as something holds it. */
export function keepParsed(): ParseFile {
  const known = new WeakMap<SourceFile, ParsedFile>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const parsed = parseFile(file);
    known.set(file, parsed);
    return parsed;
  };
}
