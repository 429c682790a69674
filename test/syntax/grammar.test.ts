// The grammar: sound by the library's own checks, wide enough for every right text of the repository, and exact about what it reads
// and where a statement stops being one.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  Alternation,
  getLookaheadPaths,
  type IProduction,
  type LookaheadProductionType,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
} from "chevrotain";
import { describe, expect, test } from "vitest";
import {
  blockHead,
  constant,
  header,
  readTokens,
  requirement,
  type StatementRule,
  setting,
} from "../../compiler/syntax/grammar.ts";
import { createLexer, lex } from "../../compiler/syntax/lexer.ts";
import { NextToken } from "../../compiler/syntax/next-token.ts";
import { parse } from "../../compiler/syntax/parse.ts";
import { isLineEnd } from "../../compiler/syntax/tokens.ts";
import { packageBlocks } from "../../compiler/syntax/tree.ts";
import { createSourceFile } from "../../compiler/text/source-file.ts";
import { FileGrammar } from "../../editor/grammars/file-grammar.ts";
import { grammarPictures, rulesLeftOut } from "../../editor/grammars/written-grammar.ts";
import { fencedBlocks } from "../support/fenced-blocks.ts";
import { fc } from "../support/properties.ts";
import { createRandomText } from "../support/random-text.ts";
import { blockWords } from "../support/vocabulary-walk.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const programs = ["examples", "stdlib", "test/fixtures"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hub"))
    .map((path) => readFileSync(`${root}${folder}/${path}`, "utf8")),
);
const texts = [
  ...programs,
  ...fencedBlocks(readFileSync(`${root}LANGUAGE.md`, "utf8"))
    .filter(({ language }) => language === "hub")
    .map(({ text }) => text),
];

const grammar = new FileGrammar({ validate: true }).analysed();

test("the lexer is sound by the library's own checks, as the grammar is", () => {
  expect(createLexer({ validate: true }).lexerDefinitionErrors).toEqual([]);
});

test("the grammar reads every right text of the repository from its first token to its last", () => {
  const right = texts.filter((text) => {
    const codes: string[] = [];
    parse(createSourceFile("a.hub", text), ({ code }) => codes.push(code));
    return codes.length === 0;
  });
  expect(right.length).toBeGreaterThan(50);
  for (const text of right) {
    grammar.input = lex(text).tokens.filter((token) => !isLineEnd(token));
    grammar.file();
    expect(
      grammar.errors.map(({ token }) => text.slice(token.startOffset, token.startOffset + 60)),
      text,
    ).toEqual([]);
  }
});

test("every rule is in the document, and its pictures are current; `npm run generate` writes them", () => {
  expect(rulesLeftOut()).toEqual([]);
  expect(grammarPictures().size).toBe(4);
  for (const [path, svg] of grammarPictures()) expect(readFileSync(root + path, "utf8") === svg, path).toBe(true);
});

describe("a choice is made by the next token as the library makes it", () => {
  const strategy = new NextToken({ maxLookahead: 1 });

  test.each(Object.values(grammar.getGAstProductions()))("$name", (rule) => {
    for (const choice of choicesIn(rule.definition)) {
      const [alternatives, chosen] = byNextToken(rule, choice);
      const paths = getLookaheadPaths({ rule, occurrence: choice.idx, prodType: typeOf(choice), maxLookahead: 1 });
      for (const [index, ways] of paths.slice(0, alternatives).entries()) {
        for (const terminal of ways.flat()) {
          const first = paths.findIndex((others) =>
            others.flat().some((other) => other === terminal || other.categoryMatches?.includes(numberOf(terminal))),
          );
          expect(chosen(numberOf(terminal)), terminal.name).toBe(first < index ? first : index);
        }
      }
      expect(chosen(-1)).toBeUndefined();
    }
  });

  type Choice = Option | Repetition | Alternation;

  function choicesIn(definition: readonly IProduction[]): readonly Choice[] {
    return definition.flatMap((part) => {
      if (part instanceof NonTerminal || !("definition" in part) || !Array.isArray(part.definition)) return [];
      const inner = choicesIn(part.definition);
      return part instanceof Option || part instanceof Repetition || part instanceof Alternation
        ? [part, ...inner]
        : inner;
    });
  }

  function typeOf(choice: Choice): LookaheadProductionType {
    return choice instanceof Alternation ? "Alternation" : choice instanceof Option ? "Option" : "Repetition";
  }

  /** How many ways there are, and which is taken for the number of a terminal. */
  function byNextToken(rule: Rule, choice: Choice): readonly [number, (terminal: number) => number | undefined] {
    const options = { rule, prodOccurrence: choice.idx, maxLookahead: 1, dynamicTokensEnabled: false };
    const parser = (tokenTypeIdx: number) => ({ LA: () => ({ tokenTypeIdx }) });
    if (choice instanceof Alternation) {
      const hasPredicates = Boolean(Reflect.get(choice, "hasPredicates"));
      const alternation = strategy.buildLookaheadForAlternation({ ...options, hasPredicates });
      return [choice.definition.length, (terminal) => alternation.call(parser(terminal), [])];
    }
    const prodType = choice instanceof Option ? "Option" : "Repetition";
    const optional = strategy.buildLookaheadForOptional({ ...options, prodType });
    return [1, (terminal) => (optional.call(parser(terminal)) ? 0 : undefined)];
  }

  function numberOf({ tokenTypeIdx }: { readonly tokenTypeIdx?: number }): number {
    return tokenTypeIdx ?? Number.NaN;
  }
});

describe("a statement is read whole", () => {
  test.each<[string, StatementRule<unknown>, unknown]>([
    ["a = b", setting, { path: [{ text: "a" }], operator: "=", value: { kind: "path", names: [{ text: "b" }] } }],
    ['a.b."c d" += 1', setting, { path: [{ text: "a" }, { text: "b" }, { kind: "text" }], operator: "+=" }],
    ["a -= team[2]", setting, { operator: "-=", value: { names: [{ text: "team" }], index: 2, start: 5, end: 12 } }],
    ["a = 1GiB .. 2GiB", setting, { value: { kind: "range", from: { raw: "1GiB" }, to: { raw: "2GiB" } } }],
    ["a = 2026-10-05 10:00", setting, { value: { form: "moment", raw: "2026-10-05 10:00", start: 4, end: 20 } }],
    ['a = secret("x")', setting, { value: { kind: "call", name: { text: "secret" }, argument: { parts: ["x"] } } }],
    ["a = { b = 1, c.d = [2] }", setting, { value: { kind: "map", entries: [{ start: 6 }, { start: 13, end: 22 }] } }],
    ["a = [1, [2, 3,]]", setting, { value: { items: [{ raw: "1" }, { items: [{ raw: "2" }, { raw: "3" }] }] } }],
    ["let let = all", constant, { name: { text: "let" }, value: { names: [{ text: "all" }] } }],
    ["abstract course a extends b.c", header, { abstract: true, kind: { text: "course" }, names: [{ text: "a" }] }],
    ["group team[1..6] extends a", header, { family: { first: 1, last: 6 }, parent: { names: [{ text: "a" }] } }],
    ["course extends", header, { names: [{ text: "extends" }], parent: undefined }],
    ["course extends a", header, { names: [], parent: { names: [{ text: "a" }] } }],
    ["abstract", header, { abstract: false, kind: { text: "abstract" }, names: [] }],
    ['exam "x" 2026-10-05 10:00 .. 12:00 [1]', blockHead, { labels: [{ kind: "text" }, { kind: "range" }] }],
    ["require = not a or b and c", requirement, { value: { condition: { kind: "or", operands: [{}, {}] } } }],
    [
      "require = all x in y: x == 1",
      requirement,
      { value: { condition: { kind: "all", operand: { kind: "condition" } } } },
    ],
    ["require = all in y", requirement, { value: { condition: { kind: "comparison", operator: "in" } } }],
    ["require = any", requirement, { value: { condition: { kind: "truth" } } }],
    ["require = (a or b) and c", requirement, { value: { start: 10, condition: { kind: "and" } } }],
    ["require = present(a.b)", requirement, { value: { condition: { kind: "present" } } }],
    ["require = [a, b < 1 .. 2]", requirement, { value: { kind: "list", items: [{}, { end: 24 }] } }],
    ["require = [\n  a\n  b matches c\n]", requirement, { value: { kind: "list", items: [{}, { start: 18 }] } }],
  ])("%s", (text, rule, expected) => {
    const { node, mistake, problems } = read(text, rule);
    expect([mistake, problems]).toEqual([undefined, []]);
    expect(node).toMatchObject(Object(expected));
  });
});

describe("where a statement stops being one", () => {
  test.each<[string, StatementRule<unknown>, number, string | undefined]>([
    ["a b", setting, 1, "`=`, `+=` or `-=`"],
    ["a = = 1", setting, 2, "A value"],
    ["a = b c", setting, 3, undefined],
    ["a = b.", setting, 4, "A name"],
    ["a = b(c", setting, 5, "`)`"],
    ["a = b[c]", setting, 4, "A number"],
    ["a = [1, 2", setting, 6, "`]`"],
    ["a = { b = 1", setting, 6, "`}`"],
    ["a = { b 1 }", setting, 4, "`=`, `+=` or `-=`"],
    [". a", setting, 0, "A name"],
    ["let a += b", constant, 2, "`=`"],
    ['"a" b', header, 0, "A kind of declaration"],
    ["group team[1..] extends a", header, 5, "A number"],
    ["course a extends", header, 3, "A name"],
    ["course extends extends", header, 3, "A name"],
    ["course a = b", header, 2, undefined],
    ["require = (a", requirement, 4, "`)`"],
    ["require = not", requirement, 3, "A condition"],
    ["require = all x in y", requirement, 6, "`:`"],
    ["require = x like y", requirement, 3, undefined],
    ["require = x ==", requirement, 4, "A value"],
  ])("%s", (text, rule, at, expected) => {
    expect(read(text, rule)).toEqual({ node: undefined, mistake: { at, expected }, problems: [] });
  });

  test("two items of a list, or two conditions, with nothing between them", () => {
    expect(read("a = [1 2]", setting).problems).toEqual([{ problem: "comma", start: 7, end: 8, at: 6 }]);
    expect(read("a = [1\n2]", setting).problems).toEqual([]);
    expect(read("require = [a like b]", requirement).problems).toEqual([
      { problem: "unjoined", start: 13, end: 17 },
      { problem: "unjoined", start: 18, end: 19 },
    ]);
  });
});

describe("tokens", () => {
  test("with blanks and what is unexpected they are the whole text, in order", () => {
    const random = createRandomText(20261005, texts);
    fc.assert(
      fc.property(fc.oneof(fc.constant(undefined), fc.string({ unit: "binary" })), (own) => {
        const text = own ?? random.next();
        const { tokens, comments, unexpected } = lex(text);
        let at = 0;
        for (const { start, end } of [...tokens, ...comments, ...unexpected].sort((a, b) => a.start - b.start)) {
          expect(text.slice(at, start)).toMatch(/^[ \t\f\u00a0\ufeff]*$/);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[ \t\f\u00a0\ufeff]*$/);
        for (const { image, start, end } of [...tokens, ...comments]) expect(image).toBe(text.slice(start, end));
      }),
      { numRuns: 500, seed: 20261005 },
    );
  });

  test.each([
    ["a-b- c", "name a-b, ? -, name c"],
    [
      "2026-10-05 10:30 -2.5GiB 80% 1..6",
      "date 2026-10-05, time 10:30, number -2.5GiB, number 80%, number 1, .. .., number 6",
    ],
    ['"a\\"b" "c', 'text "a\\"b", unterminated-text "c'],
    ['"""a\n"b""""', 'long-text """a\n"b""""'],
    ["+ += - -= ! != <=<", "? +, += +=, ? -, -= -=, ? !, != !=, <= <=, < <"],
    ["all in allx", "name all, name in, name allx"],
    [
      "pip { a b # c\n d}e }",
      "package-word pip, package-open {, package-line a b, comment # c, line-end \n, package-line d}e, package-close }",
    ],
    [
      "cnda {\n  x\n}",
      "misspelt-package-word cnda, package-open {, line-end \n, package-line x, line-end \n, package-close }",
    ],
    [
      "pip {\nx\nhub = [",
      "package-word pip, package-open {, line-end \n, package-line x, package-break \n, name hub, = =, [ [",
    ],
  ])("of %j", (text, expected) => {
    const { tokens, comments, unexpected } = lex(text);
    const strange = unexpected.map(({ start, end }) => ({ type: "?", start, image: text.slice(start, end) }));
    const all = [...tokens, ...comments, ...strange].sort((a, b) => a.start - b.start);
    expect(all.map(({ type, image }) => `${type} ${image}`).join(", ")).toBe(expected);
  });

  test("no block of the vocabulary is taken for a misspelt package block", () => {
    const words = blockWords().filter((word) => !packageBlocks.some((name) => name === word));
    expect(words.length).toBeGreaterThan(20);
    for (const word of words) expect(lex(`${word} {\n  some-line\n}\n`).tokens[0]?.type, word).toBe("name");
  });
});

function read(text: string, rule: StatementRule<unknown>) {
  return readTokens(
    lex(text).tokens.filter((token) => !isLineEnd(token)),
    text,
    rule,
  );
}
