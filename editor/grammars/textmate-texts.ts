// Texts in the TextMate grammar: escapes, `${name}`, and the languages that some long texts are written in.

import type { Rule } from "./textmate.ts";
import { tokenPatterns } from "./token-patterns.ts";

/** Texts whose content is of another language: what stands before their quotes, and that language. */
export const embeddings = [
  { setting: "dockerfile", language: "dockerfile" },
  { setting: "run", language: "shell" },
] as const;

/** The block of the vocabulary whose texts are Python. */
export const pythonBlock = "python";

const TRIPLE = '"""';
/** Of a run of quotes the last three close, as the lexer has it. */
const TRIPLE_END = '"""(?!")';

/** Rules for texts; they come before all others but comments. */
export function textRules(): readonly Rule[] {
  return [
    pythonRule(),
    ...embeddings.map(({ setting, language }) => settingRule(setting, language)),
    longText(TRIPLE),
    shortText,
  ];
}

const escapes: readonly Rule[] = [
  { name: "constant.character.escape.hub", match: '\\\\(?:[nt"\\\\$]|u\\{[0-9A-Fa-f]{1,6}\\})' },
  { name: "invalid.illegal.escape.hub", match: "\\\\." },
  {
    name: "meta.interpolation.hub",
    match: `(\\$\\{)[ \\t]*(${tokenPatterns.name})[ \\t]*(\\})`,
    captures: {
      1: { name: "punctuation.definition.interpolation.begin.hub" },
      2: { name: "variable.other.constant.hub" },
      3: { name: "punctuation.definition.interpolation.end.hub" },
    },
  },
  { name: "invalid.illegal.interpolation.hub", match: "\\$\\{" },
];

const shortText: Rule = {
  name: "string.quoted.double.hub",
  begin: '"',
  end: '"|$',
  beginCaptures: { 0: { name: "punctuation.definition.string.begin.hub" } },
  endCaptures: { 0: { name: "punctuation.definition.string.end.hub" } },
  patterns: escapes,
};

function longText(begin: string, more: Partial<Rule> = {}): Rule {
  return {
    name: "string.quoted.triple.hub",
    begin,
    end: TRIPLE_END,
    beginCaptures: { 0: { name: "punctuation.definition.string.begin.hub" } },
    endCaptures: { 0: { name: "punctuation.definition.string.end.hub" } },
    patterns: escapes,
    ...more,
  };
}

/**
 * Lines of another language inside a long text. Only whole lines without the closing quotes are, so that a bracket or quote that is
 * left open in them can't swallow what follows the text.
 */
function embedded(language: string): readonly Rule[] {
  return [
    {
      begin: `^(?!.*${TRIPLE})`,
      while: `^(?!.*${TRIPLE})`,
      contentName: `meta.embedded.block.${language} source.${language}`,
      patterns: [...escapes.filter(({ name }) => !name?.startsWith("invalid")), { include: `source.${language}` }],
    },
    ...escapes,
  ];
}

/** `python { "name" = """…""" }` */
function pythonRule(): Rule {
  return {
    begin: `(?<![A-Za-z0-9_-])(${pythonBlock})[ \\t]*(\\{)`,
    end: "\\}",
    beginCaptures: {
      1: { name: "keyword.other.block.hub" },
      2: { name: "punctuation.section.braces.hub" },
    },
    endCaptures: { 0: { name: "punctuation.section.braces.hub" } },
    patterns: [
      { include: "#comments" },
      longText(TRIPLE, { patterns: embedded("python") }),
      shortText,
      { include: "#settings" },
      { include: "#numbers" },
      { include: "#words" },
      { include: "#signs" },
    ],
  };
}

/** `dockerfile = """…"""`, also inside a list's brackets on the same line. */
function settingRule(setting: string, language: string): Rule {
  return longText(`(?<![A-Za-z0-9_.-])(${setting})[ \\t]*(\\+?=)[ \\t]*(\\[?)[ \\t]*(""")`, {
    name: "meta.text.hub",
    contentName: "string.quoted.triple.hub",
    beginCaptures: {
      1: { name: "variable.other.property.hub" },
      2: { name: "keyword.operator.assignment.hub" },
      3: { name: "punctuation.section.brackets.hub" },
      4: { name: "string.quoted.triple.hub punctuation.definition.string.begin.hub" },
    },
    endCaptures: { 0: { name: "string.quoted.triple.hub punctuation.definition.string.end.hub" } },
    patterns: embedded(language),
  });
}
