// The grammar of a whole file: the statements that the compiler reads one at a time, and the braces around them. It is for
// documents and tests. The compiler finds statements and braces by its outline, which knows what to do where one is missing.

import { StatementGrammar } from "../../compiler/syntax/grammar.ts";
import {
  CloseBrace,
  Dot,
  Equals,
  MinusEquals,
  OpenBrace,
  PackageLine,
  PackageWord,
  PlusEquals,
} from "../../compiler/syntax/terminals.ts";
import { kindsWithConditions } from "../../compiler/syntax/tokens.ts";

/** Reads the tokens of a file without its line ends: what begins a statement never continues the one before it. */
export class FileGrammar extends StatementGrammar {
  private withConditions = false;

  readonly file = this.RULE("file", () => {
    this.MANY(() =>
      this.OR({
        DEF: [{ ALT: () => this.SUBRULE(this.constant) }, { ALT: () => this.SUBRULE(this.declaration) }],
        // `let` is a name like others, and no kind.
        IGNORE_AMBIGUITIES: true,
      }),
    );
  });

  readonly declaration = this.RULE("declaration", () => {
    const header = this.SUBRULE(this.header);
    this.withConditions = this.ACTION(() => kindsWithConditions.has(header.kind.text));
    this.CONSUME(OpenBrace);
    this.SUBRULE(this.body);
    this.CONSUME(CloseBrace);
  });

  readonly body = this.RULE("body", () => {
    this.MANY(() =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.packages) },
          { GATE: () => this.isSetting() && this.isRequirement(), ALT: () => this.SUBRULE(this.requirement) },
          { GATE: () => this.isSetting(), ALT: () => this.SUBRULE(this.setting) },
          { ALT: () => this.SUBRULE(this.block) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
  });

  readonly block = this.RULE("block", () => {
    this.SUBRULE(this.blockHead);
    this.CONSUME(OpenBrace);
    this.SUBRULE(this.body);
    this.CONSUME(CloseBrace);
  });

  /** Requirements, a line each. */
  readonly packages = this.RULE("packages", () => {
    this.CONSUME(PackageWord);
    this.CONSUME(OpenBrace);
    this.MANY(() => this.CONSUME(PackageLine));
    this.CONSUME(CloseBrace);
  });

  private isRequirement(): boolean {
    return this.withConditions && this.LA(1).image === "require";
  }

  private isSetting(): boolean {
    let ahead = 2;
    while (this.LA(ahead).tokenType === Dot) ahead += 2;
    return [Equals, PlusEquals, MinusEquals].includes(this.LA(ahead).tokenType);
  }
}
