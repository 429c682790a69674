// The patterns of the lexer's tokens as text, for grammars that editors read. What the lexer changes, they change with it.

import type { TokenType } from "chevrotain";
import {
  CloseBrace,
  Comment,
  DateLiteral,
  EqualsEquals,
  GreaterEquals,
  LessEquals,
  MinusEquals,
  Name,
  NotEquals,
  NumberLiteral,
  PackageBreak,
  PlusEquals,
  TimeLiteral,
} from "../../compiler/syntax/tokens.ts";

/** Patterns that mean the same to JavaScript and to Oniguruma. */
export const tokenPatterns = {
  name: sourceOf(Name),
  comment: sourceOf(Comment),
  date: sourceOf(DateLiteral),
  time: sourceOf(TimeLiteral),
  number: sourceOf(NumberLiteral),
  /** What begins on the line after a package block that lost its brace. */
  afterPackages: lookaheadOf(sourceOf(PackageBreak)),
} as const;

/** Signs of two characters that compare, and those that set. */
export const comparators = [EqualsEquals, NotEquals, LessEquals, GreaterEquals].map(textOf);
export const setters = [PlusEquals, MinusEquals].map(textOf);
export const closeBrace = textOf(CloseBrace);

/** A number without its unit, and the unit: the two halves of the lexer's pattern. */
export const numberParts = halvesOf(tokenPatterns.number);

/** @throws Error where the token is not made by a regular expression. */
function sourceOf({ name, PATTERN }: TokenType): string {
  if (!(PATTERN instanceof RegExp)) throw new Error(`The token ${name} has no regular expression.`);
  // Oniguruma's `\d` and `\w` take letters and digits of all scripts, the lexer's only those of ASCII; and there a `[` inside
  // brackets begins a set of its own.
  return PATTERN.source
    .replace(
      /\[((?:\\.|[^\]\\])*)\]/g,
      (_, set: string) => `[${set.replace(/\\w/g, "A-Za-z0-9_").replace(/\[/g, "\\[")}]`,
    )
    .replace(/\\d/g, "[0-9]");
}

function textOf({ name, PATTERN }: TokenType): string {
  if (typeof PATTERN !== "string") throw new Error(`The token ${name} is no sign.`);
  return PATTERN;
}

function lookaheadOf(source: string): string {
  const at = source.indexOf("(?=");
  if (at < 0) throw new Error("Package blocks no longer end by what follows them.");
  return source.slice(at);
}

function halvesOf(source: string): { readonly amount: string; readonly unit: string } {
  const halves = /^(.*)\(\?:(\[A-Za-z_%\].*)\)\?$/.exec(source);
  if (halves?.[1] === undefined || halves[2] === undefined) throw new Error("A number no longer ends with its unit.");
  return { amount: halves[1], unit: halves[2] };
}
