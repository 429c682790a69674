// The grammar of the language written down as rules for a parser generator, as the measure of the grammar that is written by hand.
// It builds no tree: it says what is a statement, and at which token one stops being one.

import { CstParser, type IToken } from "chevrotain";
import * as tokens from "./reference-tokens.ts";

/** The rules that a whole statement, header or head is read by. */
export const statementRules = [
  "setting",
  "settingWithCondition",
  "letStatement",
  "letHead",
  "header",
  "blockHead",
] as const;

export type StatementRule = (typeof statementRules)[number];

export class ReferenceParser extends CstParser {
  constructor(options: { readonly validate: boolean }) {
    super([...tokens.allTokens], { recoveryEnabled: false, maxLookahead: 1, skipValidations: !options.validate });
    this.performSelfAnalysis();
  }

  /** The index of the token at which `statement` stops being one by `rule`; nothing for a sound one. */
  mistakeIn(statement: readonly IToken[], rule: StatementRule): number | undefined {
    this.input = [...statement];
    this[rule]();
    const [error] = this.errors;
    if (error === undefined) return undefined;
    const at = statement.indexOf(error.token);
    return at < 0 ? statement.length : at;
  }

  readonly setting = this.RULE("setting", () => {
    this.SUBRULE(this.keyPath);
    this.SUBRULE(this.assignment);
    this.OPTION(() => this.SUBRULE(this.value));
  });

  readonly settingWithCondition = this.RULE("settingWithCondition", () => {
    this.SUBRULE(this.keyPath);
    this.SUBRULE(this.assignment);
    this.OR({
      DEF: [{ ALT: () => this.SUBRULE(this.conditionList) }, { ALT: () => this.SUBRULE(this.condition) }],
      IGNORE_AMBIGUITIES: true,
    });
  });

  readonly letStatement = this.RULE("letStatement", () => {
    this.SUBRULE(this.letHead);
    this.SUBRULE(this.value);
  });

  readonly letHead = this.RULE("letHead", () => {
    this.CONSUME(tokens.Name);
    this.CONSUME1(tokens.Name);
    this.CONSUME(tokens.Equals);
  });

  readonly header = this.RULE("header", () => {
    let words = 0;
    this.AT_LEAST_ONE({
      GATE: () => this.LA(1).image !== "extends" || words < 2,
      DEF: () => {
        this.CONSUME(tokens.Name);
        words++;
      },
    });
    this.OPTION(() => this.SUBRULE(this.familyRange));
    this.OPTION1(() => {
      this.CONSUME1(tokens.Name);
      this.SUBRULE(this.path);
    });
  });

  readonly blockHead = this.RULE("blockHead", () => {
    this.SUBRULE(this.keyPath);
    this.MANY(() => this.SUBRULE(this.label));
    this.OPTION(() => this.SUBRULE(this.familyRange));
  });

  private readonly keyPath = this.RULE("keyPath", () => {
    this.AT_LEAST_ONE_SEP({ SEP: tokens.Dot, DEF: () => this.SUBRULE(this.key) });
  });

  private readonly key = this.RULE("key", () => {
    this.OR([{ ALT: () => this.CONSUME(tokens.Name) }, { ALT: () => this.SUBRULE(this.anyText) }]);
  });

  private readonly assignment = this.RULE("assignment", () => {
    this.OR([
      { ALT: () => this.CONSUME(tokens.Equals) },
      { ALT: () => this.CONSUME(tokens.PlusEquals) },
      { ALT: () => this.CONSUME(tokens.MinusEquals) },
    ]);
  });

  private readonly familyRange = this.RULE("familyRange", () => {
    this.CONSUME(tokens.OpenBracket);
    this.CONSUME(tokens.NumberLiteral);
    this.OPTION(() => {
      this.CONSUME(tokens.DotDot);
      this.CONSUME1(tokens.NumberLiteral);
    });
    this.CONSUME(tokens.CloseBracket);
  });

  private readonly label = this.RULE("label", () => {
    this.OR([
      { ALT: () => this.CONSUME(tokens.Name) },
      { ALT: () => this.SUBRULE(this.anyText) },
      { ALT: () => this.SUBRULE(this.literal) },
    ]);
    this.SUBRULE(this.rangeTail);
  });

  private readonly value = this.RULE("value", () => {
    this.SUBRULE(this.primary);
    this.SUBRULE(this.rangeTail);
  });

  private readonly rangeTail = this.RULE("rangeTail", () => {
    this.OPTION(() => {
      this.CONSUME(tokens.DotDot);
      this.SUBRULE(this.primary);
    });
  });

  private readonly primary = this.RULE("primary", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.anyText) },
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.pathOrCall) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.map) },
    ]);
  });

  private readonly anyText = this.RULE("anyText", () => {
    this.OR([
      { ALT: () => this.CONSUME(tokens.Text) },
      { ALT: () => this.CONSUME(tokens.LongText) },
      { ALT: () => this.CONSUME(tokens.UnterminatedText) },
      { ALT: () => this.CONSUME(tokens.UnterminatedLongText) },
    ]);
  });

  private readonly literal = this.RULE("literal", () => {
    this.OR([
      { ALT: () => this.CONSUME(tokens.NumberLiteral) },
      { ALT: () => this.CONSUME(tokens.TimeLiteral) },
      {
        ALT: () => {
          this.CONSUME(tokens.DateLiteral);
          this.OPTION(() => this.CONSUME1(tokens.TimeLiteral));
        },
      },
    ]);
  });

  private readonly pathOrCall = this.RULE("pathOrCall", () => {
    this.SUBRULE(this.path);
    this.OPTION(() => {
      this.CONSUME(tokens.OpenParen);
      this.SUBRULE(this.value);
      this.CONSUME(tokens.CloseParen);
    });
  });

  private readonly path = this.RULE("path", () => {
    this.AT_LEAST_ONE_SEP({ SEP: tokens.Dot, DEF: () => this.CONSUME(tokens.Name) });
    this.OPTION(() => {
      this.CONSUME(tokens.OpenBracket);
      this.CONSUME(tokens.NumberLiteral);
      this.CONSUME(tokens.CloseBracket);
    });
  });

  private readonly list = this.RULE("list", () => {
    this.CONSUME(tokens.OpenBracket);
    this.MANY(() => {
      this.SUBRULE(this.value);
      this.OPTION(() => this.CONSUME(tokens.Comma));
    });
    this.CONSUME(tokens.CloseBracket);
  });

  private readonly map = this.RULE("map", () => {
    this.CONSUME(tokens.OpenBrace);
    this.MANY(() => {
      this.SUBRULE(this.keyPath);
      this.SUBRULE(this.assignment);
      this.SUBRULE(this.value);
      this.OPTION(() => this.CONSUME(tokens.Comma));
    });
    this.CONSUME(tokens.CloseBrace);
  });

  private readonly conditionList = this.RULE("conditionList", () => {
    this.CONSUME(tokens.OpenBracket);
    this.MANY(() => {
      this.SUBRULE(this.condition);
      this.OPTION(() => this.CONSUME(tokens.Comma));
    });
    this.CONSUME(tokens.CloseBracket);
  });

  private readonly condition = this.RULE("condition", () => {
    this.SUBRULE(this.conjunction);
    this.MANY({
      GATE: () => this.LA(1).image === "or",
      DEF: () => {
        this.CONSUME(tokens.Name);
        this.SUBRULE1(this.conjunction);
      },
    });
  });

  private readonly conjunction = this.RULE("conjunction", () => {
    this.SUBRULE(this.conditionTerm);
    this.MANY({
      GATE: () => this.LA(1).image === "and",
      DEF: () => {
        this.CONSUME(tokens.Name);
        this.SUBRULE1(this.conditionTerm);
      },
    });
  });

  private readonly conditionTerm = this.RULE("conditionTerm", () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { GATE: () => this.LA(1).image === "not", ALT: () => this.SUBRULE(this.negation) },
        { GATE: () => this.isQuantified(), ALT: () => this.SUBRULE(this.quantified) },
        { ALT: () => this.SUBRULE(this.enclosed) },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
    });
  });

  private isQuantified(): boolean {
    const [first, second, third] = [this.LA(1), this.LA(2), this.LA(3)];
    return /^(?:all|any)$/.test(first.image) && second.tokenType === tokens.Name && third.image === "in";
  }

  private readonly negation = this.RULE("negation", () => {
    this.CONSUME(tokens.Name);
    this.SUBRULE(this.conditionTerm);
  });

  private readonly quantified = this.RULE("quantified", () => {
    this.CONSUME(tokens.Name);
    this.CONSUME1(tokens.Name);
    this.CONSUME2(tokens.Name);
    this.SUBRULE(this.primary);
    this.CONSUME(tokens.Colon);
    this.SUBRULE(this.conditionTerm);
  });

  private readonly enclosed = this.RULE("enclosed", () => {
    this.CONSUME(tokens.OpenParen);
    this.SUBRULE(this.condition);
    this.CONSUME(tokens.CloseParen);
  });

  private readonly comparison = this.RULE("comparison", () => {
    this.SUBRULE(this.value);
    this.OPTION({
      GATE: () => !/^(?:and|or)$/.test(this.LA(1).image),
      DEF: () => {
        this.SUBRULE(this.comparator);
        this.SUBRULE1(this.value);
      },
    });
  });

  private readonly comparator = this.RULE("comparator", () => {
    this.OR([
      { ALT: () => this.CONSUME(tokens.EqualsEquals) },
      { ALT: () => this.CONSUME(tokens.NotEquals) },
      { ALT: () => this.CONSUME(tokens.LessEquals) },
      { ALT: () => this.CONSUME(tokens.GreaterEquals) },
      { ALT: () => this.CONSUME(tokens.Less) },
      { ALT: () => this.CONSUME(tokens.Greater) },
      { GATE: () => /^(?:in|matches)$/.test(this.LA(1).image), ALT: () => this.CONSUME(tokens.Name) },
    ]);
  });
}
