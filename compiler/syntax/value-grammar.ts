// The grammar of keys and values. A rule says what it takes and makes the node of it.
//
// To learn what a rule takes, the library runs each once with stand-ins for tokens and nodes. So a rule chooses by `OR`, `OPTION`
// and `MANY` alone; what can't be made of stand-ins stands in an `ACTION`.

import { EmbeddedActionsParser, type IParserErrorMessageProvider, type ParserMethod, tokenLabel } from "chevrotain";
import { NextToken } from "./next-token.ts";
import * as t from "./terminals.ts";
import type { TextProblem } from "./text-parts.ts";
import type {
  ListNode,
  LiteralNode,
  MapNode,
  NameNode,
  PathNode,
  Range,
  SettingNode,
  TextNode,
  ValueNode,
} from "./tree.ts";
import {
  callOf,
  endOf,
  entryOf,
  type KeyPath,
  listOf,
  literalOf,
  mapOf,
  momentOf,
  nameOf,
  type PathIndex,
  pathOf,
  rangeFrom,
  type SettingHead,
  textOf,
} from "./value-nodes.ts";

export type Rule<T> = ParserMethod<[], T>;

/** Two items of a list on one line with nothing between them. */
export type MissingComma = Range & { readonly problem: "comma" /** Where it belongs. */; readonly at: number };

/** A condition that stands on the line of another one, with nothing between them. */
export type UnjoinedCondition = Range & { readonly problem: "unjoined" };

/** Something wrong that a statement can be read past. */
export type ValueProblem = TextProblem | MissingComma | UnjoinedCondition;

/** The words of a message about a token that can't stand where it does: what is expected there, if anything. */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? "Something else",
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? "Something else",
  buildNotAllInputParsedMessage: () => "",
};

export abstract class ValueGrammar extends EmbeddedActionsParser {
  /** The text that the tokens come from. */
  protected source = "";
  protected problems: ValueProblem[] = [];

  constructor({ validate }: { readonly validate: boolean }) {
    super([...t.terminals], {
      lookaheadStrategy: new NextToken({ maxLookahead: 1 }),
      errorMessageProvider: expectations,
      skipValidations: !validate,
    });
  }

  /** One of several, made once for all values of a program; `expected` is what a message calls them. */
  private choice<T>(expected: string, alternatives: readonly (() => T)[]) {
    return { DEF: alternatives.map((ALT) => ({ ALT })), ERR_MSG: expected };
  }

  protected oneOf<T>(name: string, expected: string, alternatives: readonly (() => T)[]): Rule<T> {
    const choice = this.choice(expected, alternatives);
    return this.RULE(name, () => this.OR<T>(choice));
  }

  /** `a` or `a .. b`. */
  readonly value: Rule<ValueNode> = this.RULE("value", () => {
    const from = this.SUBRULE(this.primary);
    return rangeFrom(from, this.OPTION(this.rangeEnd));
  });

  /** `.. b`: a part of the rules that take it. */
  private readonly rangeEnd = (): ValueNode => {
    this.CONSUME(t.DotDot);
    return this.SUBRULE1(this.primary);
  };

  /** A value that has no `..` in it. */
  readonly primary: Rule<ValueNode> = this.oneOf<ValueNode>("primary", "A value", [
    () => this.SUBRULE(this.text),
    () => this.SUBRULE(this.literal),
    () => this.SUBRULE(this.reference),
    () => this.SUBRULE(this.list),
    () => this.SUBRULE(this.map),
  ]);

  readonly text: Rule<TextNode> = this.RULE("text", () => {
    const token = this.CONSUME(t.Text);
    return this.ACTION(() => textOf(token, (problem) => this.problems.push(problem)));
  });

  readonly literal: Rule<LiteralNode> = this.oneOf("literal", "A number, a date or a time", [
    () => literalOf("number", this.CONSUME(t.NumberLiteral)),
    () => literalOf("time", this.CONSUME(t.TimeLiteral)),
    () => {
      const date = this.CONSUME(t.DateLiteral);
      const time = this.OPTION(() => this.CONSUME1(t.TimeLiteral));
      return time === undefined ? literalOf("date", date) : this.ACTION(() => momentOf(date, time));
    },
  ]);

  /** A path, or what is written like a call: `secret("a/b")`. */
  readonly reference: Rule<ValueNode> = this.RULE("reference", () => {
    const path = this.SUBRULE(this.path);
    const call = this.OPTION(() => {
      this.CONSUME(t.OpenParenthesis);
      const argument = this.SUBRULE(this.value);
      const close = this.CONSUME(t.CloseParenthesis);
      return this.ACTION(() => callOf(path, argument, endOf(close)));
    });
    return call ?? path;
  });

  /** Names joined by dots, with an index: `team[2]`. */
  readonly path: Rule<PathNode> = this.RULE("path", () => {
    const first = nameOf(this.CONSUME(t.Name));
    const more: NameNode[] = [];
    this.MANY(() => {
      this.CONSUME(t.Dot);
      more.push(nameOf(this.CONSUME1(t.Name)));
    });
    return pathOf(first, more, this.OPTION(this.pathIndex));
  });

  private readonly pathIndex = (): PathIndex => {
    this.CONSUME(t.OpenBracket);
    const index = Number(this.CONSUME(t.NumberLiteral).image);
    return { index, end: endOf(this.CONSUME(t.CloseBracket)) };
  };

  readonly list: Rule<ListNode> = this.RULE("list", () => {
    const open = this.CONSUME(t.OpenBracket);
    const items: ValueNode[] = [];
    let separated = true;
    this.MANY(() => {
      const item = this.SUBRULE(this.value);
      const before = items.at(-1);
      if (!separated && this.isOnLineOf(before, item)) this.problems.push(missingComma(before, item));
      items.push(item);
      separated = this.OPTION(() => this.CONSUME(t.Comma)) !== undefined;
    });
    return listOf(open, items, this.CONSUME(t.CloseBracket));
  });

  /** A line end separates two items as well as a comma. */
  protected isOnLineOf<T extends Range>(before: T | undefined, item: Range): before is T {
    return before !== undefined && !/[\r\n]/.test(this.source.slice(before.end, item.start));
  }

  readonly map: Rule<MapNode> = this.RULE("map", () => {
    const open = this.CONSUME(t.OpenBrace);
    const entries: SettingNode[] = [];
    this.MANY(() => {
      const head = this.SUBRULE(this.settingHead);
      const value = this.SUBRULE(this.value);
      this.ACTION(() => entries.push(entryOf(head, value)));
      this.OPTION(() => this.CONSUME(t.Comma));
    });
    return mapOf(open, entries, this.CONSUME(t.CloseBrace));
  });

  /** `key =`, `key +=` or `key -=`. */
  readonly settingHead: Rule<SettingHead> = this.RULE("settingHead", () => {
    const path = this.keyPath();
    return { path, operator: this.OR(this.operators) };
  });

  /** Names and texts joined by dots: a part of the rules that call it. */
  protected keyPath(): KeyPath {
    const first = this.SUBRULE(this.key);
    const more: (NameNode | TextNode)[] = [];
    this.MANY(() => {
      this.CONSUME(t.Dot);
      more.push(this.SUBRULE1(this.key));
    });
    return [first, ...more];
  }

  private readonly operators = this.choice<SettingNode["operator"]>("`=`, `+=` or `-=`", [
    () => this.CONSUME(t.Equals) && "=",
    () => this.CONSUME(t.PlusEquals) && "+=",
    () => this.CONSUME(t.MinusEquals) && "-=",
  ]);

  readonly key: Rule<NameNode | TextNode> = this.oneOf<NameNode | TextNode>("key", "A name", [
    () => nameOf(this.CONSUME(t.Name)),
    () => this.SUBRULE(this.text),
  ]);

  /** What stands between a block's word and its braces. */
  readonly label: Rule<ValueNode> = this.RULE("label", () => {
    const from = this.OR<ValueNode>([
      { ALT: () => pathOf(nameOf(this.CONSUME(t.Name)), [], undefined) },
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => this.SUBRULE(this.literal) },
    ]);
    return rangeFrom(from, this.OPTION(this.rangeEnd));
  });
}

function missingComma(before: Range, { start, end }: Range): MissingComma {
  return { problem: "comma", start, end, at: before.end };
}
