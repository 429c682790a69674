// Package blocks, which the lexer reads line by line: how they begin, what one of their lines is, and how the end of one that
// was never closed is recognised.

import { editDistance } from "../text/edit-distance.ts";
import { closeBrace, hash, isIndentCode, isLineEndCode, openBrace } from "./characters.ts";
import { declarationKinds, packageBlocks } from "./tokens.ts";

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

const resumes = new RegExp(resumingLine, "y");

/** Is the line end at `at` one after which something else than a requirement begins? */
export function endsPackages(text: string, at: number): boolean {
  resumes.lastIndex = text.startsWith("\r\n", at) ? at + 2 : at + 1;
  return resumes.test(text);
}

/** What the name between two offsets is, if a package block begins with it. */
export function packageWordType(
  text: string,
  start: number,
  end: number,
): "package-word" | "misspelt-package-word" | undefined {
  let brace = end;
  while (isIndentCode(text.charCodeAt(brace))) brace++;
  if (text.charCodeAt(brace) !== openBrace) return undefined;
  const word = text.slice(start, end);
  if (packageBlocks.some((name) => name === word)) return "package-word";
  const isSlip = beginsLine(text, start) && isMisspelt(word) && !holdsSettings(text, brace + 1);
  return isSlip ? "misspelt-package-word" : undefined;
}

function isMisspelt(word: string): boolean {
  return /^\w{2,6}$/.test(word) && packageBlocks.some((name) => isSlipOf(word, name));
}

/** One edit apart; words that differ at both ends need more than one. */
function isSlipOf(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  return (word[0] === name[0] || word.at(-1) === name.at(-1)) && editDistance(word, name, 1) <= 1;
}

function beginsLine(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && isIndentCode(text.charCodeAt(before))) before--;
  return before < 0 || isLineEndCode(text.charCodeAt(before));
}

const settingOrBlock =
  /\s*(?:#[^\n\r]*\s+)*(?:[\w-]+(?:\.[\w-]+)*[ \t]+(?:=|\+=|-=)[ \t]|[\w-]+[ \t]*(?:[\w-]+[ \t]*)?\{|")/y;

/** Does something follow the brace before `at` that stands in no package block? */
function holdsSettings(text: string, at: number): boolean {
  settingOrBlock.lastIndex = at;
  return settingOrBlock.test(text);
}

/** The end of the requirement at `start`: that of the line, or before a blank and `#` or `}`. Blanks at its end are left out. */
export function endOfPackageLine(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineEndCode(code)) break;
    if (isIndentCode(code)) continue;
    if ((code === hash || code === closeBrace) && isIndentCode(text.charCodeAt(at - 1))) break;
    end = at + 1;
  }
  return end;
}
