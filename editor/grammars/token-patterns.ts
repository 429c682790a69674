// The patterns of the lexer's tokens as text, for grammars that editors read. What the lexer changes, they change with it; that
// the lexer's own loops read the same is tested.

import { resumingLine } from "../../compiler/syntax/package-words.ts";
import { datePattern, namePattern, numberPattern, timePattern } from "../../compiler/syntax/tokens.ts";
import { writtenIn } from "./written-grammar.ts";

/** Patterns that mean the same to JavaScript and to Oniguruma. */
export const tokenPatterns = {
  name: forOniguruma(namePattern),
  comment: "#[^\\n\\r]*",
  date: forOniguruma(datePattern),
  time: forOniguruma(timePattern),
  number: forOniguruma(numberPattern),
  /** What begins on the line after a package block that lost its brace. */
  afterPackages: forOniguruma(`(?=${resumingLine})`),
} as const;

/** Signs that compare, longer ones first, since an editor takes the first that matches; and those of two characters that set. */
export const comparators = signsOf("comparator");
export const setters = signsOf("settingHead").filter((sign) => sign.length === 2);

function signsOf(rule: string): readonly string[] {
  return writtenIn(rule)
    .filter((written) => !/^[a-z]/.test(written))
    .sort((a, b) => b.length - a.length);
}

/** A number without its unit, and the unit: the two halves of the lexer's pattern. */
export const numberParts = halvesOf(tokenPatterns.number);

/**
 * Oniguruma's `\d` and `\w` take letters and digits of all scripts, the lexer's only those of ASCII; and there a `[` inside
 * brackets begins a set of its own.
 */
function forOniguruma(pattern: string): string {
  return pattern
    .replace(
      /\[((?:\\.|[^\]\\])*)\]/g,
      (_, set: string) => `[${set.replace(/\\w/g, "A-Za-z0-9_").replace(/\[/g, "\\[")}]`,
    )
    .replace(/\\d/g, "[0-9]");
}

/** @throws Error where the pattern has another form. */
function halvesOf(source: string): { readonly amount: string; readonly unit: string } {
  const halves = /^(.*)\(\?:(\[A-Za-z_%\].*)\)\?$/.exec(source);
  if (halves?.[1] === undefined || halves[2] === undefined) throw new Error("A number no longer ends with its unit.");
  return { amount: halves[1], unit: halves[2] };
}
