// The version part of a pip requirement: specifiers joined by commas, by the version specifiers specification (PEP 440).

import { matchAt, misspelledOperators, replaceRange, skipBlanks } from "./line-scanning.ts";
import { failure, type LineRange, type RequirementFailure } from "./requirement.ts";

/** Specifiers that were read from a line. */
export interface PipSpecifiers {
  /** Without blanks and parentheses; empty when there are none. */
  readonly text: string;
  /** Offset just after them. */
  readonly end: number;
  /** The only version admitted: one `==` without `.*`, or one `===`. */
  readonly exact?: string;
}

interface Specifier {
  readonly operator: string;
  readonly version: string;
  readonly end: number;
}

/** Reads the specifiers that begin at `start`, with or without parentheses around them. */
export function scanPipSpecifiers(line: string, start: number): PipSpecifiers | RequirementFailure {
  const grouped = line[start] === "(";
  let at = grouped ? skipBlanks(line, start + 1) : start;
  const specifiers: Specifier[] = [];
  while (!(grouped && specifiers.length === 0 && line[at] === ")")) {
    const specifier = scanSpecifier(line, at);
    if ("error" in specifier) return specifier;
    specifiers.push(specifier);
    const next = skipBlanks(line, specifier.end);
    if (line[next] !== ",") {
      if (/[=<>!~]/.test(line[next] ?? "")) return missingComma(line, { start: specifier.end, end: next });
      at = specifier.end;
      break;
    }
    at = skipBlanks(line, next + 1);
    if (at >= line.length || line[at] === ";" || line[at] === ")") {
      return failure(
        "A specifier is missing after this comma.",
        { start: next, end: next + 1 },
        replaceRange(line, { start: next, end: next + 1 }, ""),
      );
    }
  }
  if (grouped) {
    at = skipBlanks(line, at);
    if (line[at] !== ")") return failure("This parenthesis is never closed.", { start, end: start + 1 });
    at += 1;
  }
  const only = specifiers.length === 1 ? specifiers[0] : undefined;
  const exact =
    only !== undefined && /^={2,3}$/.test(only.operator) && !only.version.endsWith(".*") ? only.version : undefined;
  const text = specifiers.map(({ operator, version }) => operator + version).join(",");
  return { text, end: at, ...(exact !== undefined && { exact }) };
}

const operators = new Set(["===", "==", "~=", "!=", "<=", ">=", "<", ">"]);

const misspelled: Readonly<Record<string, string>> = { "=": "==", ...misspelledOperators };

function scanSpecifier(line: string, at: number): Specifier | RequirementFailure {
  const operator = matchAt(/[=<>!~]+/y, line, at);
  const range = { start: at, end: at + operator.length };
  if (!operators.has(operator)) return badOperator(line, range);
  const start = skipBlanks(line, range.end);
  const version = matchAt(operator === "===" ? /[^\s,;)]+/y : /[^\s,;)|<>]+/y, line, start);
  const end = start + version.length;
  if (version === "") {
    if (/[=<>!~]/.test(line[start] ?? "")) {
      return failure("Two operators follow each other here: write one of them.", { start: at, end: start + 1 });
    }
    return failure(`A version is missing after \`${operator}\`.`, range);
  }
  return checkVersion(line, { operator, version, end });
}

function badOperator(line: string, range: LineRange): RequirementFailure {
  const written = line.slice(range.start, range.end);
  const meant = misspelled[written];
  if (written === "=") {
    return failure("pip pins a version with `==`; a single `=` is conda's.", range, replaceRange(line, range, "=="));
  }
  if (meant !== undefined) {
    return failure(`pip has no operator \`${written}\`: write \`${meant}\`.`, range, replaceRange(line, range, meant));
  }
  const known = "`==`, `!=`, `>=`, `<=`, `>`, `<`, `~=`";
  const place = { start: range.start, end: Math.max(range.end, range.start + 1) };
  if (written === "") return failure(`A version needs one of ${known} before it.`, place);
  return failure(`pip has no operator \`${written}\`: write one of ${known}.`, place);
}

function missingComma(line: string, gap: LineRange): RequirementFailure {
  return failure(
    "Specifiers are joined by commas.",
    { start: gap.end, end: gap.end + 1 },
    replaceRange(line, gap, ","),
  );
}

const release = String.raw`v?(?:\d+!)?\d+(?:\.\d+)*`;
const suffixes = String.raw`(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?\d*)?(?:-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?:[-_.]?dev[-_.]?\d*)?`;
const local = String.raw`\+[a-z0-9]+(?:[-_.][a-z0-9]+)*`;
const publicVersion = new RegExp(`^${release}${suffixes}$`, "i");
const localVersion = new RegExp(`^${release}${suffixes}${local}$`, "i");
const prefixVersion = new RegExp(String.raw`^${release}\.\*$`, "i");

function checkVersion(line: string, specifier: Specifier): Specifier | RequirementFailure {
  const { operator, version, end } = specifier;
  const range = { start: end - version.length, end };
  if (operator === "===") return specifier;
  const equality = operator === "==" || operator === "!=";
  if (prefixVersion.test(version)) {
    if (equality) return specifier;
    const replacement = replaceRange(line, range, version.slice(0, -2));
    return failure(`\`.*\` goes with \`==\` and \`!=\` only: write the version without it.`, range, replacement);
  }
  if (localVersion.test(version)) {
    if (equality) return specifier;
    const replacement = replaceRange(line, range, version.replace(/\+.*$/, ""));
    return failure("A part after `+` goes with `==` and `!=` only.", range, replacement);
  }
  if (!publicVersion.test(version)) return badVersion(line, range);
  if (operator === "~=" && !/\d\.\d/.test(version.replace(/^v?\d+!/i, ""))) {
    const replacement = /^v?\d+$/i.test(version) ? replaceRange(line, range, `${version}.0`) : undefined;
    return failure("`~=` needs a version of two numbers or more, such as `~=1.4`.", range, replacement);
  }
  return specifier;
}

function badVersion(line: string, range: LineRange): RequirementFailure {
  const version = line.slice(range.start, range.end);
  const bare = /^(.*?)\.?\*$/.exec(version)?.[1];
  if (bare !== undefined && publicVersion.test(bare)) {
    const message = `A star stands after a point and after plain numbers, as in \`==${bare.match(/^[\d.]*\d/)?.[0] ?? "1"}.*\`.`;
    return failure(message, range, version.endsWith(".*") ? undefined : replaceRange(line, range, `${bare}.*`));
  }
  if (version === "*") return failure("For any version, write the name alone.", range);
  const build = /^([^=]+)=[^=]/.exec(version)?.[1];
  if (build !== undefined)
    return failure("pip knows no build strings: write the version alone.", range, replaceRange(line, range, build));
  return failure(`\`${version}\` is not a version by PEP 440, such as \`1.26\`, \`2.0rc1\` or \`==1.26.*\`.`, range);
}
