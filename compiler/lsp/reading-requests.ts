// What is shown around a text: what the thing under the pointer is, hints within lines, lenses above them, and links.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
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
import type { OpenProgram } from "./open-program.ts";
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
    const { encoding } = session.client;
    const lenses = editorFeatures.codeLenses(place.known, place.file);
    const [first] = lenses;
    const outputs = lenses.map(({ span }) => ({ range: toRange(place.file, span, encoding), data: { uri } }));
    if (first === undefined || !isInRepository(place.program)) return outputs;
    const span = { ...first.whole, end: first.span.end };
    return [{ range: toRange(place.file, span, encoding), data: { uri, plan: true } }, ...outputs];
  });
  connection.onCodeLensResolve(async (lens): Promise<ProtocolLens> => {
    const uri = fieldOf(lens.data, "uri");
    const place = typeof uri === "string" ? freshPlaceOf(session, uri) : undefined;
    if (fieldOf(lens.data, "plan") === true) {
      const { planLensTitle } = await import("./plan-lens.ts");
      const title = place?.program && (await planLensTitle(place.program));
      return { ...lens, command: { title: title ?? "no plan against the last commit", command: "" } };
    }
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

/** Nothing is asked of git where there is none. */
function isInRepository({ loaded }: OpenProgram): boolean {
  let folder = loaded?.root;
  while (folder !== undefined && !existsSync(join(folder, ".git"))) {
    const above = dirname(folder);
    folder = above === folder ? undefined : above;
  }
  return folder !== undefined;
}

function links(session: Session, place: Place): ProtocolLink[] {
  const root = place.program?.loaded?.shownRoot;
  return editorFeatures.documentLinks(place.known, place.file).flatMap(({ span, target, tooltip }) => {
    const uri = "url" in target ? target.url : root === undefined ? undefined : uriOfPath(join(root, target.path));
    if (uri === undefined) return [];
    return [{ range: toRange(place.file, span, session.client.encoding), target: uri, tooltip }];
  });
}
