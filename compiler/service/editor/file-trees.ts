// The trees that a feature reads: those of the program, with the file in the editor as it is now.

import type { Examined } from "../../examine.ts";
import { standardLibrary } from "../../standard-library.ts";
import { type LexedText, lex } from "../../syntax/lexer.ts";
import { parse } from "../../syntax/parse.ts";
import type { SyntaxTree } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";

const parsed = new WeakMap<SourceFile, SyntaxTree>();
const lexed = new WeakMap<SourceFile, LexedText>();
const byFile = new WeakMap<readonly SyntaxTree[], ReadonlyMap<SourceFile, SyntaxTree>>();
const replaced = new WeakMap<
  readonly SyntaxTree[],
  { readonly tree: SyntaxTree; readonly trees: readonly SyntaxTree[] }
>();

/** The tree of a file: that of the program where it has just this text, else it is parsed, once. */
export function treeOf(known: Pick<Examined, "trees">, file: SourceFile): SyntaxTree {
  const own = filesOf(known.trees).get(file) ?? parsed.get(file);
  if (own !== undefined) return own;
  const tree = parse(file, () => {}); // what is wrong with it is for the check to say
  parsed.set(file, tree);
  return tree;
}

/** The tokens of a file, read once. */
export function tokensOf(file: SourceFile): LexedText {
  const lexedText = lexed.get(file) ?? lex(file.text);
  lexed.set(file, lexedText);
  return lexedText;
}

/** The trees of the program with that of `file` in the place of the one that the program has under its path. */
export function treesWith(known: Pick<Examined, "trees">, file: SourceFile): readonly SyntaxTree[] {
  const { trees } = known;
  if (filesOf(trees).has(file) || isStandardFile(file)) return trees;
  const tree = treeOf(known, file);
  const before = replaced.get(trees);
  if (before?.tree === tree) return before.trees;
  const others = trees.filter((tree) => tree.file.path !== file.path);
  const at = others.length === trees.length ? trees.length : trees.findIndex((tree) => tree.file.path === file.path);
  const next = [...others.slice(0, at), tree, ...others.slice(at)];
  replaced.set(trees, { tree, trees: next });
  return next;
}

/** Is it one of the standard library's, which nobody edits? */
export function isStandardFile(file: SourceFile): boolean {
  return standardLibrary.includes(file);
}

/** The trees of the standard library. */
export function standardTrees(): readonly SyntaxTree[] {
  return standardLibrary.map((file) => treeOf({ trees: [] }, file));
}

function filesOf(trees: readonly SyntaxTree[]): ReadonlyMap<SourceFile, SyntaxTree> {
  const own = byFile.get(trees) ?? new Map(trees.map((tree) => [tree.file, tree]));
  byFile.set(trees, own);
  return own;
}
