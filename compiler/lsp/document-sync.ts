// What clients say of documents, files and folders. Each changes the session and asks for a check; none computes anything.

import type { Connection, DidChangeWatchedFilesParams } from "vscode-languageserver/node";
import type { Checks } from "./checks.ts";
import { changedDocument, openedDocument } from "./open-documents.ts";
import { editProgram } from "./open-program.ts";
import { belongingOf } from "./open-programs.ts";
import type { Session } from "./session.ts";
import { pathOfUri } from "./uris.ts";

/** Answers the notifications about documents. */
export function followDocuments(session: Session, connection: Connection, checks: Checks): void {
  connection.onDidOpenTextDocument(({ textDocument }) => {
    session.documents.set(textDocument.uri, openedDocument(textDocument));
    takeOver(session, textDocument.uri);
    checks.schedule();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const { uri, version } = textDocument;
    const document = session.documents.get(uri);
    if (document === undefined) {
      connection.console.warn(`A change of ${uri}, which is not open, is passed over.`);
      return;
    }
    const { encoding } = session.client;
    session.documents.set(uri, changedDocument(document, version, { changes: contentChanges, encoding }));
    takeOver(session, uri);
    checks.schedule();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.documents.delete(textDocument.uri);
    session.stale = true;
    checks.schedule();
  });
  connection.onDidSaveTextDocument(() => {
    // What a file takes in may have been saved too, by an editor that reports no other changes on the disk.
    session.stale ||= !session.client.watchesFiles;
    checks.schedule();
  });
  connection.onDidChangeWatchedFiles((change) => {
    session.stale ||= concernsDisk(session, change);
    checks.schedule();
  });
}

/** Gives a document's text to its program; where that may change what the program is made of, all is looked at again. */
function takeOver(session: Session, uri: string): void {
  const document = session.documents.get(uri);
  if (document === undefined || session.stale) return;
  const belonging = belongingOf(session.programs, document);
  if (belonging === undefined || !editProgram(belonging.program, belonging.path, document.text)) session.stale = true;
}

/** Was anything changed but the saved texts of open documents? */
function concernsDisk({ documents }: Session, { changes }: DidChangeWatchedFilesParams): boolean {
  const open = new Set([...documents.values()].map(({ path }) => path));
  return changes.some(({ uri, type }) => type !== 2 || !open.has(pathOfUri(uri)));
}
