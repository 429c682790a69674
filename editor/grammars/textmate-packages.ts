// Package blocks in the TextMate grammar: from the brace to its partner the lines are those of conda, pip, apt and cran, and the
// rules of the language do not hold.

import type { Rule } from "./textmate.ts";
import { tokenPatterns } from "./token-patterns.ts";
import { vocabularyWords } from "./words.ts";

/** Where a token of a package block can begin: after the brace, at the line's beginning, after a blank. */
const start = "(?:\\G|^|(?<=[ \\t]))";

/** The one rule of all four blocks. */
export function packageRules(): readonly Rule[] {
  return [
    {
      begin: `(?<![A-Za-z0-9_-])(${vocabularyWords().packages.join("|")})[ \\t]*(\\{)`,
      // Where the brace is missing, the lexer ends the block before what can't be a requirement; so does this.
      end: `${start}(\\})|^${tokenPatterns.afterPackages}`,
      beginCaptures: {
        1: { name: "keyword.other.block.hub" },
        2: { name: "punctuation.section.braces.hub" },
      },
      endCaptures: { 1: { name: "punctuation.section.braces.hub" } },
      contentName: "meta.packages.hub",
      patterns: lineRules(),
    },
  ];
}

function lineRules(): readonly Rule[] {
  const comment = (opening: string, name: string): Rule => ({
    name,
    match: `${start}(${opening})${tokenPatterns.comment.slice(1)}`,
    captures: { 1: { name: "punctuation.definition.comment.hub" } },
  });
  return [
    comment("##+", "comment.block.documentation.hub"),
    comment("#", "comment.line.number-sign.hub"),
    { name: "markup.underline.link.hub", match: "(?<![A-Za-z0-9])[a-z][a-z0-9+.-]*://\\S+" },
    { name: "string.quoted.package.hub", match: "\"[^\"]*\"|'[^']*'" },
    {
      match: "([=!~]=+|>=|<=|[=<>])[ \\t]*([A-Za-z0-9*][A-Za-z0-9*.+!_-]*)?",
      captures: { 1: { name: "keyword.operator.comparison.hub" }, 2: { name: "constant.numeric.version.hub" } },
    },
    { name: "keyword.operator.word.hub", match: "(?<=[ \\t;])(?:and|or|not|in)(?=[ \\t])" },
    { name: "keyword.other.option.hub", match: "(?<=[ \\t;])--?[A-Za-z][A-Za-z-]*" },
    { name: "punctuation.separator.hub", match: "[,;@|]" },
    { name: "entity.name.tag.package.hub", match: "[A-Za-z0-9_](?:[A-Za-z0-9_.]|-(?=[A-Za-z0-9_]))*" },
  ];
}
