// What is left as it was written must be exactly what the parser finds fault with.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { holdsTouchyLine } from "../../compiler/format/package-line.ts";
import { stretches } from "../../compiler/format/stretches.ts";
import { lex } from "../../compiler/syntax/lexer.ts";
import { outline } from "../../compiler/syntax/outline.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { fc } from "../support/properties.ts";

const program = readFileSync(join(import.meta.dirname, "fixtures/everything/input.hub"), "utf8");

function check(text: string): number {
  const file = createSourceFile("a.hub", text);
  const wrong: { start: number; end: number }[] = [];
  const lexed = lex(text);
  const chunks = outline(file, lexed.tokens, ({ span }) => wrong.push(span));
  wrong.push(...lexed.unexpected);
  const alone = stretches({ file, tokens: lexed.tokens, chunks, wrong }).filter((part) => part.kind === "verbatim");
  const errors: { readonly code: string; readonly start: number }[] = [];
  const tree = parse(file, ({ code, span }) => errors.push({ code, start: span.start }));
  const relevant = errors.filter(({ code }) => code !== "syntax/impossible-date");
  if (errors.some(({ code }) => code === "syntax/too-many-errors")) return 0;
  for (const error of relevant) {
    expect(alone.filter((part) => part.start <= error.start && error.start <= part.end)).not.toEqual([]);
  }
  if (chunks.some((chunk) => holdsTouchyLine(chunk, text))) return alone.length;
  const faults = [...relevant, ...tree.declarations.filter(({ broken }) => broken)];
  for (const part of alone) {
    expect(faults.filter(({ start }) => part.start <= start && start <= part.end)).not.toEqual([]);
  }
  return alone.length;
}

it("finds no fault with a sound program", () => {
  expect(check(program)).toBe(0);
});

it("agrees with the parser on programs with anything cut out or put in", () => {
  let broken = 0;
  const signs = ["", "{", "}", "[", "]", '"', "=", ",", ";", "a", " 5 ", "\\", "${", "\n"];
  fc.assert(
    fc.property(fc.nat({ max: program.length }), fc.nat({ max: 8 }), fc.constantFrom(...signs), (at, cut, put) => {
      broken += check(program.slice(0, at) + put + program.slice(at + cut));
    }),
    { numRuns: 600 },
  );
  expect(broken).toBeGreaterThan(100);
});
