// What the formatter knows of a program: its statements, values and comments in order, and the few facts about how they
// were written (over lines or on one, with a blank line above) that the canonical form keeps.

import type { Token } from "../syntax/tokens.ts";

/** A thing that stands on lines of its own in a body, a list or the file. */
export type Item = CommentItem | SettingItem | PackageItem | BlockItem | ValueItem | VerbatimItem;

interface Placed {
  /** At least one blank line stands above it in the source. */
  readonly blankBefore: boolean;
}

interface Commented extends Placed {
  /** The comment at the end of its (last) line. */
  readonly trailing: string | undefined;
}

/** A comment on a line of its own. */
export interface CommentItem extends Placed {
  readonly kind: "comment";
  readonly text: string;
}

/** `key = value`, also `let name = value`; `key` is `let name` then. */
export interface SettingItem extends Commented {
  readonly kind: "setting";
  readonly key: string;
  readonly operator: string;
  readonly value: readonly Piece[];
}

/** One line of a package block. */
export interface PackageItem extends Commented {
  readonly kind: "package";
  readonly text: string;
}

/** `head { body }` */
export interface BlockItem extends Commented {
  readonly kind: "block";
  readonly head: string;
  /** Blocks with equal keys that stand on adjacent lines have their braces in one column. */
  readonly alignment: string;
  readonly body: Body;
}

/** One item of a list. */
export interface ValueItem extends Commented {
  readonly kind: "value";
  readonly value: readonly Piece[];
}

/** Whole lines that are left as they were written. */
export interface VerbatimItem extends Placed {
  readonly kind: "verbatim";
  readonly text: string;
}

/** What stands between a pair of braces or brackets. */
export interface Body {
  readonly items: readonly Item[];
  /** The comment after the opening sign, on its line. */
  readonly opening: string | undefined;
  /** No line end lies between the start of the construct and its closing sign. */
  readonly onOneLine: boolean;
}

/** A part of a value. */
export type Piece = TextPiece | CommentPiece | BreakPiece | ListPiece | MapPiece | EnclosurePiece;

/** A token, or tokens that are written without blanks between them. */
export interface TextPiece {
  readonly kind: "text";
  readonly text: string;
  readonly token: Token;
}

/** A comment in the middle of a value, which brackets make possible. */
export interface CommentPiece {
  readonly kind: "comment";
  readonly text: string;
  readonly ownLine: boolean;
}

/** A line end inside a list's item that is kept, since without it the item might be read as two. */
export interface BreakPiece {
  readonly kind: "break";
}

export interface ListPiece {
  readonly kind: "list";
  readonly body: Body;
}

export interface MapPiece {
  readonly kind: "map";
  readonly body: Body;
}

/** `( … )` around a condition or an argument, or the `[ … ]` of an index; `tight` follows a name without a blank. */
export interface EnclosurePiece {
  readonly kind: "enclosure";
  readonly open: string;
  readonly close: string;
  readonly tight: boolean;
  readonly opening: string | undefined;
  readonly pieces: readonly Piece[];
  readonly onOneLine: boolean;
}
