// All that an editor may ask about a program: what a language server, or an editor in a page, is built on. Plain data in offsets, for
// whatever protocol carries it.
//
// `file` is the text as it is in the editor. `known` may be of the program as it was an edit ago: what the file itself says is
// read from `file`. Nothing here checks the program again, and nothing throws on a half-typed file.

import { mendingEdits } from "../mend.ts";
import { codeActions } from "./code-actions.ts";
import { codeLenses, compiledFrom, lensTitle } from "./compiled-lines.ts";
import { completionsAt } from "./complete.ts";
import { documentLinks } from "./document-links.ts";
import { workspaceSymbols } from "./document-symbols.ts";
import { hoverAt } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { definitions, highlights, references } from "./name-places.ts";
import { prepareRename, rename } from "./rename.ts";

/** Offsets count UTF-16 code units. Nothing is `undefined` but where there is nothing to tell. */
export const editorFeatures = {
  completions: completionsAt,
  hover: hoverAt,
  definitions,
  references,
  highlights,
  prepareRename,
  rename,
  inlayHints,
  codeLenses,
  lensTitle,
  documentLinks,
  workspaceSymbols,
  compiled: compiledFrom,
  codeActions,
  /** Every fix of the file that overlaps no other, as one change. */
  fixAll: mendingEdits,
} as const;
