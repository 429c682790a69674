// Patterns of policies, matched by following all ways at once, so that no pattern and no text can make a check slow: the time
// is at most the length of the pattern times that of the text. What needs looking back or ahead is therefore not taken.

import { limits } from "../text/limits.ts";
import { oneForm } from "../text/one-form.ts";

/** A pattern that can be read; `accepts` is about the whole text. */
export interface Pattern {
  readonly accepts: (text: string) => boolean;
}

/** Why a pattern can't be read. */
export interface PatternProblem {
  readonly problem: string;
}

/**
 * Reads letters, `.`, `[a-z]`, `[^…]`, `( )`, `(?: )`, `|`, `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`, `\d`, `\w`, `\s` and their
 * opposites, and escaped signs. There are no anchors, since a pattern is for the whole text.
 */
export function readPattern(source: string): Pattern | PatternProblem {
  const reading: Reading = { signs: [...oneForm(source)], at: 0 };
  const tree = readChoice(reading, 0);
  if ("problem" in tree) return tree;
  if (reading.at < reading.signs.length) return { problem: "a `)` closes nothing" };
  const states: State[] = [{ kind: "end" }];
  const start = compile(tree, 0, states);
  if (start === undefined) return { problem: `it repeats too much: it comes to more than ${mostStates} steps` };
  return { accepts: (text) => run(states, start, oneForm(text)) };
}

const { patternSteps: mostStates, patternRepeats: mostRepeats, patternNesting: deepest } = limits;

interface Reading {
  readonly signs: readonly string[];
  at: number;
}

type Accepts = (sign: string) => boolean;

type Tree =
  | { readonly kind: "sign"; readonly accepts: Accepts }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Tree[] }
  | { readonly kind: "repeat"; readonly part: Tree; readonly from: number; readonly to: number };

type State =
  | { readonly kind: "end" }
  | { readonly kind: "sign"; readonly accepts: Accepts; readonly next: number }
  | { readonly kind: "fork"; readonly ways: number[] };

function readChoice(reading: Reading, depth: number): Tree | PatternProblem {
  if (depth > deepest) return { problem: "its brackets are nested too deeply" };
  const parts: Tree[] = [];
  do {
    const part = readSequence(reading, depth);
    if ("problem" in part) return part;
    parts.push(part);
  } while (skip(reading, "|"));
  return { kind: "choice", parts };
}

function readSequence(reading: Reading, depth: number): Tree | PatternProblem {
  const parts: Tree[] = [];
  for (;;) {
    const sign = reading.signs[reading.at];
    if (sign === undefined || sign === "|" || sign === ")") return { kind: "sequence", parts };
    const atom = readAtom(reading, depth);
    if ("problem" in atom) return atom;
    const part = readRepeat(reading, atom);
    if ("problem" in part) return part;
    parts.push(part);
  }
}

function readAtom(reading: Reading, depth: number): Tree | PatternProblem {
  const sign = reading.signs[reading.at] ?? "";
  reading.at++;
  switch (sign) {
    case "(":
      return readGroup(reading, depth);
    case "[":
      return readClass(reading);
    case ".":
      return { kind: "sign", accepts: (one) => one !== "\n" };
    case "\\":
      return readEscape(reading);
    case "*":
    case "+":
    case "?":
    case "{":
      return { problem: `\`${sign}\` repeats nothing; the sign itself is written \`\\\\${sign}\`` };
    case "^":
    case "$":
      return { problem: `\`${sign}\` is not needed, since a pattern is for the whole text` };
    default:
      return { kind: "sign", accepts: (one) => one === sign };
  }
}

function readGroup(reading: Reading, depth: number): Tree | PatternProblem {
  if (skip(reading, "?") && !skip(reading, ":")) return { problem: "it looks ahead or back, or names a group" };
  const inner = readChoice(reading, depth + 1);
  if ("problem" in inner) return inner;
  return skip(reading, ")") ? inner : { problem: "a `(` is not closed" };
}

const classes: Readonly<Record<string, Accepts>> = {
  d: (sign) => /^[0-9]$/.test(sign),
  w: (sign) => /^[A-Za-z0-9_]$/.test(sign),
  s: (sign) => /^\s$/.test(sign),
};

function escaped(sign: string | undefined): Accepts | undefined {
  if (sign === undefined) return undefined;
  const inner = Object.hasOwn(classes, sign.toLowerCase()) ? classes[sign.toLowerCase()] : undefined;
  if (inner) return sign === sign.toLowerCase() ? inner : (one) => !inner(one);
  return /^[A-Za-z0-9]$/.test(sign) ? undefined : (one) => one === sign;
}

function readEscape(reading: Reading): Tree | PatternProblem {
  const sign = reading.signs[reading.at];
  reading.at++;
  const accepts = escaped(sign);
  return accepts ? { kind: "sign", accepts } : { problem: `\`\\${sign ?? ""}\` is not known` };
}

function readClass(reading: Reading): Tree | PatternProblem {
  const negated = skip(reading, "^");
  const members: Accepts[] = [];
  for (let first = true; ; first = false) {
    const sign = reading.signs[reading.at];
    if (sign === undefined) return { problem: "a `[` is not closed" };
    reading.at++;
    if (sign === "]" && !first) break;
    const next = sign === "\\" ? reading.signs[reading.at++] : undefined;
    const known = sign === "\\" ? escaped(next) : (one: string) => one === sign;
    if (known === undefined) return { problem: `\`\\${next ?? ""}\` is not known` };
    const last = reading.signs[reading.at + 1];
    if (sign !== "\\" && reading.signs[reading.at] === "-" && last !== undefined && last !== "]") {
      if (last === "\\" || codeOf(last) < codeOf(sign)) return { problem: `\`${sign}-${last}\` is no range of signs` };
      reading.at += 2;
      members.push((one) => codeOf(sign) <= codeOf(one) && codeOf(one) <= codeOf(last));
    } else members.push(known);
  }
  return { kind: "sign", accepts: (one) => members.some((accepts) => accepts(one)) !== negated };
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? -1;
}

function readRepeat(reading: Reading, part: Tree): Tree | PatternProblem {
  if (skip(reading, "*")) return { kind: "repeat", part, from: 0, to: Number.POSITIVE_INFINITY };
  if (skip(reading, "+")) return { kind: "repeat", part, from: 1, to: Number.POSITIVE_INFINITY };
  if (skip(reading, "?")) return { kind: "repeat", part, from: 0, to: 1 };
  if (reading.signs[reading.at] !== "{") return part;
  const end = reading.signs.indexOf("}", reading.at);
  const written = reading.signs.slice(reading.at, end + 1).join("");
  const match = /^\{(\d{1,4})(,(\d{0,4}))?\}$/.exec(end < 0 ? "" : written);
  if (match === null) return { problem: "after `{` comes how often, such as `{2}` or `{2,4}`, and a `}`" };
  reading.at = end + 1;
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
  if (from > to) return { problem: `\`${written}\` ends below where it begins` };
  if (from > mostRepeats || (to > mostRepeats && Number.isFinite(to)))
    return { problem: `\`${written}\` repeats more than ${mostRepeats} times` };
  return { kind: "repeat", part, from, to };
}

function skip(reading: Reading, sign: string): boolean {
  if (reading.signs[reading.at] !== sign) return false;
  reading.at++;
  return true;
}

/** Adds the states of a tree before `next`; gives the first of them, or nothing where they would be too many. */
function compile(tree: Tree, next: number, states: State[]): number | undefined {
  if (states.length > mostStates) return undefined;
  switch (tree.kind) {
    case "sign":
      return states.push({ kind: "sign", accepts: tree.accepts, next }) - 1;
    case "sequence": {
      let at: number | undefined = next;
      for (const part of [...tree.parts].reverse()) at = at === undefined ? undefined : compile(part, at, states);
      return at;
    }
    case "choice": {
      const ways = tree.parts.map((part) => compile(part, next, states));
      const sound = ways.flatMap((way) => way ?? []);
      return sound.length < ways.length ? undefined : states.push({ kind: "fork", ways: sound }) - 1;
    }
    case "repeat":
      return compileRepeat(tree, next, states);
  }
}

function compileRepeat(tree: Tree & { readonly kind: "repeat" }, next: number, states: State[]): number | undefined {
  let at: number | undefined = next;
  if (Number.isFinite(tree.to)) {
    for (let i = tree.from; i < tree.to && at !== undefined; i++) {
      const inner: number | undefined = compile(tree.part, at, states);
      at = inner === undefined ? undefined : states.push({ kind: "fork", ways: [inner, next] }) - 1;
    }
  } else {
    const ways = [next];
    at = states.push({ kind: "fork", ways }) - 1;
    const inner = compile(tree.part, at, states);
    if (inner === undefined) return undefined;
    ways.push(inner);
  }
  for (let i = 0; i < tree.from && at !== undefined; i++) at = compile(tree.part, at, states);
  return at;
}

function run(states: readonly State[], start: number, text: string): boolean {
  let current = reachable(states, [start]);
  for (const sign of text) {
    const next: number[] = [];
    for (const at of current) {
      const state = states[at];
      if (state?.kind === "sign" && state.accepts(sign)) next.push(state.next);
    }
    if (next.length === 0) return false;
    current = reachable(states, next);
  }
  return [...current].some((at) => states[at]?.kind === "end");
}

/** The states that are reached without reading a sign. */
function reachable(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const state = states[at];
    if (state?.kind === "fork") open.push(...state.ways);
  }
  return found;
}
