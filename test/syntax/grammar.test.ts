// The lexer and the grammar, which are written by hand, read what the language is defined to be: they are held against a lexer and
// a parser that a generator makes from its definition, on all texts of the repository and on random ones.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { IToken } from "chevrotain";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Chunk } from "../../compiler/syntax/chunk.ts";
import {
  blockHead,
  header,
  letHead,
  letStatement,
  type Rule,
  readTokens,
  setting,
  settingWithCondition,
} from "../../compiler/syntax/grammar.ts";
import { lex } from "../../compiler/syntax/lexer.ts";
import { outline } from "../../compiler/syntax/outline.ts";
import { packageBlocks, type Token } from "../../compiler/syntax/tokens.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { fencedBlocks } from "../support/fenced-blocks.ts";
import { createRandomText } from "../support/random-text.ts";
import { blockWords } from "../support/vocabulary-walk.ts";
import { ReferenceParser, type StatementRule, statementRules } from "./reference-grammar.ts";
import { createReferenceLexer, typeOf } from "./reference-tokens.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = ["examples", "stdlib", "test/fixtures"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hub"))
    .map((path) => readFileSync(`${root}${folder}/${path}`, "utf8")),
);
const examples = fencedBlocks(readFileSync(`${root}LANGUAGE.md`, "utf8"))
  .filter(({ language }) => language === "hub")
  .map(({ text }) => text);
const texts = [...programs, ...examples];

const rules: Readonly<Record<StatementRule, Rule<unknown>>> = {
  setting,
  settingWithCondition,
  letStatement,
  letHead,
  header,
  blockHead,
};

const runs = Number(process.env["FUZZ_RUNS"] ?? 1500);
const seed = Number(process.env["FUZZ_SEED"] ?? 20261005);

// The library's own validations use `Object.groupBy`, which Node 20 does not have.
beforeAll(() => {
  if ("groupBy" in Object) return;
  Object.defineProperty(Object, "groupBy", {
    configurable: true,
    value: <T>(items: Iterable<T>, keyOf: (item: T, index: number) => string) => {
      const groups: Record<string, T[]> = {};
      let index = 0;
      for (const item of items) {
        const key = keyOf(item, index++);
        groups[key] = [...(groups[key] ?? []), item];
      }
      return groups;
    },
  });
});

test("the definition is sound by the generator's own checks", () => {
  expect(() => new ReferenceParser({ validate: true })).not.toThrow();
  expect(createReferenceLexer({ validate: true }).lexerDefinitionErrors).toEqual([]);
});

const referenceLexer = createReferenceLexer({ validate: false });
const referenceParser = new ReferenceParser({ validate: false });

test("the texts of the repository are many", () => {
  expect(programs.length).toBeGreaterThan(30);
  expect(examples.length).toBeGreaterThan(20);
});

test("the texts of the repository are read as the language is defined", () => {
  const statements = texts.map((text) => compare(text)).reduce((sum, one) => sum + one, 0);
  expect(statements).toBeGreaterThan(2000);
});

test(`${runs} random texts are read as the language is defined`, { timeout: 3_600_000 }, () => {
  const random = createRandomText(seed, texts);
  let statements = 0;
  for (let run = 0; run < runs; run++) statements += compare(random.next());
  expect(statements).toBeGreaterThan(runs);
});

/** What random programs seldom hold: conditions, calls, quotes that don't close, and package blocks in odd places. */
const pieces = [
  [
    "require = ",
    "let a = ",
    "a = ",
    "a.b",
    "x",
    "all ",
    "any ",
    " in ",
    " not ",
    " and ",
    " or ",
    " matches ",
    "extends",
  ],
  ["(", ")", "[", "]", "{", "}", " { ", ",", ":", "..", "=", "+=", "-=", "==", "!=", "<", ">=", "present(", "a.b("],
  ["1", "-2", "[1..6]", "2026-10-05", "10:30", '"t"', '"t', '"""', '\n"""', '"""t"""', "\\", "#", "@", "\u00a0"],
  ["\n", "\r\n", " ", "\ncourse c {\n", "\n}\n", "\npip {\n", "\n  numpy\n", "\ncnda {", " cond {", "apt { git }"],
].flat();

test(`${runs} random soups of them are, too`, { timeout: 3_600_000 }, () => {
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(soup, (text) => {
      compare(text);
      compareStatement(text, lex(text).tokens, referencesOf(text));
    }),
    { numRuns: runs, seed },
  );
});

test.each([
  'require = not a in [b] and (c.d matches "x" or all y in z: y == 1 .. 2) or present(e)',
  "require = [any x in y: not x, x in y, z.a[2] != none]",
  "require = all x y",
  "require = x like y",
  "require = (a",
  'a.b."c d" += { e = 1, f.g -= [1 2, secret("x"), h[1]] }',
  "a = 2026-10-05 10:00 .. 11:00",
  "a = b[c]",
  "a = b.",
  "a = b(c",
  "let a = b",
  "let a += b",
  "abstract course a extends extends b.c",
  "course extends",
  "group team[1..6] extends a",
  "group team[1..] extends a",
  'exam "x" 2026-10-05 10:00 .. 12:00 [1]',
  "a { = 1",
  "= 1",
  ". a",
])("%s, by every rule", (text) => {
  expect(compareStatement(text, lex(text).tokens, referencesOf(text))).toBe(1);
});

test("no block of the vocabulary is taken for a misspelt package block", () => {
  const words = blockWords().filter((word) => !packageBlocks.some((name) => name === word));
  expect(words.length).toBeGreaterThan(20);
  for (const word of words) expect(lex(`${word} {\n  some-line\n}\n`).tokens[0]?.type, word).toBe("name");
});

/** Compares tokens, then each statement and header by each rule; gives the number of those. */
function compare(text: string): number {
  const lexed = lex(text);
  const reference = referenceLexer.tokenize(text);
  expect(lexed.tokens.map(shown)).toEqual(reference.tokens.map(shownReference));
  expect(lexed.comments.map(shown)).toEqual((reference.groups["comments"] ?? []).map(shownReference));
  expect(lexed.unexpected).toEqual(
    reference.errors.map(({ offset, length }) => ({ start: offset, end: offset + length })),
  );
  const byStart = referencesOf(text);
  const chunks = outline(createSourceFile("a.hub", text), lexed.tokens, () => {});
  return statementsOf(chunks).reduce((sum, statement) => sum + compareStatement(text, statement, byStart), 0);
}

function compareStatement(text: string, statement: readonly Token[], byStart: ReadonlyMap<number, IToken>): number {
  const references = statement.flatMap(({ start }) => byStart.get(start) ?? []);
  expect(references.length).toBe(statement.length);
  for (const rule of statementRules) {
    const { mistake, problems } = readTokens(statement, text, rules[rule]);
    if (problems.some(({ problem }) => problem === "too-deep")) continue;
    const written = `${text.slice(statement[0]?.start, statement.at(-1)?.end)} by ${rule}`;
    expect([written, mistake?.at]).toEqual([written, referenceParser.mistakeIn(references, rule)]);
  }
  return 1;
}

function statementsOf(chunks: readonly Chunk[]): (readonly Token[])[] {
  return chunks.flatMap((chunk) =>
    chunk.kind === "statement" ? [chunk.tokens] : [chunk.head, ...statementsOf(chunk.children)],
  );
}

function referencesOf(text: string): ReadonlyMap<number, IToken> {
  return new Map(referenceLexer.tokenize(text).tokens.map((token) => [token.startOffset, token]));
}

function shown({ type, image, start, end }: Token): string {
  return `${start} to ${end}: ${type} ${image}`;
}

function shownReference(token: IToken): string {
  return `${token.startOffset} to ${token.startOffset + token.image.length}: ${typeOf(token)} ${token.image}`;
}
