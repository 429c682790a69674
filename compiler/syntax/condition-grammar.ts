// The grammar of what policies require.

import { type IToken, tokenMatcher } from "chevrotain";
import * as t from "./terminals.ts";
import type { Comparator, Condition, ConditionNode, Range, ValueNode } from "./tree.ts";
import { type Rule, ValueGrammar } from "./value-grammar.ts";
import { endOf, listOf, nameOf } from "./value-nodes.ts";

export abstract class ConditionGrammar extends ValueGrammar {
  /** A condition, or a list of them. */
  readonly conditions: Rule<ValueNode> = this.RULE("conditions", () =>
    this.OR<ValueNode>({
      DEF: [{ ALT: () => this.SUBRULE(this.conditionList) }, { ALT: () => this.SUBRULE(this.condition) }],
      ERR_MSG: "A condition",
      // A list of conditions rather than a condition that begins with a list of values.
      IGNORE_AMBIGUITIES: true,
    }),
  );

  readonly conditionList: Rule<ValueNode> = this.RULE("conditionList", () => {
    const open = this.CONSUME(t.OpenBracket);
    const items: ConditionNode[] = [];
    let separated = true;
    this.MANY(() => {
      if (!separated) this.checkJoined(items.at(-1), this.LA(1));
      items.push(this.SUBRULE(this.condition));
      separated = this.OPTION(() => this.CONSUME(t.Comma)) !== undefined;
    });
    return listOf(open, items, this.CONSUME(t.CloseBracket));
  });

  /** A condition that begins on the line of the one before it is most likely the rest of that one. */
  private checkJoined(before: ConditionNode | undefined, token: IToken): void {
    const range = { start: token.startOffset, end: endOf(token) };
    if (this.isOnLineOf(before, range)) this.problems.push({ problem: "unjoined", ...range });
  }

  readonly condition: Rule<ConditionNode> = this.RULE("condition", () => {
    const operands: Operands = [this.SUBRULE(this.conjunction)];
    this.MANY(() => {
      this.CONSUME(t.Or);
      operands.push(this.SUBRULE1(this.conjunction));
    });
    return joined("or", operands);
  });

  readonly conjunction: Rule<ConditionNode> = this.RULE("conjunction", () => {
    const operands: Operands = [this.SUBRULE(this.term)];
    this.MANY(() => {
      this.CONSUME(t.And);
      operands.push(this.SUBRULE1(this.term));
    });
    return joined("and", operands);
  });

  readonly term: Rule<ConditionNode> = this.RULE("term", () =>
    this.OR<ConditionNode>({
      DEF: [
        { ALT: () => this.SUBRULE(this.negation) },
        { GATE: () => this.isQuantified(), ALT: () => this.SUBRULE(this.quantified) },
        { ALT: () => this.SUBRULE(this.enclosed) },
        { ALT: () => this.SUBRULE(this.comparison) },
      ],
      ERR_MSG: "A condition",
      // `not`, `all` and `any` are names as well, with which a comparison begins.
      IGNORE_AMBIGUITIES: true,
    }),
  );

  private isQuantified(): boolean {
    return tokenMatcher(this.LA(2), t.Name) && this.LA(3).tokenType === t.In;
  }

  readonly negation: Rule<ConditionNode> = this.RULE("negation", () => {
    const { startOffset } = this.CONSUME(t.Not);
    const operand = this.SUBRULE(this.term);
    return conditionOf({ kind: "not", operand }, { start: startOffset, end: operand.end });
  });

  /** `all x in people: …`, `any x in people: …` */
  readonly quantified: Rule<ConditionNode> = this.RULE("quantified", () => {
    const word = this.OR([{ ALT: () => this.CONSUME(t.All) }, { ALT: () => this.CONSUME(t.Any) }]);
    const variable = nameOf(this.CONSUME(t.Name));
    this.CONSUME(t.In);
    const list = this.SUBRULE(this.primary);
    this.CONSUME(t.Colon);
    const operand = this.SUBRULE(this.term);
    const kind = word.tokenType === t.Any ? "any" : "all";
    return conditionOf({ kind, variable, list, operand }, { start: word.startOffset, end: operand.end });
  });

  readonly enclosed: Rule<ConditionNode> = this.RULE("enclosed", () => {
    const { startOffset } = this.CONSUME(t.OpenParenthesis);
    const inner = this.SUBRULE(this.condition);
    return { ...inner, start: startOffset, end: endOf(this.CONSUME(t.CloseParenthesis)) };
  });

  readonly comparison: Rule<ConditionNode> = this.RULE("comparison", () => {
    const left = this.SUBRULE(this.value);
    const compared = this.OPTION(() => {
      const operator = this.SUBRULE(this.comparator);
      const right = this.SUBRULE1(this.value);
      return conditionOf({ kind: "comparison", operator, left, right }, { start: left.start, end: right.end });
    });
    return compared ?? conditionOf(truthOf(left), left);
  });

  readonly comparator: Rule<Comparator> = this.oneOf<Comparator>("comparator", "A comparison", [
    () => this.CONSUME(t.EqualsEquals) && "==",
    () => this.CONSUME(t.NotEquals) && "!=",
    () => this.CONSUME(t.LessEquals) && "<=",
    () => this.CONSUME(t.GreaterEquals) && ">=",
    () => this.CONSUME(t.Less) && "<",
    () => this.CONSUME(t.Greater) && ">",
    () => this.CONSUME(t.In) && "in",
    () => this.CONSUME(t.Matches) && "matches",
  ]);
}

function conditionOf(condition: Condition, { start, end }: Range): ConditionNode {
  return { kind: "condition", start, end, condition };
}

type Operands = [ConditionNode, ...ConditionNode[]];

/** Several operands as one condition; a single one is that itself. */
function joined(kind: "and" | "or", operands: Operands): ConditionNode {
  const [first, ...more] = operands;
  const last = more.at(-1);
  return last === undefined ? first : conditionOf({ kind, operands }, { start: first.start, end: last.end });
}

/** `present(path)`, or a value that is true or false. */
function truthOf(value: ValueNode): Condition {
  if (value.kind === "call" && value.name.text === "present" && value.argument.kind === "path") {
    return { kind: "present", path: value.argument };
  }
  return { kind: "truth", value };
}
