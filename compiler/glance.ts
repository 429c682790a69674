// What can be said of some files of a program before all of it is read: their syntax, and the names and values of what they
// declare. It is a part of what a whole check says of them, word for word; what only the whole can tell is left to that.

import { type Sources, standardTrees } from "./check.ts";
import { type Diagnostic, sortDiagnostics } from "./diagnostics/diagnostic.ts";
import { createMemory, type Memory } from "./diagnostics/memory.ts";
import { rootCauses } from "./diagnostics/root-causes.ts";
import { evaluateOne } from "./model/evaluate.ts";
import { bind, type Declaration, type Program } from "./names/bind.ts";
import { neededFiles } from "./names/needed-files.ts";
import { partialSurroundings } from "./names/partial-surroundings.ts";
import { ownNames } from "./names/tree-names.ts";
import { isFirm } from "./rules/allowances.ts";
import { findCharactersInComments } from "./schema/characters-in-comments.ts";
import { findSecrets } from "./schema/secrets-in-file.ts";
import { recallTree } from "./syntax/recall-tree.ts";
import type { DeclarationNode } from "./syntax/tree.ts";
import type { SourceFile } from "./text/source-file.ts";

/**
 * First findings in `files`, which are some of the program's, in the order of a report. Only the files that these need are
 * parsed; their trees are left in `memory`, where a check of the whole finds them.
 */
export function glance(sources: Sources, files: ReadonlySet<SourceFile>, memory: Memory): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const trees = neededFiles(sources.files, files).map((file) => {
    const tree = recallTree(file, memory, (diagnostic) => files.has(file) && found.push(diagnostic));
    if (files.has(file)) {
      found.push(...ownNames(tree).found);
      findSecrets(file, (diagnostic) => found.push(diagnostic));
      findCharactersInComments(tree, (diagnostic) => found.push(diagnostic));
    }
    return tree;
  });
  // What is wrong with names depends on all files.
  const part = bind(trees, standardTrees, { report: () => {}, memory: createMemory() });
  for (const members of byNode(part.declarations, files)) found.push(...valueFindings(members, part, sources.assets));
  return rootCauses(sortDiagnostics(found.filter(isCertain)));
}

/** A name that nothing declares is told once for all files, with what is like it in any of them; other codes can be allowed. */
function isCertain({ code }: Diagnostic): boolean {
  return isFirm(code) && !code.startsWith("names/unknown-");
}

/** The declarations in `files`; the members of a family are together. */
function byNode(
  declarations: readonly Declaration[],
  files: ReadonlySet<SourceFile>,
): Iterable<readonly Declaration[]> {
  const members = new Map<DeclarationNode, Declaration[]>();
  for (const declaration of declarations) {
    const { node } = declaration;
    if (!files.has(node.file)) continue;
    const known = members.get(node);
    if (known === undefined) members.set(node, [declaration]);
    else known.push(declaration);
  }
  return members.values();
}

/** What is wrong inside of one declaration; nothing where that may depend on files that were not read. */
function valueFindings(
  members: readonly Declaration[],
  part: Program,
  assets: Sources["assets"],
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  let sure = members.every(hasKnownParents);
  const surroundings = partialSurroundings(part, assets, () => {
    sure = false;
  });
  for (const member of members) {
    const { file, start, end } = member.node;
    evaluateOne(member, surroundings, (diagnostic) => {
      const { span, code } = diagnostic;
      const isInside = span.file === file && span.start >= start && span.end <= end;
      const place = `${code} ${span.start} ${span.end}`;
      // A mistake is told once: as the first member of a family has it.
      if (isInside && !found.has(place)) found.set(place, diagnostic);
    });
  }
  return sure ? [...found.values()] : [];
}

function hasKnownParents({ parent }: Declaration): boolean {
  return parent === undefined || (parent !== "unknown" && hasKnownParents(parent));
}
