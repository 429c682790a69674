// What names stand for: where they are declared and used, and how to change them everywhere.

import {
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  ResponseError,
  SymbolKind,
  type WorkspaceSymbol,
} from "vscode-languageserver/node";
import { editorFeatures } from "../service/editor/editor-features.ts";
import { declarationKinds } from "../syntax/tokens.ts";
import { toOffset, toRange } from "./positions.ts";
import { examinedNow, freshen, freshPlaceOf, locationOf, type Place, placeOf, type Session, uriOf } from "./session.ts";
import { toWorkspaceEdit } from "./workspace-edits.ts";

/** Answers requests about names. */
export function answerNameRequests(session: Session, connection: Connection): void {
  connection.onDefinition(({ textDocument, position }) => {
    const place = placeOf(session, textDocument.uri);
    return place === undefined ? [] : definitions(session, place, offsetAt(session, place, position));
  });
  connection.onReferences(({ textDocument, position, context }): Location[] => {
    const place = freshPlaceOf(session, textDocument.uri);
    if (place === undefined) return [];
    return editorFeatures
      .references(place.known, place.file, offsetAt(session, place, position))
      .filter(({ role }) => context.includeDeclaration || role === "use")
      .map(({ span }) => locationOf(session, place.program, span));
  });
  connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] => {
    const place = placeOf(session, textDocument.uri);
    if (place === undefined) return [];
    return editorFeatures
      .highlights(place.known, place.file, offsetAt(session, place, position))
      .map(({ span, role }) => ({
        range: toRange(place.file, span, session.client.encoding),
        kind: role === "declaration" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  });
  connection.onPrepareRename(({ textDocument, position }) => {
    const place = freshPlaceOf(session, textDocument.uri);
    const found = place && editorFeatures.prepareRename(place.known, place.file, offsetAt(session, place, position));
    if (place === undefined || found === undefined) return null;
    if ("refused" in found) throw refusal(found.refused);
    return { range: toRange(place.file, found.span, session.client.encoding), placeholder: found.text };
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const place = freshPlaceOf(session, textDocument.uri);
    if (place === undefined) return null;
    const at = { file: place.file, offset: offsetAt(session, place, position) };
    const renaming = editorFeatures.rename(place.known, at, newName);
    if ("refused" in renaming) throw refusal(renaming.refused);
    return toWorkspaceEdit(session, place.program, renaming.edits);
  });
  connection.onWorkspaceSymbol(({ query }) => symbols(session, query));
}

function offsetAt(session: Session, { file }: Place, position: Parameters<typeof toOffset>[1]): number {
  return toOffset(file, position, session.client.encoding);
}

/** Clients show the message; it is not an error of the server. */
function refusal(why: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}

function definitions(session: Session, place: Place, offset: number): Location[] | LocationLink[] {
  const { encoding, definitionLinks } = session.client;
  const definitions = editorFeatures.definitions(place.known, place.file, offset);
  if (!definitionLinks) return definitions.map(({ name }) => locationOf(session, place.program, name));
  return definitions.map(({ whole, name, origin }) => ({
    originSelectionRange: toRange(place.file, origin, encoding),
    targetUri: uriOf(session, place.program, name.file),
    targetRange: toRange(whole.file, whole, encoding),
    targetSelectionRange: toRange(name.file, name, encoding),
  }));
}

function symbols(session: Session, query: string): WorkspaceSymbol[] {
  freshen(session);
  return [...session.programs.values()].flatMap((program) =>
    editorFeatures.workspaceSymbols(examinedNow(program), query).map(({ name, kind, container, span }) => ({
      name,
      kind: symbolKinds[kind] ?? SymbolKind.Object,
      containerName: container ?? kind,
      location: locationOf(session, program, span),
    })),
  );
}

/** Blocks are objects; what is declared is a class, what is named by `let` a constant. */
const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  let: SymbolKind.Constant,
  ...Object.fromEntries(declarationKinds.map((kind) => [kind, SymbolKind.Class])),
};
