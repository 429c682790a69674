// The part of a pip requirement after `;`: on which computers it holds. The whole grammar of the dependency specifiers
// specification (PEP 508), so that a misspelt variable is found here and not when the image is built.

import { closest } from "../../text/edit-distance.ts";
import { limits } from "../../text/limits.ts";
import { matchAt, replaceRange, skipBlanks } from "./line-scanning.ts";
import { failure, type RequirementFailure } from "./requirement.ts";

/** A marker that was read up to the end of the line. */
export interface PipMarker {
  /** With single blanks and double quotes. */
  readonly text: string;
}

/** The variables of PEP 508, and the `extras` and `dependency_groups` of lock files (PEP 751). */
const variables: readonly string[] = [
  ...["python_version", "python_full_version", "os_name", "sys_platform", "platform_machine", "platform_system"],
  ...["platform_release", "platform_version", "platform_python_implementation", "implementation_name"],
  ...["implementation_version", "extra", "extras", "dependency_groups"],
];

/** Old spellings that every reader still takes. */
const oldVariables: readonly string[] = [
  ...["os.name", "sys.platform", "platform.version", "platform.machine", "platform.python_implementation"],
  "python_implementation",
];

interface Scanned {
  readonly text: string;
  readonly end: number;
}

/** Reads the marker that begins at `start`; nothing may follow it. */
export function scanPipMarker(line: string, start: number): PipMarker | RequirementFailure {
  const marker = scanAlternatives(line, start, 0);
  if ("error" in marker) return marker;
  const rest = skipBlanks(line, marker.end);
  if (rest >= line.length) return { text: marker.text };
  return failure("Conditions of a marker are joined by `and` or `or`.", { start: rest, end: line.length });
}

function scanAlternatives(line: string, start: number, depth: number): Scanned | RequirementFailure {
  let text = "";
  let at = start;
  for (;;) {
    const condition = scanCondition(line, at, depth);
    if ("error" in condition) return condition;
    text += condition.text;
    const next = skipBlanks(line, condition.end);
    const joint = matchAt(/(?:and|or)\b/y, line, next);
    if (joint === "") return { text, end: condition.end };
    text += ` ${joint} `;
    at = next + joint.length;
  }
}

function scanCondition(line: string, start: number, depth: number): Scanned | RequirementFailure {
  const at = skipBlanks(line, start);
  if (line[at] === "(") return scanGroup(line, at, depth);
  const left = scanOperand(line, at);
  if ("error" in left) return left;
  const operator = scanOperator(line, skipBlanks(line, left.end));
  if ("error" in operator) return operator;
  const right = scanOperand(line, skipBlanks(line, operator.end));
  if ("error" in right) return right;
  if (left.text.startsWith('"') && right.text.startsWith('"')) {
    return failure("A marker compares a variable such as `python_version` with a text.", { start: at, end: right.end });
  }
  return { text: `${left.text} ${operator.text} ${right.text}`, end: right.end };
}

function scanGroup(line: string, open: number, depth: number): Scanned | RequirementFailure {
  const range = { start: open, end: open + 1 };
  if (depth >= limits.markerNesting) return failure("These parentheses are nested too deep.", range);
  const inner = scanAlternatives(line, open + 1, depth + 1);
  if ("error" in inner) return inner;
  const close = skipBlanks(line, inner.end);
  if (line[close] !== ")") return failure("This parenthesis is never closed.", range);
  return { text: `(${inner.text})`, end: close + 1 };
}

function scanOperator(line: string, at: number): Scanned | RequirementFailure {
  const word = matchAt(/in\b|not[ \t]+in\b/y, line, at);
  if (word !== "") return { text: word.replace(/[ \t]+/, " "), end: at + word.length };
  const operator = matchAt(/[=<>!~]+/y, line, at);
  const end = at + operator.length;
  if (["===", "==", "~=", "!=", "<=", ">=", "<", ">"].includes(operator)) return { text: operator, end };
  const replacement = operator === "=" ? replaceRange(line, { start: at, end }, "==") : undefined;
  const place = { start: Math.min(at, line.length - 1), end: Math.max(end, Math.min(at + 1, line.length)) };
  return failure(
    "A marker compares with `==`, `!=`, `<=`, `>=`, `<`, `>`, `~=`, `in` or `not in`.",
    place,
    replacement,
  );
}

function scanOperand(line: string, at: number): Scanned | RequirementFailure {
  const quote = line[at];
  if (quote === '"' || quote === "'") {
    const end = line.indexOf(quote, at + 1);
    if (end < 0) return failure("This quote is never closed.", { start: at, end: at + 1 });
    const value = line.slice(at + 1, end);
    return { text: value.includes('"') ? `'${value}'` : `"${value}"`, end: end + 1 };
  }
  const word = matchAt(/[A-Za-z0-9_.]+/y, line, at);
  const range = {
    start: Math.min(at, line.length - 1),
    end: Math.max(at + word.length, Math.min(at + 1, line.length)),
  };
  if (variables.includes(word) || oldVariables.includes(word)) return { text: word, end: at + word.length };
  if (word === "")
    return failure('A marker\'s condition is incomplete: write such as `python_version < "3.12"`.', range);
  if (/^\d/.test(word)) {
    return failure("A value in a marker needs quotes.", range, replaceRange(line, range, `"${word}"`));
  }
  const near = closest(word, variables);
  if (near === undefined) return failure(`Markers have no variable \`${word}\`; a text needs quotes.`, range);
  return failure(
    `Markers have no variable \`${word}\`: did you mean \`${near}\`?`,
    range,
    replaceRange(line, range, near),
  );
}
