// Colours by meaning, as the protocol counts them: each token from the one before, five numbers apiece.

import type { Connection, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver/node";
import { semanticTokenModifiers, semanticTokens, semanticTokenTypes } from "../service/editor/semantic-tokens.ts";
import type { Range } from "../syntax/tree.ts";
import { lengthIn, toOffsets, toPosition } from "./positions.ts";
import { placeOf, type Session, treeAt } from "./session.ts";

/** What the numbers mean. */
export const tokenLegend = { tokenTypes: [...semanticTokenTypes], tokenModifiers: [...semanticTokenModifiers] };

/** Answers requests for all tokens, for those of a range and for what changed since. */
export function answerTokenRequests(session: Session, connection: Connection): void {
  const sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let last = 0;
  const remember = (uri: string, data: readonly number[]): string => {
    for (const known of sent.keys()) if (!session.documents.has(known)) sent.delete(known);
    last++;
    sent.set(uri, { id: String(last), data });
    return String(last);
  };
  connection.languages.semanticTokens.on(({ textDocument }): SemanticTokens => {
    const data = encoded(session, textDocument.uri);
    return { resultId: remember(textDocument.uri, data), data };
  });
  connection.languages.semanticTokens.onDelta(
    ({ textDocument, previousResultId }): SemanticTokens | SemanticTokensDelta => {
      const data = encoded(session, textDocument.uri);
      const before = sent.get(textDocument.uri);
      const resultId = remember(textDocument.uri, data);
      if (before?.id !== previousResultId) return { resultId, data };
      return { resultId, edits: changes(before.data, data) };
    },
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }): SemanticTokens => {
    const place = placeOf(session, textDocument.uri);
    if (place === undefined) return { data: [] };
    return { data: encoded(session, textDocument.uri, toOffsets(place.file, range, session.client.encoding)) };
  });
}

function encoded(session: Session, uri: string, within?: Range): number[] {
  const place = placeOf(session, uri);
  if (place === undefined) return [];
  const { encoding, coloursTexts } = session.client;
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of semanticTokens(treeAt(place), within)) {
    if (token.type === "string" && coloursTexts) continue;
    const at = toPosition(place.file, token.start, encoding);
    const length = lengthIn(place.file.text.slice(token.start, token.end), encoding);
    const modifiers = token.modifiers.reduce((bits, one) => bits | (1 << semanticTokenModifiers.indexOf(one)), 0);
    const fromLine = at.line - line;
    const type = semanticTokenTypes.indexOf(token.type);
    data.push(fromLine, fromLine === 0 ? at.character - character : at.character, length, type, modifiers);
    [line, character] = [at.line, at.character];
  }
  return data;
}

/** One edit from the first number that differs to the last. */
function changes(before: readonly number[], after: readonly number[]) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [oldEnd, newEnd] = [before.length, after.length];
  while (oldEnd > start && newEnd > start && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  if (start === oldEnd && start === newEnd) return [];
  return [{ start, deleteCount: oldEnd - start, data: after.slice(start, newEnd) }];
}
