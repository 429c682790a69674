// Edits as the protocol writes them.

import type { TextEdit as ProtocolEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { TextEdit } from "../diagnostics/diagnostic.ts";
import type { Range } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { OpenProgram } from "./open-program.ts";
import { toRange } from "./positions.ts";
import { type Session, uriOf } from "./session.ts";

/** Edits of one file. */
export function toEdits(
  session: Session,
  file: SourceFile,
  edits: readonly (Range & { readonly text: string })[],
): ProtocolEdit[] {
  return edits.map((edit) => ({ range: toRange(file, edit, session.client.encoding), newText: edit.text }));
}

/** Edits of any files of a program, for the versions that are open where the client compares them. */
export function toWorkspaceEdit(
  session: Session,
  program: OpenProgram | undefined,
  edits: readonly TextEdit[],
): WorkspaceEdit {
  const byUri = new Map<string, ProtocolEdit[]>();
  for (const { span, text } of edits) {
    const uri = uriOf(session, program, span.file);
    const list = byUri.get(uri) ?? [];
    byUri.set(uri, list);
    list.push({ range: toRange(span.file, span, session.client.encoding), newText: text });
  }
  if (!session.client.documentChanges) return { changes: Object.fromEntries(byUri) };
  return {
    documentChanges: [...byUri].map(([uri, list]) => ({
      textDocument: { uri, version: session.documents.get(uri)?.version ?? null },
      edits: list,
    })),
  };
}
