// Package blocks, which the lexer reads line by line: how one with a slip in its word begins, and how the end of one that was
// never closed is recognised.

import { editDistance } from "../text/edit-distance.ts";
import { beginsLine } from "./characters.ts";
import { declarationKinds } from "./tokens.ts";
import { packageBlocks } from "./tree.ts";

const declarationWord = declarationKinds.join("|");
const packageWord = packageBlocks.join("|");

/**
 * A line that can't be a requirement but begins something else: the sign that a package block was never closed.
 * A declaration's header, another block's header, a setting with a text, or a `+=` or `-=`.
 */
export const resumingLine = [
  `(?:abstract[ \\t]+)?(?:${declarationWord})[ \\t]+[A-Za-z][^\\n\\r]*\\{`,
  `[ \\t]*(?:${packageWord})[ \\t]*\\{`,
  `[ \\t]*[A-Za-z][\\w-]*(?:[ \\t]+[A-Za-z][\\w-]*)?[ \\t]*\\{`,
  `[ \\t]*[A-Za-z][\\w-]*[ \\t]*(?:=[ \\t]*["[{]|\\+=|-=)`,
].join("|");

/** `cnda {` on a line of its own: a slip of `conda`, or what it holds would be read as if it were settings. */
export function misspeltPackageWord(text: string, start: number): [string] | null {
  shortHeader.lastIndex = start;
  const word = shortHeader.exec(text)?.[1];
  if (word === undefined || !packageBlocks.some((name) => isSlipOf(word, name)) || !beginsLine(text, start))
    return null;
  settingOrBlock.lastIndex = shortHeader.lastIndex;
  return settingOrBlock.test(text) ? null : [word];
}

/** A line of a short word and a brace. */
const shortHeader = /([A-Za-z]\w{1,5})[ \t]*\{/y;

/** What follows a brace in a block of settings, and in no package block. */
const settingOrBlock =
  /\s*(?:#[^\n\r]*\s+)*(?:[\w-]+(?:\.[\w-]+)*[ \t]+(?:=|\+=|-=)[ \t]|[\w-]+[ \t]*(?:[\w-]+[ \t]*)?\{|")/y;

const line = /[^ \t\n\r](?:[^ \t\n\r]|[ \t]+(?![#} \t\n\r]|$))*/y;

/** A requirement: up to the end of its line, or to a blank and `#` or `}`. */
export function packageLine(text: string, start: number): RegExpExecArray | null {
  line.lastIndex = start;
  return line.exec(text);
}

/** One edit apart; words that differ at both ends need more than one. */
function isSlipOf(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  return (word[0] === name[0] || word.at(-1) === name.at(-1)) && editDistance(word, name, 1) <= 1;
}
