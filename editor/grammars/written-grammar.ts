// The grammar of the language as people read it: EBNF and railroad diagrams, from what the grammar says of itself.

import { Alternation, Alternative, type IProduction, NonTerminal, Option, Repetition, Terminal } from "chevrotain";
import { datePattern, namePattern, numberPattern, timePattern } from "../../compiler/syntax/tokens.ts";
import { packageBlocks } from "../../compiler/syntax/tree.ts";
import { FileGrammar } from "./file-grammar.ts";
import { box, choice, optional, picture, repeated, type Shape, sequence } from "./railroad.ts";

/** A part of a rule. */
type Part =
  | { readonly kind: "written" | "named"; readonly text: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Part[] }
  | { readonly kind: "optional" | "many"; readonly part: Part };

/** Rules that are shown together, in this order. */
const chapters = [
  {
    name: "files",
    title: "Files, declarations and bodies",
    rules: ["file", "declaration", "header", "family", "body", "block", "blockHead", "label", "packages"],
  },
  {
    name: "settings",
    title: "Settings and constants",
    rules: ["setting", "settingHead", "key", "constant", "constantHead"],
  },
  { name: "values", title: "Values", rules: ["value", "primary", "literal", "reference", "path", "list", "map"] },
  {
    name: "conditions",
    title: "Conditions of policies",
    rules: [
      ...["requirement", "conditions", "conditionList", "condition", "conjunction", "term"],
      ...["negation", "quantified", "enclosed", "comparison", "comparator"],
    ],
  },
] as const;

/** What is one token and nothing more: shown by its name, and told by its pattern. */
const tokens: Readonly<Record<string, string>> = {
  name: patternOf(namePattern),
  number: patternOf(numberPattern),
  date: patternOf(datePattern),
  time: patternOf(timePattern),
  text: '`"` … `"` on one line, or `"""` … `"""`',
  "package-word": packageBlocks.map((word) => `\`${word}\``).join(", "),
  "package-line": "one requirement: up to the end of its line, or to a blank and `#` or `}`",
};

/** The rules by name. */
export function grammarRules(): ReadonlyMap<string, Part> {
  const rules = Object.entries(new FileGrammar({ validate: false }).analysed().getGAstProductions());
  return new Map(rules.map(([name, { definition }]) => [name, sequenceOf(definition)]));
}

/** What a rule takes just as it is written, in order, without what the rules in it take. */
export function writtenIn(rule: string): readonly string[] {
  const within = (part: Part): readonly string[] => {
    if ("parts" in part) return part.parts.flatMap(within);
    return "part" in part ? within(part.part) : part.kind === "written" ? [part.text] : [];
  };
  return within(partOf(grammarRules(), rule));
}

/** Markdown for LANGUAGE.md: each chapter as EBNF with its picture. */
export function grammarSection(): string {
  const rules = grammarRules();
  const parts = chapters.map(({ name, title, rules: names }) => {
    const width = Math.max(...names.map((rule) => shown(rule).length));
    const lines = names.map((rule) => `${shown(rule).padEnd(width)} ::= ${ebnf(partOf(rules, rule))}`);
    return [
      `### ${title}`,
      "",
      "```ebnf",
      ...lines,
      "```",
      "",
      `![${title}, as railroad diagrams](${pathOf(name)})`,
    ].join("\n");
  });
  const rows = Object.entries(tokens).map(([name, pattern]) => `| \`${name}\` | ${pattern} |`);
  return [...parts, ["### Tokens", "", "| token | written |", "|---|---|", ...rows].join("\n")].join("\n\n");
}

/** SVG by path. */
export function grammarPictures(): ReadonlyMap<string, string> {
  const rules = grammarRules();
  return new Map(
    chapters.map(({ name, title, rules: names }) => {
      const diagrams = names.map((rule) => ({ title: shown(rule), shape: shapeOf(partOf(rules, rule)) }));
      return [pathOf(name), picture(title, diagrams)];
    }),
  );
}

/** Rules that are in no chapter, which would be missing in the document. */
export function rulesLeftOut(): readonly string[] {
  const told = new Set<string>([...chapters.flatMap(({ rules }) => rules), ...Object.keys(tokens)]);
  return [...grammarRules().keys()].filter((name) => !told.has(name));
}

function partOf(rules: ReadonlyMap<string, Part>, name: string): Part {
  const part = rules.get(name);
  if (part === undefined) throw new Error(`the grammar has no rule ${name}`);
  return part;
}

function pathOf(chapter: string): string {
  return `docs/grammar/${chapter}.svg`;
}

/** Names of rules as the names of the language are written. */
function shown(rule: string): string {
  return rule.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function patternOf(pattern: string): string {
  return `\`${pattern.replaceAll("|", "\\|").replaceAll("(?:", "(")}\``;
}

function sequenceOf(definition: readonly IProduction[]): Part {
  const [only, ...more] = definition.map(partOfProduction);
  return only !== undefined && more.length === 0 ? only : { kind: "sequence", parts: definition.map(partOfProduction) };
}

function partOfProduction(production: IProduction): Part {
  if (production instanceof Terminal) return terminalOf(production);
  if (production instanceof NonTerminal) return { kind: "named", text: shown(production.nonTerminalName) };
  if (production instanceof Alternative) return sequenceOf(production.definition);
  if (production instanceof Alternation) return { kind: "choice", parts: production.definition.map(partOfProduction) };
  if (production instanceof Option) return { kind: "optional", part: sequenceOf(production.definition) };
  if (production instanceof Repetition) return { kind: "many", part: sequenceOf(production.definition) };
  throw new Error("the grammar has a production of a kind that is not drawn");
}

function terminalOf({ terminalType: { name } }: Terminal): Part {
  return { kind: name in tokens ? "named" : "written", text: name };
}

function ebnf(part: Part): string {
  switch (part.kind) {
    case "written":
      return `"${part.text}"`;
    case "named":
      return part.text;
    case "sequence":
      return part.parts.map((one) => (one.kind === "choice" ? `(${ebnf(one)})` : ebnf(one))).join(" ");
    case "choice":
      return part.parts.map(ebnf).join(" | ");
    case "optional":
      return `${enclosed(part.part)}?`;
    case "many":
      return `${enclosed(part.part)}*`;
  }
}

function enclosed(part: Part): string {
  const isOne = part.kind === "written" || part.kind === "named";
  return isOne ? ebnf(part) : `(${ebnf(part)})`;
}

function shapeOf(part: Part): Shape {
  switch (part.kind) {
    case "written":
    case "named":
      return box(part.text, part.kind);
    case "sequence":
      return sequence(part.parts.map(shapeOf));
    case "choice":
      return choice(part.parts.map(shapeOf));
    case "optional":
      return optional(shapeOf(part.part));
    case "many":
      return optional(repeated(shapeOf(part.part)));
  }
}
