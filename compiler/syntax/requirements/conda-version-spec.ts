// The version part of a conda requirement: conditions joined by `,` (and) and `|` (or). conda's own reader lets much through
// that it then misreads, so this one follows CEP 29 and CEP 33, and is a little stricter where no meaning is left.

import { matchAt, misspelledOperators, replaceRange, skipBlanks } from "./line-scanning.ts";
import { failure, type LineRange, type RequirementFailure } from "./requirement.ts";

/** A version expression that was read from a line. */
export interface CondaVersionSpec {
  /** The expression without blanks. */
  readonly text: string;
  /** Offset just after the expression. */
  readonly end: number;
  /** The operator and literal, where the expression is one condition without parentheses. */
  readonly single?: CondaVersionClause;
}

/** One condition: an operator (empty for a bare version) and a version, with or without `*`. */
export interface CondaVersionClause {
  readonly operator: string;
  readonly literal: string;
  readonly isPattern: boolean;
}

interface ScannedClause extends CondaVersionClause {
  readonly end: number;
}

/**
 * Reads a version expression that begins at `start` (blanks are skipped) and goes as far as conditions are joined; what follows
 * is the caller's. Sources: CEP 29 "Version matching" for conditions, CEP 33 for literals.
 */
export function scanCondaVersion(line: string, start: number): CondaVersionSpec | RequirementFailure {
  let at = skipBlanks(line, start);
  let text = "";
  const open: number[] = [];
  const clauses: ScannedClause[] = [];
  let grouped = false;
  for (;;) {
    while (line[at] === "(") {
      open.push(at);
      grouped = true;
      text += "(";
      at = skipBlanks(line, at + 1);
    }
    const clause = scanClause(line, at);
    if ("error" in clause) return clause;
    clauses.push(clause);
    text += clause.operator + clause.literal;
    at = clause.end;
    while (open.length > 0 && line[skipBlanks(line, at)] === ")") {
      open.pop();
      text += ")";
      at = skipBlanks(line, at) + 1;
    }
    const joint = skipBlanks(line, at);
    if (line[joint] !== "," && line[joint] !== "|") break;
    text += line[joint];
    at = skipBlanks(line, joint + 1);
  }
  const unclosed = open[0];
  if (unclosed !== undefined) {
    return failure("This parenthesis is never closed.", { start: unclosed, end: unclosed + 1 });
  }
  const only = clauses[0];
  return { text, end: at, ...(clauses.length === 1 && !grouped && only !== undefined && { single: only }) };
}

/** The version that a condition admits alone, or undefined when it admits several. */
export function exactCondaVersion(clause: CondaVersionClause | undefined): string | undefined {
  if (clause === undefined || clause.isPattern) return undefined;
  return clause.operator === "" || clause.operator === "==" ? clause.literal : undefined;
}

const operators = new Set(["", "==", "!=", "<=", ">=", "<", ">", "=", "~="]);

const misspelled: Readonly<Record<string, string>> = { "===": "==", ...misspelledOperators };

function scanClause(line: string, at: number): ScannedClause | RequirementFailure {
  const operator = matchAt(/[=<>!~]+/y, line, at);
  const range = { start: at, end: at + operator.length };
  if (!operators.has(operator)) return badOperator(line, range);
  const start = skipBlanks(line, range.end);
  const regexp = operator === "" ? matchAt(/\^[^$]*\$/y, line, start) : "";
  if (regexp !== "") return checkRegexp(regexp, start);
  const literal = matchAt(/[A-Za-z0-9_.+!*-]+/y, line, start);
  if (literal === "") return missingVersion(line, { start: at, end: start }, operator);
  return checkLiteral(line, { operator, literal, isPattern: literal.includes("*"), end: start + literal.length });
}

function badOperator(line: string, range: LineRange): RequirementFailure {
  const written = line.slice(range.start, range.end);
  const meant = misspelled[written];
  if (meant !== undefined) {
    return failure(
      `conda has no operator \`${written}\`: write \`${meant}\`.`,
      range,
      replaceRange(line, range, meant),
    );
  }
  const known = "`==`, `=`, `!=`, `>=`, `<=`, `>`, `<`";
  return failure(`conda has no operator \`${written}\`: write one of ${known}.`, range);
}

function missingVersion(line: string, range: LineRange, operator: string): RequirementFailure {
  const found = line[range.end];
  if (/[=<>!~]/.test(found ?? "")) {
    const second = matchAt(/[=<>!~]+/y, line, range.end);
    return failure(`Two operators follow each other here: write one of them.`, {
      start: range.start,
      end: range.end + second.length,
    });
  }
  if (operator !== "") {
    const place = { start: range.start, end: range.start + operator.length };
    const rest = found === undefined ? line.slice(0, range.start).trimEnd() : undefined;
    return failure(
      `A version is missing after \`${operator}\`.`,
      place,
      rest === "" || /[,|(]$/.test(rest ?? "") ? undefined : rest,
    );
  }
  if (found === undefined) {
    return failure("A condition is missing after the last separator.", { start: range.start - 1, end: range.start });
  }
  const end = range.end + 1;
  if (found === "^")
    return failure("conda has no `^` operator: write a range such as `>=1.2,<2`.", { start: range.end, end });
  return failure(`A version is expected here, not \`${found}\`.`, { start: range.end, end });
}

function checkRegexp(literal: string, start: number): ScannedClause | RequirementFailure {
  const end = start + literal.length;
  try {
    // Only compiled, never run: a version pattern is conda's to match.
    new RegExp(literal);
  } catch {
    return failure("This is not a valid regular expression.", { start, end });
  }
  return { operator: "", literal, isPattern: true, end };
}

const literalPattern = /^(?:\d+!)?[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*_?(?:\+[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*)?$/;

function checkLiteral(line: string, clause: ScannedClause): ScannedClause | RequirementFailure {
  const { operator, literal, end } = clause;
  const range = { start: end - literal.length, end };
  if (literal === "*")
    return operator === "" || operator === "=" || operator === "==" ? clause : starWithOperator(line, clause);
  const body = literal.replace(/\.?\*$/, "");
  if (!body.includes("*") && !literalPattern.test(body)) return badLiteral(line, range, body);
  if (body.includes("*") && !/^[A-Za-z0-9_.+!*-]+$/.test(body)) return badLiteral(line, range, body);
  if (body.includes("**") || literal.endsWith("**")) return failure("Write one `*`, not several in a row.", range);
  if (!/\d/.test(literal)) {
    return failure(`\`${literal}\` is no version: a \`conda { }\` block holds one package a line.`, range);
  }
  const equality = operator === "" || operator === "=" || operator === "==" || operator === "!=";
  if (clause.isPattern && (!equality || (operator !== "" && body.includes("*")))) return starWithOperator(line, clause);
  return clause;
}

function starWithOperator(line: string, { operator, literal, end }: ScannedClause): RequirementFailure {
  const range = { start: end - literal.length, end };
  const body = literal.replace(/\.?\*$/, "");
  const replacement = body === "" || body.includes("*") ? undefined : replaceRange(line, range, body);
  return failure(`\`*\` doesn't go with \`${operator}\`: write the version without it.`, range, replacement);
}

function badLiteral(line: string, range: LineRange, body: string): RequirementFailure {
  const literal = line.slice(range.start, range.end);
  if (/[.-]$/.test(body) && literalPattern.test(body.slice(0, -1)) && body === literal) {
    const replacement = replaceRange(line, range, body.slice(0, -1));
    return failure(`A version doesn't end in \`${body.slice(-1)}\`.`, range, replacement);
  }
  return failure(
    `\`${literal}\` is not a version: write numbers joined by points, such as \`1.26\` or \`1.26.*\`.`,
    range,
  );
}
