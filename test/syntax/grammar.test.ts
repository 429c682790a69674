import { beforeAll, expect, test } from "vitest";
import { StatementParser } from "../../compiler/syntax/grammar.ts";
import { createLexer, lex } from "../../compiler/syntax/lexer.ts";
import { packageBlocks } from "../../compiler/syntax/tokens.ts";
import { blockWords } from "../support/vocabulary-walk.ts";

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

test("the grammar is sound by the parser library's own checks", () => {
  expect(() => new StatementParser({ validate: true })).not.toThrow();
});

test("the tokens are sound by the lexer library's own checks", () => {
  expect(createLexer({ validate: true }).lexerDefinitionErrors).toEqual([]);
});

test("no block of the vocabulary is taken for a misspelt package block", () => {
  const words = blockWords().filter((word) => !packageBlocks.some((name) => name === word));
  expect(words.length).toBeGreaterThan(20);
  for (const word of words) expect(lex(`${word} {\n  some-line\n}\n`).tokens[0]?.tokenType.name, word).toBe("Name");
});
