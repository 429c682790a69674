// The bracketed end of a conda requirement, `[version='>=1', build=py*]`: fields of the package's record that must match.

import { closest } from "../../text/edit-distance.ts";
import { matchAt, replaceRange, skipBlanks } from "./line-scanning.ts";
import { failure, type LineRange, type RequirementFailure } from "./requirement.ts";

/** One `key=value`; the range is that of the value without its quotes. */
export interface CondaKeyword extends LineRange {
  readonly key: string;
  readonly value: string;
}

/** The pairs between brackets, and the offset just after the closing one. */
export interface CondaKeywords {
  readonly pairs: readonly CondaKeyword[];
  readonly end: number;
}

/** The fields that a requirement may name (CEP 29 over the records of CEP 36, and `extras` of CEP 44). */
const condaKeywordNames: readonly string[] = [
  ...["name", "version", "build", "build_number", "channel", "subdir", "namespace", "url", "fn", "md5", "sha256"],
  ...["license", "license_family", "features", "track_features", "extras", "size", "timestamp"],
];

/** Reads the brackets that open at `start`. */
export function scanCondaKeywords(line: string, start: number): CondaKeywords | RequirementFailure {
  const pairs: CondaKeyword[] = [];
  let at = skipBlanks(line, start + 1);
  while (line[at] !== "]") {
    const pair = scanPair(line, at);
    if ("error" in pair) return pair;
    if (pairs.some((other) => other.key === pair.key)) return failure(`\`${pair.key}\` is given twice.`, pair);
    pairs.push(pair);
    const quoted = line[pair.end] === "'" || line[pair.end] === '"';
    const next = skipBlanks(line, pair.end + (quoted ? 1 : 0));
    if (next >= line.length) return failure("This bracket is never closed.", { start, end: start + 1 }, `${line}]`);
    if (line[next] === ",") {
      at = skipBlanks(line, next + 1);
      if (line[at] !== "]") continue;
      const comma = { start: next, end: next + 1 };
      return failure("The list in brackets doesn't end in a comma.", comma, replaceRange(line, comma, ""));
    }
    if (line[next] !== "]" && next === pair.end + (quoted ? 1 : 0)) {
      return failure("A value with blanks, commas, equal signs or brackets needs quotes.", pair);
    }
    at = next;
  }
  if (pairs.length === 0) return failure("The brackets are empty: leave them out.", { start, end: at + 1 });
  return { pairs, end: at + 1 };
}

function scanPair(line: string, at: number): CondaKeyword | RequirementFailure {
  const key = matchAt(/[A-Za-z_][A-Za-z0-9_]*/y, line, at);
  const range = { start: at, end: Math.max(at + 1, at + key.length) };
  if (key === "") return failure("A pair such as `version='>=1.2'` is expected here.", range);
  if (!condaKeywordNames.includes(key)) {
    const near = closest(key, condaKeywordNames);
    const replacement = near === undefined ? undefined : replaceRange(line, range, near);
    const hint = near === undefined ? "" : `: did you mean \`${near}\`?`;
    return failure(`conda packages have no field \`${key}\`${hint === "" ? "." : hint}`, range, replacement);
  }
  const equals = skipBlanks(line, range.end);
  if (line[equals] !== "=") return failure(`A value is missing: write \`${key}=…\`.`, range);
  return scanValue(line, key, skipBlanks(line, equals + 1));
}

function scanValue(line: string, key: string, at: number): CondaKeyword | RequirementFailure {
  const quote = line[at];
  if (quote === "'" || quote === '"') {
    const end = line.indexOf(quote, at + 1);
    if (end < 0) return failure("This quote is never closed.", { start: at, end: at + 1 });
    return checkValue({ key, value: line.slice(at + 1, end), start: at + 1, end });
  }
  const pattern = key === "extras" ? /\[[^\][]*\]|[^\s,=[\]'"]+/y : /[^\s,=[\]'"]+/y;
  const value = matchAt(pattern, line, at);
  return checkValue({ key, value, start: at, end: at + value.length });
}

function checkValue(pair: CondaKeyword): CondaKeyword | RequirementFailure {
  const { key, value } = pair;
  const range = { start: pair.start, end: Math.max(pair.end, pair.start + 1) };
  if (value === "") return failure(`The value of \`${key}\` is missing.`, range);
  const wanted = key === "md5" ? 32 : key === "sha256" ? 64 : undefined;
  if (wanted !== undefined && !(value.length === wanted && /^[0-9a-f]+$/i.test(value))) {
    return failure(`A value of \`${key}\` has ${wanted} digits of 0-9 and a-f.`, range);
  }
  if (key === "extras" && !/^(?:\[\s*)?[a-z0-9_.+-]+(?:\s*,\s*[a-z0-9_.+-]+)*(?:\s*\])?$/.test(value)) {
    return failure("Extras are names joined by commas in brackets, such as `extras=[plot, excel]`.", range);
  }
  return pair;
}
