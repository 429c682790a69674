// Diagnostics for clients that ask for them.

import type { Connection } from "vscode-languageserver/node";
import type { Checks } from "./checks.ts";
import type { Session } from "./session.ts";

/** Answers for one document and for all. */
export function answerDiagnosticRequests(_session: Session, connection: Connection, checks: Checks): void {
  connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    checks.document(textDocument.uri, previousResultId),
  );
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }) => ({
    items: [...checks.workspace(new Map(previousResultIds.map(({ uri, value }) => [uri, value])))],
  }));
}
