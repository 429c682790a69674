// Everything that an editor may ask about a program: plain data in offsets, for whatever protocol carries it.
//
// `file` is the text as it is in the editor. `known` may be of the program as it was an edit ago: what the file itself says is
// read from `file`. Nothing here checks the program again, and nothing throws on a half-typed file.

import type { Examined } from "../../examine.ts";
import type { Range } from "../../syntax/tree.ts";
import type { SourceFile } from "../../text/source-file.ts";
import type { CodeAction } from "./code-actions.ts";
import type { CodeLens, CompiledView, LensTitle } from "./compiled-lines.ts";
import type { Completions } from "./completion.ts";
import type { DocumentLink } from "./document-links.ts";
import type { Hover } from "./hover.ts";
import type { InlayHint } from "./inlay-hints.ts";
import type { Definition, Occurrence } from "./name-places.ts";
import type { Refused, RenamePlace, Renaming } from "./rename.ts";
import type { WorkspaceSymbol } from "./workspace-symbols.ts";

/** Offsets count UTF-16 code units. Nothing is `undefined` but where there is nothing to tell. */
export interface EditorFeatures {
  completions(known: Examined, file: SourceFile, offset: number): Completions;
  hover(known: Examined, file: SourceFile, offset: number): Hover | undefined;
  definitions(known: Examined, file: SourceFile, offset: number): readonly Definition[];
  /** In all files of the program, those of the standard library left out, the declaration first. */
  references(known: Examined, file: SourceFile, offset: number): readonly Occurrence[];
  /** In this file. */
  highlights(known: Examined, file: SourceFile, offset: number): readonly Occurrence[];
  prepareRename(known: Examined, file: SourceFile, offset: number): RenamePlace | Refused | undefined;
  rename(known: Examined, at: { readonly file: SourceFile; readonly offset: number }, name: string): Renaming | Refused;
  inlayHints(known: Examined, file: SourceFile, within: Range): readonly InlayHint[];
  codeLenses(known: Examined, file: SourceFile): readonly CodeLens[];
  /** Compiles the program once for all lenses; nothing where it has errors. */
  lensTitle(known: Examined, lens: CodeLens): LensTitle | undefined;
  documentLinks(known: Examined, file: SourceFile): readonly DocumentLink[];
  /** All whose name holds the letters of `query` in order. */
  workspaceSymbols(known: Examined, query: string): readonly WorkspaceSymbol[];
  /** What the setting, block or declaration at the cursor compiles to; nothing where the program has errors. */
  compiled(known: Examined, file: SourceFile, offset: number): CompiledView | undefined;
  codeActions(known: Examined, file: SourceFile, range: Range): readonly CodeAction[];
  /** Every fix of the file that overlaps no other, as one change. */
  fixAll(known: Examined, file: SourceFile): readonly CodeAction["edits"][number][];
}
