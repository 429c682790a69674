// The tokens of the language as patterns, from which the lexer is made: the terminals of the grammar.

import { createToken, type ITokenConfig, Lexer, type TokenType as Terminal } from "chevrotain";
import { misspeltPackageWord, packageLine, resumingLine } from "./package-words.ts";
import { longText, unterminatedLongText } from "./text-ends.ts";
import { datePattern, namePattern, numberPattern, type Sign, type TokenType, timePattern } from "./tokens.ts";
import { packageBlocks } from "./tree.ts";

/** What a token of a terminal is called outside of the grammar, by the terminal's number. */
export const typeByTerminal: TokenType[] = [];

function terminal(
  type: TokenType,
  pattern: NonNullable<ITokenConfig["pattern"]>,
  more?: Partial<ITokenConfig>,
): Terminal {
  const made = createToken({ name: type, pattern, line_breaks: true, ...more });
  if (made.tokenTypeIdx !== undefined) typeByTerminal[made.tokenTypeIdx] = type;
  return made;
}

function codes(first: string, last: string): readonly number[] {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

// Characters that a terminal begins with: what a pattern can't begin with is not tried. The library would else find them by
// parsing every pattern, in every process.
const letters = [...codes("a", "z"), ...codes("A", "Z")];
const digits = [...codes("0", "9")];
const lineEnds = ["\n", "\r"];
const blanks = [" ", "\t", "\f", "\u00a0", "\ufeff"];

const LineEnd = terminal("line-end", /\r\n|\n|\r/, { start_chars_hint: lineEnds });
const Blank = createToken({
  name: "blank",
  pattern: new RegExp(`[${blanks.join("")}]+`),
  group: Lexer.SKIPPED,
  start_chars_hint: blanks,
});
export const Comment = terminal("comment", /#[^\n\r]*/, { start_chars_hint: ["#"] });

/** Any of the texts. */
export const Text = createToken({ name: "any-text", pattern: Lexer.NA });
/** A text that is not closed, which is reported once its statement is read. */
export const UnclosedText = createToken({ name: "unclosed-text", pattern: Lexer.NA, categories: [Text] });
const isText = { categories: [Text], start_chars_hint: ['"'] };
const isUnclosed = { categories: [Text, UnclosedText], start_chars_hint: ['"'] };
const texts = [
  terminal("long-text", { exec: longText }, isText),
  terminal("unterminated-long-text", { exec: unterminatedLongText }, isUnclosed),
  terminal("text", /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"/, { ...isText, name: "short-text" }),
  terminal("unterminated-text", /"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*\\?/, isUnclosed),
];

export const DateLiteral = terminal("date", new RegExp(datePattern), { start_chars_hint: digits });
export const TimeLiteral = terminal("time", new RegExp(timePattern), { start_chars_hint: digits });
export const NumberLiteral = terminal("number", new RegExp(numberPattern), {
  label: "A number",
  start_chars_hint: [...digits, "-"],
});

export const Name = terminal("name", new RegExp(namePattern), { label: "A name", start_chars_hint: letters });

/** A name that means something at some places of a statement. Everywhere else it is a name like others. */
const word = (name: string) => terminal("name", Lexer.NA, { name, label: `\`${name}\``, categories: [Name] });
export const Let = word("let");
export const Abstract = word("abstract");
export const Extends = word("extends");
export const And = word("and");
export const Or = word("or");
export const Not = word("not");
export const In = word("in");
export const Matches = word("matches");
export const All = word("all");
export const Any = word("any");
const words = [Let, Abstract, Extends, And, Or, Not, In, Matches, All, Any];
/** What the lexer reads as a name, by what is written. */
export const wordTerminals: ReadonlyMap<string, Terminal> = new Map(
  words.map((tokenType) => [tokenType.name, tokenType]),
);

/** `conda`, `pip`, `apt` or `cran` before a brace, or a slip of one. The braces hold requirements, a line each. */
const beginsPackages = { push_mode: "packageHead", categories: [Name], start_chars_hint: letters };
const packageWordPattern = new RegExp(`(?:${packageBlocks.join("|")})(?=[ \\t]*\\{)`);
export const PackageWord = terminal("package-word", packageWordPattern, beginsPackages);
const MisspeltPackageWord = terminal("misspelt-package-word", { exec: misspeltPackageWord }, beginsPackages);

const sign = (written: Sign) => terminal(written, written, { label: `\`${written}\`` });
export const PlusEquals = sign("+=");
export const MinusEquals = sign("-=");
export const EqualsEquals = sign("==");
export const NotEquals = sign("!=");
export const LessEquals = sign("<=");
export const GreaterEquals = sign(">=");
export const Less = sign("<");
export const Greater = sign(">");
export const Equals = sign("=");
export const DotDot = sign("..");
export const Dot = sign(".");
export const Comma = sign(",");
const Semicolon = sign(";");
export const Colon = sign(":");
export const OpenBrace = sign("{");
export const CloseBrace = sign("}");
export const OpenBracket = sign("[");
export const CloseBracket = sign("]");
export const OpenParenthesis = sign("(");
export const CloseParenthesis = sign(")");

const PackageOpen = terminal("package-open", "{", {
  pop_mode: true,
  push_mode: "packageLines",
  categories: [OpenBrace],
});
const PackageClose = terminal("package-close", "}", { pop_mode: true, categories: [CloseBrace] });
export const PackageLine = terminal("package-line", { exec: packageLine });
/** What follows such a line end is no requirement, so the block was meant to be closed before. */
const PackageBreak = terminal("package-break", new RegExp(`(?:\\r\\n|\\n|\\r)(?=${resumingLine})`), {
  pop_mode: true,
  categories: [LineEnd],
  start_chars_hint: lineEnds,
});

/** What is tried at which place, in this order. */
export const modes = {
  usual: [
    ...[LineEnd, Blank, Comment, ...texts, DateLiteral, TimeLiteral, NumberLiteral],
    ...[PackageWord, MisspeltPackageWord, Name],
    ...[PlusEquals, MinusEquals, EqualsEquals, NotEquals, LessEquals, GreaterEquals, Less, Greater, Equals],
    ...[DotDot, Dot, Comma, Semicolon, Colon],
    ...[OpenBrace, CloseBrace, OpenBracket, CloseBracket, OpenParenthesis, CloseParenthesis],
  ],
  packageHead: [Blank, PackageOpen],
  packageLines: [PackageBreak, LineEnd, Blank, Comment, PackageClose, PackageLine],
};

/** All terminals, each once. */
export const terminals: readonly Terminal[] = [
  ...new Set([Text, UnclosedText, ...words, ...Object.values(modes).flat()]),
];
