// What is shown around a text: what the thing under the pointer is, hints within lines, lenses above them, and links.

import { join } from "node:path";
import {
  type Connection,
  type Hover,
  MarkupKind,
  type InlayHint as ProtocolHint,
  type CodeLens as ProtocolLens,
  type DocumentLink as ProtocolLink,
} from "vscode-languageserver/node";
import { editorFeatures } from "../service/editor/editor-features.ts";
import { SHOW_COMPILED } from "./compiled-requests.ts";
import { toOffset, toOffsets, toPosition, toRange } from "./positions.ts";
import { freshPlaceOf, type Place, placeOf, type Session } from "./session.ts";
import { fieldOf } from "./settings.ts";
import { uriOfPath } from "./uris.ts";

/** Answers them. */
export function answerReadingRequests(session: Session, connection: Connection): void {
  connection.onHover(({ textDocument, position }): Hover | null => {
    const place = placeOf(session, textDocument.uri);
    const { encoding, hoverMarkdown } = session.client;
    const hover = place && editorFeatures.hover(place.known, place.file, toOffset(place.file, position, encoding));
    if (place === undefined || hover === undefined) return null;
    const kind = hoverMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return {
      contents: { kind, value: hover.markdown },
      range: toRange(place.file, hover.span, encoding),
    };
  });
  connection.languages.inlayHint.on(({ textDocument, range }): ProtocolHint[] => {
    const place = freshPlaceOf(session, textDocument.uri);
    if (place === undefined) return [];
    const { encoding } = session.client;
    return editorFeatures.inlayHints(place.known, place.file, toOffsets(place.file, range, encoding)).map((hint) => ({
      position: toPosition(place.file, hint.after.end, encoding),
      label: hint.text,
      paddingLeft: true,
      tooltip: { kind: MarkupKind.Markdown, value: hint.tooltip },
    }));
  });
  answerLenses(session, connection);
  connection.onDocumentLinks(({ textDocument }): ProtocolLink[] => {
    const place = placeOf(session, textDocument.uri);
    return place === undefined ? [] : links(session, place);
  });
}

/** A lens is placed at once; how much it opens is worked out when the client shows it. */
function answerLenses(session: Session, connection: Connection): void {
  connection.onCodeLens(({ textDocument: { uri } }): ProtocolLens[] => {
    const place = freshPlaceOf(session, uri);
    if (place?.program === undefined) return [];
    return editorFeatures.codeLenses(place.known, place.file).map(({ span }) => ({
      range: toRange(place.file, span, session.client.encoding),
      data: { uri },
    }));
  });
  connection.onCodeLensResolve((lens): ProtocolLens => {
    const uri = fieldOf(lens.data, "uri");
    const place = typeof uri === "string" ? freshPlaceOf(session, uri) : undefined;
    const offset = place && toOffset(place.file, lens.range.start, session.client.encoding);
    const own = place && editorFeatures.codeLenses(place.known, place.file).find(({ span }) => span.start === offset);
    const title = place && own && editorFeatures.lensTitle(place.known, own);
    if (title === undefined) return { ...lens, command: { title: "no outputs while there are errors", command: "" } };
    const position = lens.range.start;
    return {
      ...lens,
      command: { title: title.title, command: SHOW_COMPILED, arguments: [{ textDocument: { uri }, position }] },
    };
  });
}

function links(session: Session, place: Place): ProtocolLink[] {
  const root = place.program?.loaded?.shownRoot;
  return editorFeatures.documentLinks(place.known, place.file).flatMap(({ span, target, tooltip }) => {
    const uri = "url" in target ? target.url : root === undefined ? undefined : uriOfPath(join(root, target.path));
    if (uri === undefined) return [];
    return [{ range: toRange(place.file, span, session.client.encoding), target: uri, tooltip }];
  });
}
