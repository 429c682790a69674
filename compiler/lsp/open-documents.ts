// What editors have open. Their text wins over the disk, and edits arrive as stretches of it.

import type { TextDocumentContentChangeEvent } from "vscode-languageserver/node";
import { limits } from "../text/limits.ts";
import { createSourceFile } from "../text/source-file.ts";
import { type PositionEncoding, toOffsets } from "./positions.ts";
import { pathOfUri, realPathOf } from "./uris.ts";

/** An open document as it is now. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Absolute, with links followed; absent for what is on no disk. */
  readonly path: string | undefined;
}

/** The documents by address. */
export type OpenDocuments = Map<string, OpenDocument>;

/** A document that has just been opened. */
export function openedDocument({
  uri,
  version,
  text,
}: {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}): OpenDocument {
  const path = pathOfUri(uri);
  return { uri, version, text: withoutMark(text), path: path === undefined ? undefined : realPathOf(path) };
}

/** The document after changes, which apply one after the other. */
export function changedDocument(
  document: OpenDocument,
  version: number,
  {
    changes,
    encoding,
  }: { readonly changes: readonly TextDocumentContentChangeEvent[]; readonly encoding: PositionEncoding },
): OpenDocument {
  let { text } = document;
  for (const change of changes) {
    if (!("range" in change)) {
      text = withoutMark(change.text);
      continue;
    }
    const { start, end } = toOffsets(createSourceFile("", text), change.range, encoding);
    text = text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
  }
  return { ...document, version, text };
}

/** The text as far as it is worked with: nothing of one that is too large to be read. */
export function readableText({ text }: Pick<OpenDocument, "text">): string {
  return Buffer.byteLength(text) > limits.sourceFile ? "" : text;
}

/** Editors don't show a byte order mark, and the disk is read without it. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
