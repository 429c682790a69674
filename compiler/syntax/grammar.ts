// The grammar of one statement. The outline has found where a statement begins and ends, so nothing here recovers:
// a statement is read whole or its first mistake is reported.

import { EmbeddedActionsParser, type IRecognitionException, type IToken } from "chevrotain";
import {
  comparisonOf,
  excessPrefix,
  isQuantifier,
  joined,
  literalNode,
  meaning,
  momentNode,
  nameNode,
  pathOf,
  rangeOf,
} from "./grammar-nodes.ts";
import { endOf } from "./lexer.ts";
import { parseTextParts, type TextProblem } from "./text-parts.ts";
import {
  allTokens,
  CloseBrace,
  CloseBracket,
  CloseParen,
  Colon,
  Comma,
  DateLiteral,
  Dot,
  DotDot,
  Equals,
  EqualsEquals,
  Greater,
  GreaterEquals,
  Less,
  LessEquals,
  LongText,
  MinusEquals,
  Name,
  NotEquals,
  NumberLiteral,
  OpenBrace,
  OpenBracket,
  OpenParen,
  PlusEquals,
  Text,
  TimeLiteral,
  UnterminatedLongText,
  UnterminatedText,
} from "./tokens.ts";
import type {
  CallNode,
  Comparator,
  ConditionNode,
  FamilyRange,
  LiteralNode,
  NameNode,
  PathNode,
  Range,
  SettingNode,
  TextNode,
  ValueNode,
} from "./tree.ts";

/** Two items of a list on one line with nothing between them. */
export type MissingComma = Range & { readonly problem: "comma" /** Where it belongs. */; readonly at: number };

/** A condition with more `not`s and `all x in …:` than any can need; it is not read. */
export type TooManyPrefixes = Range & { readonly problem: "prefixes" };

/** A setting's parts; `value` is absent where the braces of a map follow. */
export interface SettingParts {
  readonly path: readonly (NameNode | TextNode)[];
  readonly operator: SettingNode["operator"];
  readonly value: ValueNode | undefined;
}

/** The words of a declaration's header, in order, and what follows them. */
export interface HeaderParts {
  readonly words: readonly NameNode[];
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
}

export interface BlockHeadParts {
  readonly path: readonly (NameNode | TextNode)[];
  readonly labels: readonly ValueNode[];
  readonly family: FamilyRange | undefined;
}

export class StatementParser extends EmbeddedActionsParser {
  /** What is wrong inside texts and lists; read and emptied by the caller. */
  problems: (TextProblem | MissingComma | TooManyPrefixes)[] = [];
  /** The text that the tokens come from. */
  source = "";

  constructor(options: { readonly validate: boolean } = { validate: false }) {
    super(allTokens.slice(), { recoveryEnabled: false, maxLookahead: 1, skipValidations: !options.validate });
    this.performSelfAnalysis();
  }

  /** Reads `tokens` by `rule`; the first mistake, if any, is in `error`, what is wrong inside texts and lists in `problems`. */
  read<T>(
    tokens: readonly IToken[],
    rule: () => T,
  ): { readonly node: T | undefined; readonly error: IRecognitionException | undefined } {
    const excess = excessPrefix(tokens);
    if (excess) {
      this.problems.push({ ...rangeOf(excess), problem: "prefixes" });
      return { node: undefined, error: undefined };
    }
    this.input = tokens.slice();
    const node = rule.call(this);
    const error = this.errors[0];
    return { node: error ? undefined : node, error };
  }

  readonly setting = this.RULE("setting", (): SettingParts => {
    const path = this.SUBRULE(this.keyPath);
    const operator = this.SUBRULE(this.assignment);
    const value = this.OPTION(() => this.SUBRULE(this.value));
    return { path, operator, value };
  });

  readonly settingWithCondition = this.RULE("settingWithCondition", (): SettingParts => {
    const path = this.SUBRULE(this.keyPath);
    const operator = this.SUBRULE(this.assignment);
    const value = this.OR({
      DEF: [
        { ALT: (): ValueNode => this.SUBRULE(this.conditionList) },
        { ALT: (): ValueNode => this.SUBRULE(this.condition) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    return { path, operator, value };
  });

  readonly letStatement = this.RULE("letStatement", (): { name: NameNode; value: ValueNode } => {
    this.CONSUME(Name);
    const name = nameNode(this.CONSUME1(Name));
    this.CONSUME(Equals);
    return { name, value: this.SUBRULE(this.value) };
  });

  /** `let name =`, before the braces of a map. */
  readonly letHead = this.RULE("letHead", (): { name: NameNode } => {
    this.CONSUME(Name);
    const name = nameNode(this.CONSUME1(Name));
    this.CONSUME(Equals);
    return { name };
  });

  readonly header = this.RULE("header", (): HeaderParts => {
    const words: NameNode[] = [];
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1).image !== "extends" || words.length < 2,
      DEF: () => {
        words.push(nameNode(this.CONSUME(Name)));
      },
    });
    const family = this.OPTION(() => this.SUBRULE(this.familyRange));
    const parent = this.OPTION1(() => {
      this.CONSUME1(Name);
      return this.SUBRULE(this.path);
    });
    return { words, family, parent };
  });

  readonly blockHead = this.RULE("blockHead", (): BlockHeadParts => {
    const path = this.SUBRULE(this.keyPath);
    const labels: ValueNode[] = [];
    this.MANY(() => {
      labels.push(this.SUBRULE(this.label));
    });
    const family = this.OPTION(() => this.SUBRULE(this.familyRange));
    return { path, labels, family };
  });

  private readonly keyPath = this.RULE("keyPath", (): (NameNode | TextNode)[] => {
    const path = [this.SUBRULE(this.key)];
    this.MANY(() => {
      this.CONSUME(Dot);
      path.push(this.SUBRULE1(this.key));
    });
    return path;
  });

  private readonly key = this.RULE("key", (): NameNode | TextNode =>
    this.OR([
      { ALT: (): NameNode | TextNode => nameNode(this.CONSUME(Name)) },
      { ALT: (): NameNode | TextNode => this.SUBRULE(this.text) },
    ]),
  );

  private readonly assignment = this.RULE("assignment", (): SettingNode["operator"] =>
    this.OR([
      { ALT: (): SettingNode["operator"] => meaning("=", this.CONSUME(Equals)) },
      { ALT: (): SettingNode["operator"] => meaning("+=", this.CONSUME(PlusEquals)) },
      { ALT: (): SettingNode["operator"] => meaning("-=", this.CONSUME(MinusEquals)) },
    ]),
  );

  private readonly familyRange = this.RULE("familyRange", (): FamilyRange => {
    const open = this.CONSUME(OpenBracket);
    const first = this.CONSUME(NumberLiteral);
    const last = this.OPTION(() => {
      this.CONSUME(DotDot);
      return this.CONSUME1(NumberLiteral);
    });
    const close = this.CONSUME(CloseBracket);
    return this.ACTION(() => ({
      ...rangeOf(open, close),
      first: Number(first.image),
      last: Number((last ?? first).image),
    }));
  });

  private readonly label = this.RULE("label", (): ValueNode => {
    const from = this.OR([
      { ALT: (): ValueNode => pathOf([nameNode(this.CONSUME(Name))]) },
      { ALT: (): ValueNode => this.SUBRULE(this.text) },
      { ALT: (): ValueNode => this.SUBRULE(this.literal) },
    ]);
    return this.SUBRULE(this.rangeTail, { ARGS: [from] });
  });

  /** `a` or `a .. b`. */
  readonly value = this.RULE("value", (): ValueNode => {
    const from = this.SUBRULE(this.primary);
    return this.SUBRULE(this.rangeTail, { ARGS: [from] });
  });

  private readonly rangeTail = this.RULE("rangeTail", (from: ValueNode): ValueNode => {
    const to = this.OPTION(() => {
      this.CONSUME(DotDot);
      return this.SUBRULE(this.primary);
    });
    return to === undefined ? from : { kind: "range", start: from?.start ?? 0, end: to?.end ?? 0, from, to };
  });

  private readonly primary = this.RULE(
    "primary",
    (): ValueNode =>
      this.OR([
        { ALT: (): ValueNode => this.SUBRULE(this.text) },
        { ALT: (): ValueNode => this.SUBRULE(this.literal) },
        { ALT: (): ValueNode => this.SUBRULE(this.pathOrCall) },
        { ALT: (): ValueNode => this.SUBRULE(this.list) },
        { ALT: (): ValueNode => this.SUBRULE(this.map) },
      ]),
  );

  private readonly text = this.RULE("text", (): TextNode => {
    const token = this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(LongText) },
      { ALT: () => this.CONSUME(UnterminatedText) },
      { ALT: () => this.CONSUME(UnterminatedLongText) },
    ]);
    return this.ACTION(() => {
      const long = token.image.startsWith('"""');
      return {
        kind: "text",
        ...rangeOf(token),
        long,
        parts: parseTextParts(token, (problem) => this.problems.push(problem)),
      };
    });
  });

  private readonly literal = this.RULE(
    "literal",
    (): LiteralNode =>
      this.OR([
        { ALT: () => literalNode("number", this.CONSUME(NumberLiteral)) },
        { ALT: () => literalNode("time", this.CONSUME(TimeLiteral)) },
        {
          ALT: () => {
            const date = this.CONSUME(DateLiteral);
            const time = this.OPTION(() => this.CONSUME1(TimeLiteral));
            return this.ACTION(() => momentNode(date, time));
          },
        },
      ]),
  );

  private readonly pathOrCall = this.RULE("pathOrCall", (): PathNode | CallNode => {
    const path = this.SUBRULE(this.path);
    const call = this.OPTION(() => {
      this.CONSUME(OpenParen);
      const argument = this.SUBRULE(this.value);
      return { argument, close: this.CONSUME(CloseParen) };
    });
    return this.ACTION((): PathNode | CallNode => {
      const name = path.names[0];
      if (call === undefined || name === undefined) return path;
      return { kind: "call", start: path.start, end: endOf(call.close), name, argument: call.argument };
    });
  });

  private readonly path = this.RULE("path", (): PathNode => {
    const names = [nameNode(this.CONSUME(Name))];
    this.MANY(() => {
      this.CONSUME(Dot);
      names.push(nameNode(this.CONSUME1(Name)));
    });
    const index = this.OPTION(() => {
      this.CONSUME(OpenBracket);
      const number = this.CONSUME(NumberLiteral);
      return { number: Number(number.image), close: this.CONSUME(CloseBracket) };
    });
    const path = pathOf(names);
    return this.ACTION(() => (index === undefined ? path : { ...path, index: index.number, end: endOf(index.close) }));
  });

  private readonly list = this.RULE("list", (): ValueNode => {
    const items: ValueNode[] = [];
    const open = this.CONSUME(OpenBracket);
    let separated = true;
    this.MANY(() => {
      const item = this.SUBRULE(this.value);
      this.ACTION(() => this.checkSeparation(items.at(-1), item, separated));
      items.push(item);
      separated = this.OPTION(() => this.CONSUME(Comma)) !== undefined;
    });
    return { kind: "list", ...rangeOf(open, this.CONSUME(CloseBracket)), items };
  });

  private checkSeparation(before: ValueNode | undefined, item: ValueNode, separated: boolean): void {
    if (before === undefined || separated || /[\r\n]/.test(this.source.slice(before.end, item.start))) return;
    this.problems.push({ start: item.start, end: item.end, problem: "comma", at: before.end });
  }

  private readonly map = this.RULE("map", (): ValueNode => {
    const entries: SettingNode[] = [];
    const open = this.CONSUME(OpenBrace);
    this.MANY(() => {
      entries.push(this.SUBRULE(this.entry));
      this.OPTION(() => this.CONSUME(Comma));
    });
    return { kind: "map", ...rangeOf(open, this.CONSUME(CloseBrace)), entries };
  });

  private readonly entry = this.RULE("entry", (): SettingNode => {
    const path = this.SUBRULE(this.keyPath);
    const operator = this.SUBRULE(this.assignment);
    const value = this.SUBRULE(this.value);
    return {
      kind: "setting",
      start: path?.[0]?.start ?? 0,
      end: value?.end ?? 0,
      path,
      operator,
      value,
      doc: undefined,
    };
  });

  private readonly conditionList = this.RULE("conditionList", (): ValueNode => {
    const items: ValueNode[] = [];
    const open = this.CONSUME(OpenBracket);
    this.MANY(() => {
      items.push(this.SUBRULE(this.condition));
      this.OPTION(() => this.CONSUME(Comma));
    });
    return { kind: "list", ...rangeOf(open, this.CONSUME(CloseBracket)), items };
  });

  readonly condition = this.RULE("condition", (): ConditionNode => {
    const operands = [this.SUBRULE(this.conjunction)];
    this.MANY({
      GATE: () => this.LA(1).image === "or",
      DEF: () => {
        this.CONSUME(Name);
        operands.push(this.SUBRULE1(this.conjunction));
      },
    });
    return joined("or", operands);
  });

  private readonly conjunction = this.RULE("conjunction", (): ConditionNode => {
    const operands = [this.SUBRULE(this.conditionTerm)];
    this.MANY({
      GATE: () => this.LA(1).image === "and",
      DEF: () => {
        this.CONSUME(Name);
        operands.push(this.SUBRULE1(this.conditionTerm));
      },
    });
    return joined("and", operands);
  });

  private readonly conditionTerm = this.RULE(
    "conditionTerm",
    (): ConditionNode =>
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { GATE: () => this.LA(1).image === "not", ALT: () => this.SUBRULE(this.negation) },
          { GATE: () => isQuantifier(this.LA(1), this.LA(2), this.LA(3)), ALT: () => this.SUBRULE(this.quantified) },
          {
            ALT: () => {
              this.CONSUME(OpenParen);
              const inner = this.SUBRULE(this.condition);
              this.CONSUME(CloseParen);
              return inner;
            },
          },
          { ALT: () => this.SUBRULE(this.comparison) },
        ],
      }),
  );

  private readonly negation = this.RULE("negation", (): ConditionNode => {
    const word = this.CONSUME(Name);
    const operand = this.SUBRULE(this.conditionTerm);
    return { kind: "condition", start: word.startOffset, end: operand?.end ?? 0, condition: { kind: "not", operand } };
  });

  private readonly quantified = this.RULE("quantified", (): ConditionNode => {
    const word = this.CONSUME(Name);
    const variable = nameNode(this.CONSUME1(Name));
    this.CONSUME2(Name);
    const list = this.SUBRULE(this.primary);
    this.CONSUME(Colon);
    const operand = this.SUBRULE(this.conditionTerm);
    const kind = word.image === "any" ? "any" : "all";
    return {
      kind: "condition",
      start: word.startOffset,
      end: operand?.end ?? 0,
      condition: { kind, variable, list, operand },
    };
  });

  private readonly comparison = this.RULE("comparison", (): ConditionNode => {
    const left = this.SUBRULE(this.value);
    const right = this.OPTION({
      GATE: () => !/^(and|or)$/.test(this.LA(1).image),
      DEF: () => {
        const operator = this.SUBRULE(this.comparator);
        return { operator, value: this.SUBRULE1(this.value) };
      },
    });
    return {
      kind: "condition",
      start: left?.start ?? 0,
      end: (right?.value ?? left)?.end ?? 0,
      condition: comparisonOf(left, right),
    };
  });

  private readonly comparator = this.RULE(
    "comparator",
    (): Comparator =>
      this.OR([
        { ALT: (): Comparator => meaning("==", this.CONSUME(EqualsEquals)) },
        { ALT: (): Comparator => meaning("!=", this.CONSUME(NotEquals)) },
        { ALT: (): Comparator => meaning("<=", this.CONSUME(LessEquals)) },
        { ALT: (): Comparator => meaning(">=", this.CONSUME(GreaterEquals)) },
        { ALT: (): Comparator => meaning("<", this.CONSUME(Less)) },
        { ALT: (): Comparator => meaning(">", this.CONSUME(Greater)) },
        {
          GATE: () => /^(in|matches)$/.test(this.LA(1).image),
          ALT: (): Comparator => (this.CONSUME(Name).image === "in" ? "in" : "matches"),
        },
      ]),
  );
}
