// The grammar of VS Code and all editors that read TextMate grammars. It colours before the server has started and where there is
// none; what a word is by its place, the server's semantic tokens add.

import { packageRules } from "./textmate-packages.ts";
import { textRules } from "./textmate-texts.ts";
import { comparators, numberParts, setters, tokenPatterns } from "./token-patterns.ts";
import { conditionWords, constants, functions, quantifiers, vocabularyWords } from "./words.ts";

/** A rule of a TextMate grammar, as its JSON has it. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: "source.hub";
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
}

/** A word's pattern, and what must not stand beside it for it to be a word of its own. */
const name = tokenPatterns.name;
const wordStart = "(?<![A-Za-z0-9_-])";
const wordEnd = "(?![A-Za-z0-9_]|-[A-Za-z0-9_])";
const blanks = "[ \\t]+";
const maybeBlanks = "[ \\t]*";
const isSet = `(?=${maybeBlanks}(?:=(?!=)|\\+=|-=))`;
/** A name that is not the word of a package block, which the lexer takes wherever it stands before a brace. */
const label = `(?!(?:${vocabularyWords().packages.join("|")})[ \\t]*\\{)${name}`;
const opensBrace = `(?=${maybeBlanks}\\{)`;

/** The grammar, out of the lexer's tokens and the vocabulary. */
export function textMateGrammar(): TextMateGrammar {
  return {
    name: "hub",
    scopeName: "source.hub",
    fileTypes: ["hub"],
    patterns: [{ include: "#code" }],
    repository: {
      code: { patterns: code.map((include) => ({ include })) },
      comments: { patterns: commentRules() },
      texts: { patterns: textRules() },
      packages: { patterns: packageRules() },
      headers: { patterns: headerRules() },
      blocks: { patterns: blockRules() },
      settings: { patterns: settingRules() },
      numbers: { patterns: numberRules() },
      words: { patterns: wordRules() },
      signs: { patterns: signRules() },
    },
  };
}

const code = [
  "#comments",
  "#texts",
  "#packages",
  "#headers",
  "#settings",
  "#blocks",
  "#numbers",
  "#words",
  "#signs",
] as const;

function commentRules(): readonly Rule[] {
  const { comment } = tokenPatterns;
  return [
    {
      name: "comment.block.documentation.hub",
      match: `(##+)${comment.slice(1)}`,
      captures: { 1: { name: "punctuation.definition.comment.hub" } },
    },
    {
      name: "comment.line.number-sign.hub",
      match: `(#)${comment.slice(1)}`,
      captures: { 1: { name: "punctuation.definition.comment.hub" } },
    },
  ];
}

function headerRules(): readonly Rule[] {
  const kinds = vocabularyWords().kinds.join("|");
  return [
    {
      match: `${wordStart}(let)${blanks}(${name})${isSet}`,
      captures: { 1: { name: "storage.type.let.hub" }, 2: { name: "variable.other.constant.hub" } },
    },
    {
      match: `${wordStart}(?:(abstract)${blanks})?(${kinds})(?:${blanks}(?!extends${wordEnd})(${name}))?${blanks}(${label})(?=${maybeBlanks}(?:\\{|\\[|extends${blanks}))`,
      captures: {
        1: { name: "storage.modifier.abstract.hub" },
        2: { name: "storage.type.declaration.hub" },
        3: { name: "support.type.variant.hub" },
        4: { name: "entity.name.type.hub" },
      },
    },
    {
      match: `${wordStart}(extends)${blanks}(?:(std)(\\.))?(${label})`,
      captures: {
        1: { name: "keyword.other.extends.hub" },
        2: { name: "entity.name.namespace.hub" },
        3: { name: "punctuation.accessor.hub" },
        4: { name: "entity.other.inherited-class.hub" },
      },
    },
  ];
}

function settingRules(): readonly Rule[] {
  return [
    { name: "variable.other.property.hub", match: `(?:${name})${isSet}` },
    {
      name: "variable.other.property.hub",
      match: `(?:${name})(?=(?:\\.(?:${name}|"[^"]*"))+${maybeBlanks}(?:=(?!=)|\\+=|-=))`,
    },
  ];
}

function blockRules(): readonly Rule[] {
  const { date } = tokenPatterns;
  return [
    {
      match: `${wordStart}(${name})${blanks}(${label})${opensBrace}`,
      captures: { 1: { name: "keyword.other.block.hub" }, 2: { name: "entity.name.section.hub" } },
    },
    {
      name: "keyword.other.block.hub",
      match: `${wordStart}(?:${name})(?=${maybeBlanks}\\{|${blanks}(?:${date}|"[^"]*"${maybeBlanks}\\{))`,
    },
    {
      name: "keyword.other.block.hub",
      match: `${wordStart}(?:${name})(?=${blanks}${name}\\[[0-9]+${maybeBlanks}\\.\\.)`,
    },
  ];
}

function numberRules(): readonly Rule[] {
  const { date, time } = tokenPatterns;
  const { amount, unit } = numberParts;
  return [
    { name: "constant.other.date.hub", match: date },
    { name: "constant.other.time.hub", match: time },
    {
      match: `(${amount})(${unit})?`,
      captures: { 1: { name: "constant.numeric.hub" }, 2: { name: "keyword.other.unit.hub" } },
    },
  ];
}

function wordRules(): readonly Rule[] {
  const word = (words: readonly string[], more = "") => `${wordStart}(?:${words.join("|")})${wordEnd}${more}`;
  return [
    { name: "support.function.hub", match: word(functions, `(?=${maybeBlanks}\\()`) },
    { name: "constant.language.hub", match: word(constants) },
    { name: "keyword.operator.word.hub", match: word(quantifiers, `(?=${blanks}${name}${blanks}in${wordEnd})`) },
    { name: "keyword.operator.word.hub", match: word(conditionWords, `(?=${blanks}|${maybeBlanks}[(\\[]|$)`) },
    { name: "entity.name.namespace.hub", match: `${wordStart}std(?=\\.)` },
    { name: "variable.other.hub", match: name },
  ];
}

function signRules(): readonly Rule[] {
  return [
    { name: "keyword.operator.assignment.hub", match: setters.map(quoted).join("|") },
    { name: "keyword.operator.comparison.hub", match: comparators.map(quoted).join("|") },
    { name: "keyword.operator.assignment.hub", match: "=" },
    { name: "keyword.operator.range.hub", match: "\\.\\." },
    { name: "punctuation.accessor.hub", match: "\\." },
    { name: "punctuation.separator.hub", match: "[,;:]" },
    { name: "punctuation.section.braces.hub", match: "[{}]" },
    { name: "punctuation.section.brackets.hub", match: "[\\[\\]]" },
    { name: "punctuation.section.parens.hub", match: "[()]" },
    { name: "invalid.illegal.character.hub", match: "[^\\s\\x{feff}]" },
  ];
}

function quoted(sign: string): string {
  return sign.replace(/[+.]/g, "\\$&");
}
