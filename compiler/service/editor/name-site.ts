// The shapes of names in a file: where one stands, what it is looked up as, and what the file declares.

import type { BlockNode, DeclarationNode, FamilyRange, Range } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";

/** A declaration by its name. */
export interface Holder {
  readonly kind: string;
  readonly name: string;
  readonly standard: boolean;
}

/** What a name is looked up as. */
export type Wanted =
  /** A declaration of the kind, else a constant. */
  | { readonly to: "declaration"; readonly kind: string; readonly standard: boolean }
  | { readonly to: "constant" }
  /** A constant, else the only declaration of the name: in the value of a constant. */
  | { readonly to: "anything"; readonly standard: boolean }
  /** A labelled block of a declaration: `path` is the names and labels of the blocks that lead to it, its own included. */
  | { readonly to: "part"; readonly holder: Holder; readonly path: readonly string[] }
  /** A pool of the provider of a hub. */
  | { readonly to: "pool-of-hub"; readonly hub: Holder; readonly pool: string };

export interface NameSite extends Range {
  readonly file: SourceFile;
  readonly text: string;
  readonly index: number | undefined;
  /** With the index, and the quotes of a label in quotes. */
  readonly whole: Range;
  readonly role: "declaration" | "use";
  readonly wanted: Wanted;
}

/** Something that a file declares. */
export interface Declared {
  /** A kind, `let`, or the name of a block: `pool`. */
  readonly kind: string;
  readonly name: string;
  readonly file: SourceFile;
  readonly node: DeclarationNode | BlockNode | Range;
  readonly nameRange: Range;
  readonly family: FamilyRange | undefined;
  readonly doc: string | undefined;
  /** The declaration itself, or that around a block. */
  readonly declaration: DeclarationNode | undefined;
  /** Of a block: as in `Wanted`. */
  readonly path: readonly string[];
}

export interface NamesOfTree {
  /** Declarations, constants and labelled blocks. */
  readonly declared: readonly Declared[];
  /** Declarations and constants alone, by kind and name: `course data8`. */
  readonly byName: ReadonlyMap<string, Declared>;
  /** In order of place. */
  readonly sites: readonly NameSite[];
}
