// The syntax tree: what was written, with its place, and nothing about what it means.
// A part that could not be read is absent or `unreadable`, and the construct that holds it is `broken`.

import type { SourceFile } from "../text/source-file.ts";

/** Offsets into the file that the tree belongs to. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment as it is written, with its `#`. */
export interface Comment extends Range {
  readonly image: string;
}

export interface SyntaxTree {
  readonly file: SourceFile;
  readonly declarations: readonly DeclarationNode[];
  readonly lets: readonly LetNode[];
  readonly comments: readonly Comment[];
  /** Kinds of declaration, and `let`, whose name or header could not be read: references to them are not reported. */
  readonly unreadableKinds: ReadonlySet<string>;
  /** Words of headers that could not be read: a declaration of one of these names may be there. */
  readonly unreadableNames: ReadonlySet<string>;
  /** Something at the top of the file could not be read at all. */
  readonly incomplete: boolean;
}

export interface NameNode extends Range {
  readonly kind: "name";
  readonly text: string;
}

/** `[abstract] kind [variant] name[1..6] [extends parent] { … }` */
export interface DeclarationNode extends Range {
  readonly kind: "declaration";
  readonly file: SourceFile;
  readonly abstract: boolean;
  readonly keyword: NameNode;
  readonly variant: NameNode | undefined;
  readonly name: NameNode | undefined;
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
  readonly body: readonly BodyItem[];
  /** From the first word to the last before the brace. */
  readonly header: Range;
  readonly doc: string | undefined;
  /** True where a syntax error lies inside, so that nothing is said of what is missing. */
  readonly broken: boolean;
}

export interface FamilyRange extends Range {
  readonly first: number;
  readonly last: number;
}

/** `let name = value` */
export interface LetNode extends Range {
  readonly kind: "let";
  readonly file: SourceFile;
  readonly name: NameNode;
  readonly value: ValueNode;
  readonly doc: string | undefined;
}

export type BodyItem = SettingNode | BlockNode | PackageLineNode;

/** `key = value`, `key += value`, `key -= value`; a key may be names and texts joined by dots. */
export interface SettingNode extends Range {
  readonly kind: "setting";
  readonly path: readonly (NameNode | TextNode)[];
  readonly operator: "=" | "+=" | "-=";
  /** `unreadable` where the value could not be read; that has been reported. */
  readonly value: ValueNode;
  readonly doc: string | undefined;
}

/** `name [word | text | range] … [extends parent] { … }` */
export interface BlockNode extends Range {
  readonly kind: "block";
  readonly path: readonly (NameNode | TextNode)[];
  readonly name: NameNode;
  readonly labels: readonly ValueNode[];
  readonly family: FamilyRange | undefined;
  readonly parent: PathNode | undefined;
  readonly body: readonly BodyItem[];
  readonly header: Range;
  readonly doc: string | undefined;
  readonly broken: boolean;
}

/** One line of a `conda`, `pip`, `apt` or `cran` block. */
export interface PackageLineNode extends Range {
  readonly kind: "package-line";
  readonly text: string;
  readonly doc: string | undefined;
}

export type ValueNode =
  | TextNode
  | LiteralNode
  | PathNode
  | RangeNode
  | ListNode
  | MapNode
  | CallNode
  | ConditionNode
  | UnreadableNode;

/** A text; `parts` alternate between literal stretches and names to fill in. */
export interface TextNode extends Range {
  readonly kind: "text";
  readonly parts: readonly TextPart[];
  readonly long: boolean;
}

export type TextPart = string | (NameNode & { readonly interpolated: true });

/** A number with or without a unit, a date, a time, or a date and a time: `raw` is the text as written. */
export interface LiteralNode extends Range {
  readonly kind: "literal";
  readonly form: "number" | "date" | "time" | "moment";
  readonly raw: string;
}

/** A bare word, or words joined by dots, with an index: `lab`, `std.scipy`, `berkeley.users`, `team[2]`. */
export interface PathNode extends Range {
  readonly kind: "path";
  readonly names: readonly NameNode[];
  readonly index: number | undefined;
}

export interface RangeNode extends Range {
  readonly kind: "range";
  readonly from: ValueNode;
  readonly to: ValueNode;
}

export interface ListNode extends Range {
  readonly kind: "list";
  readonly items: readonly ValueNode[];
}

export interface MapNode extends Range {
  readonly kind: "map";
  readonly entries: readonly BodyItem[];
}

/** `secret("path/key")`, `file("welcome.md")` */
export interface CallNode extends Range {
  readonly kind: "call";
  readonly name: NameNode;
  readonly argument: ValueNode;
}

export interface ConditionNode extends Range {
  readonly kind: "condition";
  readonly condition: Condition;
}

export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "matches";

export type Condition =
  | { readonly kind: "not"; readonly operand: ConditionNode }
  | { readonly kind: "and" | "or"; readonly operands: readonly ConditionNode[] }
  | { readonly kind: "comparison"; readonly operator: Comparator; readonly left: ValueNode; readonly right: ValueNode }
  | {
      readonly kind: "all" | "any";
      readonly variable: NameNode;
      readonly list: ValueNode;
      readonly operand: ConditionNode;
    }
  | { readonly kind: "present"; readonly path: PathNode }
  | { readonly kind: "truth"; readonly value: ValueNode };

/** A value that could not be read; what is wrong with it has been reported. */
export interface UnreadableNode extends Range {
  readonly kind: "unreadable";
  /** A text in it has no end, so that nobody can tell what else was to be said. */
  readonly isEndless?: true;
}

/** The name that a doc comment above `offset` gives to what starts there, or nothing. */
export type DocLookup = (offset: number) => string | undefined;

/** Blocks that hold requirement lines, exactly as the files that people know hold them. */
export const packageBlocks = ["conda", "pip", "apt", "cran"] as const;

export type PackageBlock = (typeof packageBlocks)[number];
