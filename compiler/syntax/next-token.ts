// How the grammar chooses: by the next token alone. The library's own way compares paths of any length; working them out took a
// third of the time in which a parser is made, in every process. That one token is enough is checked where a grammar is validated.

import {
  Alternation,
  type IOrAlt,
  type IProduction,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
} from "chevrotain";

/** The parser that asks. */
interface Parser {
  LA(ahead: number): { readonly tokenTypeIdx: number };
}

export class NextToken extends LLkLookaheadStrategy {
  override buildLookaheadForOptional(choice: { rule: Rule; prodOccurrence: number; prodType: string }): () => boolean {
    const kind = choice.prodType === "Option" ? Option : Repetition;
    const starts = startsOf(within(find(choice.rule, kind, choice.prodOccurrence)));
    return function (this: Parser) {
      return starts[this.LA(1).tokenTypeIdx] === true;
    };
  }

  override buildLookaheadForAlternation(choice: { rule: Rule; prodOccurrence: number; hasPredicates: boolean }) {
    const starts = within(find(choice.rule, Alternation, choice.prodOccurrence)).map((production) =>
      startsOf(within(production)),
    );
    const first: number[] = [];
    for (const [at, one] of starts.entries())
      for (const terminal of one.keys()) if (one[terminal]) first[terminal] ??= at;
    return function (this: Parser, alternatives?: IOrAlt<unknown>[]): number | undefined {
      const { tokenTypeIdx } = this.LA(1);
      if (!choice.hasPredicates) return first[tokenTypeIdx];
      const at = starts.findIndex((one, at) => one[tokenTypeIdx] && (alternatives?.[at]?.GATE?.call(this) ?? true));
      return at < 0 ? undefined : at;
    };
  }
}

/** The choice of a rule that has this kind and number. */
function find(
  part: Rule | IProduction,
  kind: typeof Option | typeof Alternation,
  number: number,
): IProduction | undefined {
  if (part instanceof kind && part.idx === number) return part;
  for (const inner of within(part)) {
    const production = find(inner, kind, number);
    if (production !== undefined) return production;
  }
  return undefined;
}

/** What stands in a part of a rule itself. */
function within(part: Rule | IProduction | undefined): readonly IProduction[] {
  const isOwn = part !== undefined && "definition" in part && !(part instanceof NonTerminal);
  return isOwn && Array.isArray(part.definition) ? part.definition : [];
}

/** Can a token begin the sequence? By the number of its terminal. */
function startsOf(sequence: readonly IProduction[], starts: boolean[] = []): readonly boolean[] {
  for (const part of sequence) {
    if (part instanceof Terminal) {
      const { tokenTypeIdx = 0, categoryMatches = [] } = part.terminalType;
      for (const index of [tokenTypeIdx, ...categoryMatches]) starts[index] = true;
    } else if (part instanceof Alternation)
      for (const production of part.definition) startsOf(within(production), starts);
    else startsOf(within(part instanceof NonTerminal ? part.referencedRule : part), starts);
    if (!(part instanceof Option || part instanceof Repetition)) break;
  }
  return starts;
}
