// All features for an editor, put together: what a language server, or an editor in a page, is built on.

import { mendingEdits } from "../mend.ts";
import { codeActions } from "./code-actions.ts";
import { codeLenses, compiledFrom, lensTitle } from "./compiled-lines.ts";
import { completionsAt } from "./complete.ts";
import { documentLinks } from "./document-links.ts";
import type { EditorFeatures } from "./features.ts";
import { hoverAt } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { definitions, highlights, references } from "./name-places.ts";
import { prepareRename, rename } from "./rename.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

export const editorFeatures: EditorFeatures = {
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
  fixAll: mendingEdits,
};
