import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile, lineIndexAt } from "../../compiler/text/source-file.ts";
import { type Mutant, mutantsOf } from "../support/mutants.ts";
import { checkProgram, type ProgramTexts, readProgram } from "../support/programs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folderOf = (name: string) =>
  existsSync(`${root}examples/${name}`) ? `${root}examples/${name}` : `${root}test/fixtures/programs/${name}`;
const programs: readonly (readonly [string, ProgramTexts])[] = [
  ["data8", readProgram(folderOf("data8"))],
  ["stat159", readProgram(folderOf("stat159"))],
  ["campus", readProgram(`${root}test/fixtures/programs/campus`)],
];

/** Errors of each slip that makes a program invalid. */
const all: number[] = [];

describe.each(programs)("%s, with one slip", (name, texts) => {
  test("gives few errors, the first of them where the slip is", () => {
    expect(errorsIn(texts)).toEqual([]);
    const counts: number[] = [];
    let placed = 0;
    let total = 0;
    for (const [path, text] of texts) {
      for (const mutant of mutantsOf(text)) {
        total++;
        const errors = errorsIn(new Map(texts).set(path, mutant.text));
        const [first] = errors;
        if (first === undefined) continue;
        counts.push(errors.length);
        if (isWhereTheSlipIs(first, mutant, path)) placed++;
      }
    }
    const figures = figuresOf(counts, placed);
    console.log(`${name}: ${total} slips, ${counts.length} invalid; ${JSON.stringify(figures)}`);
    expect(counts.length).toBeGreaterThan(500);
    expect(figures.median).toBe(1);
    expect(figures.atMostTwo).toBeGreaterThanOrEqual(0.975);
    expect(figures.firstPlaced).toBeGreaterThanOrEqual(0.94);
    all.push(...counts);
  });
});

test("of all slips at least 99 % give at most two errors", () => {
  const { median, atMostTwo } = figuresOf(all, 0);
  console.log(`all: ${all.length} invalid; median ${median}, at most two errors ${atMostTwo}`);
  expect(all.length).toBeGreaterThan(4000);
  expect(median).toBe(1);
  expect(atMostTwo).toBeGreaterThanOrEqual(0.99);
});

describe.each(programs)("%s, with a part cut away", (_name, texts) => {
  test.each([...texts])("keeps every declaration of %s that the cut did not touch", (path, text) => {
    const lines = text.split("\n");
    let offset = 0;
    for (const line of lines) {
      expectKept(path, text, { start: offset, end: Math.min(offset + line.length + 1, text.length) });
      offset += line.length + 1;
    }
    for (let at = 0; at < text.length; at += 3) expectKept(path, text, { start: at, end: text.length });
  });
});

function errorsIn(texts: ProgramTexts): Diagnostic[] {
  return checkProgram(texts).diagnostics.filter(({ severity }) => severity === "error");
}

function isWhereTheSlipIs({ code, span }: Diagnostic, mutant: Mutant, path: string): boolean {
  const [from, to] = [
    lineIndexAt(span.file, span.start) + 1,
    lineIndexAt(span.file, Math.max(span.start, span.end - 1)) + 1,
  ];
  if (span.file.path === path && from <= mutant.to && to >= mutant.from) return true;
  return /[[\](){}"]/.test(mutant.word) && /^syntax\/(?:unclosed|unterminated|missing-brace|stray-brace)/.test(code);
}

function figuresOf(counts: readonly number[], placed: number) {
  const sorted = [...counts].sort((a, b) => a - b);
  const share = (part: number) => Number((part / counts.length).toFixed(4));
  return {
    median: sorted[sorted.length >> 1] ?? 0,
    one: share(counts.filter((count) => count === 1).length),
    atMostTwo: share(counts.filter((count) => count <= 2).length),
    most: sorted.at(-1) ?? 0,
    firstPlaced: share(placed),
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The declarations and constants of a text, as `kind name`, with their places. */
function declared(path: string, text: string) {
  const { declarations, lets } = parse(createSourceFile(path, text), () => {});
  return [
    ...declarations.map(({ keyword, name, start, end }) => ({ id: `${keyword.text} ${name?.text}`, start, end })),
    ...lets.map(({ name, start, end }) => ({ id: `let ${name.text}`, start, end })),
  ];
}

function expectKept(path: string, text: string, cut: Cut): void {
  const untouched = declared(path, text).filter(({ start, end }) => end <= cut.start || start >= cut.end);
  const left = new Set(declared(path, text.slice(0, cut.start) + text.slice(cut.end)).map(({ id }) => id));
  const lost = untouched.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  expect(lost, `without ${JSON.stringify(text.slice(cut.start, cut.end).slice(0, 60))} at ${cut.start}`).toEqual([]);
}
