// The tokens of one statement to its parts, by the grammar, with its first mistake in words.

import { type DiagnosticDefinition, diagnose, type Fix, type Report, replaceFix } from "../diagnostics/diagnostic.ts";
import { limits } from "../text/limits.ts";
import type { SourceFile } from "../text/source-file.ts";
import { header, type Mistake, readTokens, requirement, type StatementProblem, type StatementRule } from "./grammar.ts";
import { formOf, unknownKindOf } from "./read-header.ts";
import { tooDeep } from "./structure-diagnostics.ts";
import * as messages from "./syntax-diagnostics.ts";
import type { TextProblem } from "./text-parts.ts";
import { endsValue, isAssignment, isWord, type Token, tokenRange, tokensRange } from "./tokens.ts";
import type { Range } from "./tree.ts";
import type { MissingComma } from "./value-grammar.ts";

export interface StatementInput {
  readonly file: SourceFile;
  readonly report: Report;
}

/** Reads by a rule of the grammar, reporting its mistake if there is one. */
export function readStatement<T>(
  tokens: readonly Token[],
  rule: StatementRule<T>,
  input: StatementInput,
): T | undefined {
  const { node, mistake, problems } = readTokens(tokens, input.file.text, rule);
  if (problems.length > 0) {
    reportProblems(problems, input);
    return undefined;
  }
  if (mistake === undefined) return node;
  const isHeaderEnd = rule === header && mistake.expected === undefined && looseQuotes(tokens) === undefined;
  if (isHeaderEnd) reportHeaderEnd(mistake.at, tokens, input);
  else reportMistake(rule === requirement ? inCondition(mistake, tokens) : mistake, tokens, input);
  return undefined;
}

function reportProblems(problems: readonly StatementProblem[], input: StatementInput): void {
  for (const problem of problems) {
    if (problem.problem === "too-deep") {
      sayAt(input, tooDeep, { parameters: { limit: limits.nesting }, range: problem });
    } else if (problem.problem === "unjoined") {
      const found = quoted(input.file.text.slice(problem.start, problem.end));
      const expected = "A comparison, `and`, `or` or a comma";
      sayAt(input, messages.unexpected, { parameters: { found, expected }, range: problem });
    } else if (problem.problem !== "comma") reportProblem(problem, input);
  }
  reportMissingCommas(
    problems.filter((problem) => problem.problem === "comma"),
    input,
  );
}

/** Reports an occurrence of `definition` at a place of the input's file. */
export function sayAt<P>(
  { file, report }: StatementInput,
  definition: DiagnosticDefinition<P>,
  place: { readonly parameters: P; readonly range: Range; readonly fixes?: readonly Fix[] },
): void {
  const { start, end } = place.range;
  report(diagnose(definition, place.parameters, { span: { file, start, end }, fixes: place.fixes ?? [] }));
}

/** `name =` with nothing after it. */
export function reportMissingValue(tokens: readonly Token[], input: StatementInput, isCondition: boolean): void {
  const range = tokensRange(tokens);
  const compared = isCondition ? comparedByOne(input.file.text, range.end) : undefined;
  if (compared !== undefined) {
    const { name, at } = compared;
    const fixes = [replaceFix("Write `==`", { file: input.file, ...at }, "==")];
    sayAt(input, messages.singleEquals, { parameters: { name }, range: at, fixes });
    return;
  }
  const name = input.file.text.slice(range.start, tokensRange(tokens.slice(0, -1)).end);
  sayAt(input, messages.missingValue, { parameters: { name }, range });
}

/** `memory.to = 8GiB`, which the outline takes for a setting of its own. */
function comparedByOne(text: string, from: number): { readonly name: string; readonly at: Range } | undefined {
  const [whole, name] =
    /^[ \t]*([A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+)[ \t]*=(?!=)/.exec(text.slice(from, from + 200)) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const end = from + whole.length;
  return { name, at: { start: end - 1, end } };
}

/** A statement that is neither a setting nor a block. `key` is the index after the names that it begins with. */
export function reportNoSetting(tokens: readonly Token[], key: number, input: StatementInput): void {
  const { file } = input;
  const [first, next, last] = [tokens[0], tokens[key], tokens[key - 1]];
  if (first === undefined) return;
  if (last === undefined || next === undefined || (isWord(next) && tokens.length > key + 1)) {
    const range = tokensRange(tokens);
    sayAt(input, messages.notAStatement, {
      parameters: { found: quoted(file.text.slice(range.start, range.end)) },
      range,
    });
    return;
  }
  const isWrongSign = /^(?:==|:|\.\.|<=|>=)$/.test(next.image);
  const at = isWrongSign ? tokenRange(next) : { start: last.end, end: last.end };
  const fix = replaceFix("Write `=`", { file, ...at }, isWrongSign ? "=" : " =");
  const name = file.text.slice(first.start, last.end);
  const range = isWrongSign ? at : tokensRange(tokens);
  sayAt(input, messages.missingEquals, { parameters: { name }, range, fixes: [fix] });
}

/** A stretch of text as messages show it. */
function quoted(found: string): string {
  const line = found.split(/[\r\n]/)[0] ?? "";
  return `\`${line.length > 40 ? `${line.slice(0, 37)}…` : line}\``;
}

/** How much of an unclosed text is most likely meant as text: not the brackets at its end that close what was opened before it. */
function lengthOfText(found: string): number {
  const text = found.trimEnd();
  const last = text.at(-1) ?? "";
  const open = ({ "}": "{", ")": "(", "]": "[" } as const)[last];
  if (open === undefined || text.split(last).length <= text.split(open).length) return text.length;
  return lengthOfText(text.slice(0, -1));
}

/** One finding for a list, however many of its commas are missing. */
function reportMissingCommas(places: readonly MissingComma[], input: StatementInput): void {
  const [first] = places;
  if (first === undefined) return;
  const edits = places.map(({ at }) => ({ span: { file: input.file, start: at, end: at }, text: "," }));
  const title = places.length === 1 ? "Add a comma" : "Add the commas";
  const fixes: Fix[] = [{ title, edits, applies: "always" }];
  sayAt(input, messages.missingComma, { parameters: {}, range: { start: first.start, end: first.end }, fixes });
}

function reportProblem(problem: TextProblem, input: StatementInput): void {
  const { file } = input;
  const range = { start: problem.start, end: problem.end };
  const found = file.text.slice(range.start, range.end);
  switch (problem.problem) {
    case "unterminated": {
      const quotes = found.startsWith('"""') ? '"""' : '"';
      const end = range.start + lengthOfText(found);
      const fix = replaceFix("Close the text", { file, start: end, end }, quotes);
      sayAt(input, messages.unterminatedText, { parameters: { quotes }, range, fixes: [fix] });
      return;
    }
    case "escape": {
      const fix = replaceFix("Double the backslash", { file, ...range }, `\\${found}`);
      sayAt(input, messages.badEscape, { parameters: { found }, range, fixes: [fix] });
      return;
    }
    case "interpolation":
      sayAt(input, messages.badInterpolation, { parameters: {}, range });
  }
}

/** A word behind a value of a condition is most likely meant to compare it. */
function inCondition(mistake: Mistake, tokens: readonly Token[]): Mistake {
  const [wrong, before] = [tokens[mistake.at], tokens[mistake.at - 1]];
  const mayEnd = mistake.expected === undefined || mistake.expected === "`)`";
  const isWordAfterValue = wrong !== undefined && isWord(wrong) && before !== undefined && endsValue(before);
  return mayEnd && isWordAfterValue ? { ...mistake, expected: "A comparison, `and` or `or`" } : mistake;
}

/** More stands in a header, from the token at `at` on, than belongs there. */
function reportHeaderEnd(at: number, tokens: readonly Token[], input: StatementInput): void {
  const [first, second, wrong] = [tokens[0], tokens[1], tokens[at]];
  const kind = first?.image === "abstract" ? second : first;
  if (kind === undefined || wrong === undefined) return;
  const unknown = unknownKindOf(kind.image);
  if (unknown !== undefined) {
    sayAt(input, messages.unknownKind, { parameters: unknown, range: tokenRange(kind) });
    return;
  }
  const problem = `${quoted(wrong.image)} can't stand here.`;
  const parameters = { problem, form: formOf(kind.image, " extends PARENT") };
  sayAt(input, messages.badHeader, { parameters, range: tokenRange(wrong) });
}

/** Quotes that open nothing: the ones before them are missing. */
function looseQuotes(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ type }) => type === "unterminated-text");
}

function reportMistake({ at, expected }: Mistake, tokens: readonly Token[], input: StatementInput): void {
  const [wrong, before] = [tokens[at], tokens[at - 1]];
  const loose = looseQuotes(tokens);
  const follows = before !== undefined && isAssignment(before);
  const place = wrong ?? before;
  const range = place ? tokenRange(place) : tokensRange(tokens);
  const found = wrong ? quoted(input.file.text.slice(range.start, range.end)) : "the end of the line";
  if (wrong === undefined && follows) reportMissingValue(tokens, input, false);
  else if (loose) sayAt(input, messages.unterminatedText, { parameters: { quotes: '"' }, range: tokenRange(loose) });
  else if (follows) sayAt(input, messages.unexpected, { parameters: { found, expected: "A value" }, range });
  else if (expected === undefined) sayAt(input, messages.trailing, { parameters: { found }, range });
  else sayAt(input, messages.unexpected, { parameters: { found, expected }, range });
}
