// The tokens of the language written down as patterns for a lexer generator, as the measure of the lexer that is written by hand.
// Nothing here is shared with that but the words of the language and the measure of a slip.

import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { declarationKinds, packageBlocks } from "../../compiler/syntax/tokens.ts";
import { editDistance } from "../../compiler/text/edit-distance.ts";

const declarationWord = declarationKinds.join("|");
const packageWord = packageBlocks.join("|");

/**
 * A line that can't be a requirement but begins something else: the sign that a package block was never closed.
 * A declaration's header, another block's header, a setting with a text, or a `+=` or `-=`.
 */
const resumes = [
  `(?:abstract[ \\t]+)?(?:${declarationWord})[ \\t]+[A-Za-z][^\\n\\r]*\\{`,
  `[ \\t]*(?:${packageWord})[ \\t]*\\{`,
  `[ \\t]*[A-Za-z][\\w-]*(?:[ \\t]+[A-Za-z][\\w-]*)?[ \\t]*\\{`,
  `[ \\t]*[A-Za-z][\\w-]*[ \\t]*(?:=[ \\t]*["[{]|\\+=|-=)`,
].join("|");

export const Newline = createToken({
  name: "line-end",
  pattern: /\r\n|\n|\r/,
  line_breaks: true,
});
export const Blank = createToken({ name: "blank", pattern: /[ \t\f\u00a0\ufeff]+/, group: "SKIPPED" });
export const Comment = createToken({ name: "comment", pattern: /#[^\n\r]*/, group: "comments" });

export const LongText = createToken({
  name: "long-text",
  pattern: { exec: matchLongText },
  start_chars_hint: ['"'],
  line_breaks: true,
});
export const UnterminatedLongText = createToken({
  name: "unterminated-long-text",
  pattern: { exec: matchUnterminatedLongText },
  start_chars_hint: ['"'],
  line_breaks: true,
});
export const Text = createToken({
  name: "text",
  pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*"/,
  start_chars_hint: ['"'],
});
export const UnterminatedText = createToken({
  name: "unterminated-text",
  pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*\\?/,
  start_chars_hint: ['"'],
});

const digits = ["-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const numeral = (name: string, pattern: RegExp) => createToken({ name, pattern, start_chars_hint: digits });
export const DateLiteral = numeral("date", /\d+-\d+-\d+/);
export const TimeLiteral = numeral("time", /\d+:\d+(?::\d+)?/);
export const NumberLiteral = numeral("number", /-?\d+(?:\.\d+)?(?:[A-Za-z_%][A-Za-z0-9_%]*)?/);

export const Name = createToken({ name: "name", pattern: /[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/ });
export const PackageWord = createToken({
  name: "package-word",
  pattern: new RegExp(`(?:${packageWord})(?=[ \\t]*\\{)`),
  push_mode: "packageHead",
  categories: [Name],
  start_chars_hint: ["a", "c", "p"],
});

/** `cnda {` on a line of its own: a slip of `conda`, or what it holds would be read as if it were settings. */
export const MisspeltPackageWord = createToken({
  name: "misspelt-package-word",
  pattern: { exec: matchMisspeltPackageWord },
  push_mode: "packageHead",
  categories: [Name],
  start_chars_hint: [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  line_breaks: false,
});

const sign = (name: string, text: string) => createToken({ name, pattern: text });
export const PlusEquals = sign("PlusEquals", "+=");
export const MinusEquals = sign("MinusEquals", "-=");
export const EqualsEquals = sign("EqualsEquals", "==");
export const NotEquals = sign("NotEquals", "!=");
export const LessEquals = sign("LessEquals", "<=");
export const GreaterEquals = sign("GreaterEquals", ">=");
export const Less = sign("Less", "<");
export const Greater = sign("Greater", ">");
export const Equals = sign("Equals", "=");
export const DotDot = sign("DotDot", "..");
export const Dot = sign("Dot", ".");
export const Comma = sign("Comma", ",");
export const Semicolon = sign("Semicolon", ";");
export const Colon = sign("Colon", ":");
export const OpenBrace = sign("OpenBrace", "{");
export const CloseBrace = sign("CloseBrace", "}");
export const OpenBracket = sign("OpenBracket", "[");
export const CloseBracket = sign("CloseBracket", "]");
export const OpenParen = sign("OpenParen", "(");
export const CloseParen = sign("CloseParen", ")");

/** The brace after `conda`, `pip`, `apt` or `cran`: from here to its partner the text is requirement lines. */
export const PackageOpen = createToken({
  name: "package-open",
  pattern: "{",
  pop_mode: true,
  push_mode: "packageLines",
  categories: [OpenBrace],
});
export const PackageClose = createToken({
  name: "package-close",
  pattern: "}",
  pop_mode: true,
  categories: [CloseBrace],
});
export const PackageLine = createToken({
  name: "package-line",
  pattern: { exec: matchPackageLine },
  line_breaks: false,
});
/** The line end after which something else begins, so that the block must have been meant to end here. */
export const PackageBreak = createToken({
  name: "package-break",
  pattern: new RegExp(`(?:\\r\\n|\\n|\\r)(?=${resumes})`),
  categories: [Newline],
  start_chars_hint: ["\n", "\r"],
  line_breaks: true,
  pop_mode: true,
});

const usual: TokenType[] = [
  Newline,
  Blank,
  Comment,
  LongText,
  UnterminatedLongText,
  Text,
  UnterminatedText,
  DateLiteral,
  TimeLiteral,
  PackageWord,
  MisspeltPackageWord,
  Name,
  PlusEquals,
  MinusEquals,
  NumberLiteral,
  EqualsEquals,
  NotEquals,
  LessEquals,
  GreaterEquals,
  Less,
  Greater,
  Equals,
  DotDot,
  Dot,
  Comma,
  Semicolon,
  Colon,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
  OpenParen,
  CloseParen,
];

const modes: Record<string, TokenType[]> = {
  usual,
  packageHead: [Blank, PackageOpen],
  packageLines: [PackageBreak, Newline, Blank, Comment, PackageClose, PackageLine],
};

/** What the compiler's lexer calls a token: signs by what is written. */
export function typeOf({ tokenType: { name, PATTERN } }: IToken): string {
  return typeof PATTERN === "string" && !name.startsWith("package-") ? PATTERN : name;
}

/** Splits a text into tokens; `validate` checks the definitions. */
export function createReferenceLexer(options: { readonly validate: boolean }): Lexer {
  return new Lexer(
    { modes, defaultMode: "usual" },
    { positionTracking: "onlyOffset", skipValidations: !options.validate, ensureOptimizations: false },
  );
}

/** All token types, each once, for the parser. */
export const allTokens: readonly TokenType[] = [...new Set(Object.values(modes).flat())];

/** One edit apart; words that differ at both ends need more than one. */
function isSlipOf(word: string, name: string): boolean {
  return (word[0] === name[0] || word.at(-1) === name.at(-1)) && editDistance(word, name, 1) <= 1;
}

const shortHeader = /([A-Za-z]\w{1,5})[ \t]*\{/y;
const settingOrBlock =
  /\s*(?:#[^\n\r]*\s+)*(?:[\w-]+(?:\.[\w-]+)*[ \t]+(?:=|\+=|-=)[ \t]|[\w-]+[ \t]*(?:[\w-]+[ \t]*)?\{|")/y;

function matchMisspeltPackageWord(text: string, offset: number): [string] | null {
  shortHeader.lastIndex = offset;
  const word = shortHeader.exec(text)?.[1];
  if (word === undefined || !packageBlocks.some((name) => isSlipOf(word, name))) return null;
  let before = offset - 1;
  while (text[before] === " " || text[before] === "\t") before--;
  if (before >= 0 && text[before] !== "\n" && text[before] !== "\r") return null;
  settingOrBlock.lastIndex = shortHeader.lastIndex;
  return settingOrBlock.test(text) ? null : [word];
}

function matchLongText(text: string, offset: number): [string] | null {
  if (!text.startsWith('"""', offset)) return null;
  const end = endOfLongText(text, offset);
  return end === undefined ? null : [text.slice(offset, end)];
}

/**
 * Matches a `"""` that is not closed. Where the file's `"""` don't come in pairs, one that reaches past a line that
 * declares something is taken for the unclosed one and ends before that line.
 */
function matchUnterminatedLongText(text: string, offset: number): [string] | null {
  if (!text.startsWith('"""', offset)) return null;
  let end = nextDeclaration(text, offset) ?? text.length;
  while (end > offset && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return [text.slice(offset, end)];
}

function endOfLongText(text: string, offset: number): number | undefined {
  const close = closingQuotes(text, offset + 3);
  if (close === undefined) return undefined;
  const limit = nextDeclaration(text, offset);
  if (limit !== undefined && limit < close && !quotesArePaired(text)) return undefined;
  return close + 3;
}

function closingQuotes(text: string, from: number): number | undefined {
  let at = text.indexOf('"""', from);
  while (at >= 0 && isEscaped(text, at, from)) at = text.indexOf('"""', at + 1);
  if (at < 0) return undefined;
  while (text[at + 3] === '"') at++;
  return at;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - 1 - slashes >= from && text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

function nextDeclaration(text: string, offset: number): number | undefined {
  const header = new RegExp(`^(?:abstract[ \\t]+)?(?:${declarationWord})[ \\t]+[A-Za-z][^\\n\\r"]*\\{`, "gm");
  header.lastIndex = offset;
  return header.exec(text)?.index;
}

function quotesArePaired(text: string): boolean {
  return (text.match(/"""/g)?.length ?? 0) % 2 === 0;
}

/** The text of one requirement: up to the line's end, a blank and `#`, or a blank and `}`. */
function matchPackageLine(text: string, offset: number): [string] | null {
  let end = offset;
  for (let at = offset; at < text.length; at++) {
    const c = text[at];
    if (c === "\n" || c === "\r") break;
    const blankBefore = text[at - 1] === " " || text[at - 1] === "\t";
    if (at > offset && blankBefore && (c === "#" || c === "}")) break;
    if (c !== " " && c !== "\t") end = at + 1;
  }
  return end > offset ? [text.slice(offset, end)] : null;
}
