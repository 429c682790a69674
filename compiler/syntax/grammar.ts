// The grammar of one statement. The outline has found where a statement begins and ends, so nothing here recovers:
// a statement is read whole, or its first mistake is reported.

import { EOF, type IRecognitionException, type IToken, NotAllInputParsedException, tokenMatcher } from "chevrotain";
import { limits } from "../text/limits.ts";
import { ConditionGrammar } from "./condition-grammar.ts";
import * as t from "./terminals.ts";
import { isCloseBrace, isOpenBrace, type Token } from "./tokens.ts";
import type { FamilyRange, NameNode, PathNode, Range, ValueNode } from "./tree.ts";
import type { Rule, ValueProblem } from "./value-grammar.ts";
import { endOf, type KeyPath, nameOf, type SettingHead } from "./value-nodes.ts";
import { opensBracket } from "./value-tokens.ts";

/** A setting's parts. */
export interface SettingParts extends SettingHead {
  readonly value: ValueNode;
}

/** The parts of a constant. */
export interface ConstantParts {
  readonly name: NameNode;
  readonly value: ValueNode;
}

/** A declaration's header. Which words a kind takes is not for the grammar to say. */
export interface HeaderParts {
  readonly abstract: boolean;
  readonly kind: NameNode;
  /** Its name, with its variant before it. */
  readonly names: readonly NameNode[];
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
}

export interface BlockHeadParts {
  readonly path: KeyPath;
  readonly labels: readonly ValueNode[];
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
}

export class StatementGrammar extends ConditionGrammar {
  /** Ready to read, once all rules are there. */
  analysed(): this {
    this.performSelfAnalysis();
    return this;
  }

  readonly setting: Rule<SettingParts> = this.RULE("setting", () => {
    const head = this.SUBRULE(this.settingHead);
    return { ...head, value: this.SUBRULE(this.value) };
  });

  /** `require = …` of a policy. */
  readonly requirement: Rule<SettingParts> = this.RULE("requirement", () => {
    const head = this.SUBRULE(this.settingHead);
    return { ...head, value: this.SUBRULE(this.conditions) };
  });

  readonly constant: Rule<ConstantParts> = this.RULE("constant", () => {
    const name = this.SUBRULE(this.constantHead);
    return { name, value: this.SUBRULE(this.value) };
  });

  /** `let name =` */
  readonly constantHead: Rule<NameNode> = this.RULE("constantHead", () => {
    this.CONSUME(t.Let);
    const name = nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.Equals);
    return name;
  });

  readonly header: Rule<HeaderParts> = this.RULE("header", () => {
    const abstract = this.OPTION({
      GATE: () => tokenMatcher(this.LA(2), t.Name),
      DEF: () => this.CONSUME(t.Abstract),
    });
    const kind = nameOf(this.CONSUME(t.Name, { ERR_MSG: "A kind of declaration" }));
    const names: NameNode[] = [];
    this.MANY({
      GATE: () => !this.beginsParent(names.length),
      DEF: () => names.push(nameOf(this.CONSUME1(t.Name))),
    });
    const family = this.OPTION1(() => this.SUBRULE(this.family));
    const parent = this.OPTION2(() => {
      this.CONSUME(t.Extends);
      return this.SUBRULE(this.path);
    });
    return { abstract: abstract !== undefined, kind, names, family, parent };
  });

  /** Is the next word `extends`, and not a name? Only the first name can be that word. */
  private beginsParent(names: number): boolean {
    return this.LA(1).tokenType === t.Extends && (names > 0 || this.LA(2).tokenType === t.Name);
  }

  readonly blockHead: Rule<BlockHeadParts> = this.RULE("blockHead", () => {
    const path = this.keyPath();
    const labels: ValueNode[] = [];
    this.MANY1({
      GATE: () => !this.beginsParent(labels.length),
      DEF: () => labels.push(this.SUBRULE(this.label)),
    });
    const family = this.OPTION(() => this.SUBRULE(this.family));
    const parent = this.OPTION1(() => {
      this.CONSUME(t.Extends);
      return this.SUBRULE(this.path);
    });
    return { path, labels: labels.slice(), family, parent };
  });

  /** `[1..6]` or `[3]` after a name. */
  readonly family: Rule<FamilyRange> = this.RULE("family", () => {
    const { startOffset } = this.CONSUME(t.OpenBracket);
    const first = this.CONSUME(t.NumberLiteral);
    const last = this.OPTION(() => {
      this.CONSUME(t.DotDot);
      return this.CONSUME1(t.NumberLiteral);
    });
    const end = endOf(this.CONSUME(t.CloseBracket));
    return { start: startOffset, end, first: Number(first.image), last: Number((last ?? first).image) };
  });

  /** Reads all of `tokens`, which come from `source`, by a rule. */
  read<T>(tokens: readonly Token[], source: string, rule: StatementRule<T>): Reading<T> {
    this.source = source;
    this.problems = [];
    this.input = [...tokens];
    const node = rule(this);
    const { problems } = this;
    // The list of errors is a copy, made at each look, so it is looked at only where there is one.
    const error = node === undefined || this.LA(1).tokenType !== EOF ? this.errors[0] : undefined;
    return error === undefined
      ? { node, mistake: undefined, problems }
      : { node: undefined, mistake: mistakeOf(error, tokens), problems };
  }
}

/** Which rule of the grammar a statement is read by. */
export type StatementRule<T> = (grammar: StatementGrammar) => T | undefined;

export const setting: StatementRule<SettingParts> = (grammar) => grammar.setting();
/** Before the braces of a map. */
export const settingHead: StatementRule<SettingHead> = (grammar) => grammar.settingHead();
export const requirement: StatementRule<SettingParts> = (grammar) => grammar.requirement();
export const constant: StatementRule<ConstantParts> = (grammar) => grammar.constant();
/** Before the braces of a map. */
export const constantHead: StatementRule<NameNode> = (grammar) => grammar.constantHead();
export const header: StatementRule<HeaderParts> = (grammar) => grammar.header();
export const blockHead: StatementRule<BlockHeadParts> = (grammar) => grammar.blockHead();

/** Where a statement stops being one. */
export interface Mistake {
  /** Index of the token that is wrong; the number of tokens where one is missing. */
  readonly at: number;
  /** What should stand there, at the start of a sentence; nothing where the statement should have ended. */
  readonly expected: string | undefined;
}

/** More brackets, `not`s or `all x in …:` in each other than any statement can need; it is not read. */
export type TooDeep = Range & { readonly problem: "too-deep" };

export type StatementProblem = ValueProblem | TooDeep;

/** What a rule has made of a statement; `node` is absent where there is a mistake. */
export interface Reading<T> {
  readonly node: T | undefined;
  readonly mistake: Mistake | undefined;
  /** What is wrong inside texts and lists. */
  readonly problems: readonly StatementProblem[];
}

let grammar: StatementGrammar | undefined;

/** Reads all of `tokens`, which come from `source`, by `rule`. */
export function readTokens<T>(tokens: readonly Token[], source: string, rule: StatementRule<T>): Reading<T> {
  const excess = tooDeep(tokens);
  if (excess !== undefined) {
    const { start, end } = excess;
    return { node: undefined, mistake: undefined, problems: [{ start, end, problem: "too-deep" }] };
  }
  grammar ??= new StatementGrammar({ validate: false }).analysed();
  return grammar.read(tokens, source, rule);
}

function mistakeOf(error: IRecognitionException, tokens: readonly IToken[]): Mistake {
  const at = tokens.indexOf(error.token);
  const expected = error instanceof NotAllInputParsedException ? undefined : error.message;
  return { at: at < 0 ? tokens.length : at, expected };
}

/** The first bracket, `not` or `:` beyond the depth that is read: a statement nests by nothing else. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  if (tokens.length <= limits.nesting) return undefined;
  let brackets = 0;
  let prefixes = 0;
  return tokens.find((token) => {
    if (token.image === "not" || token.image === ":") prefixes++;
    else if (opensBracket(token) || isOpenBrace(token)) brackets++;
    else if (token.type === "]" || token.type === ")" || isCloseBrace(token)) brackets--;
    return prefixes > limits.nesting || brackets > limits.nesting;
  });
}
