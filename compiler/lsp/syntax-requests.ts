// What the text of one file tells: its outline, folds, selections, colours and layout.

import {
  type Connection,
  type FoldingRange,
  FoldingRangeKind,
  type DocumentSymbol as ProtocolSymbol,
  type SelectionRange,
  SymbolKind,
} from "vscode-languageserver/node";
import { type DocumentSymbol, documentSymbols } from "../service/editor/document-symbols.ts";
import { foldingRanges } from "../service/editor/folding-ranges.ts";
import { formatEdits, formatOnType } from "../service/editor/format-edits.ts";
import { selectionRanges } from "../service/editor/selection-ranges.ts";
import type { Range } from "../syntax/tree.ts";
import type { SourceFile } from "../text/source-file.ts";
import { toOffset, toOffsets, toRange } from "./positions.ts";
import { type Place, placeOf, type Session, treeAt } from "./session.ts";
import { toEdits } from "./workspace-edits.ts";

/** Answers them. */
export function answerSyntaxRequests(session: Session, connection: Connection): void {
  connection.onDocumentSymbol(({ textDocument }) => {
    const place = placeOf(session, textDocument.uri);
    if (place === undefined) return [];
    const symbols = documentSymbols(treeAt(place));
    if (session.client.nestedSymbols) return symbols.map((symbol) => toSymbol(session, place.file, symbol));
    return symbols.flatMap((symbol) => flatSymbols(session, place, { symbol, container: undefined }));
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const place = placeOf(session, textDocument.uri);
    return place === undefined ? [] : foldingRanges(treeAt(place)).map(toFold);
  });
  connection.onSelectionRanges(({ textDocument, positions }) => {
    const place = placeOf(session, textDocument.uri);
    if (place === undefined) return [];
    const { encoding } = session.client;
    return positions.map((position) => {
      const offset = toOffset(place.file, position, encoding);
      return chain(session, place.file, selectionRanges(treeAt(place), offset));
    });
  });
  connection.onDocumentFormatting(({ textDocument }) => formatted(session, textDocument.uri, formatEdits));
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    formatted(session, textDocument.uri, (file) => formatEdits(file, toOffsets(file, range, session.client.encoding))),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
    formatted(session, textDocument.uri, (file) =>
      formatOnType(file, toOffset(file, position, session.client.encoding), ch),
    ),
  );
}

function formatted(
  session: Session,
  uri: string,
  edits: (file: SourceFile) => readonly (Range & { readonly text: string })[],
) {
  const place = placeOf(session, uri);
  return place?.program === undefined ? [] : toEdits(session, place.file, edits(place.file));
}

const kinds: Readonly<Record<DocumentSymbol["kind"], SymbolKind>> = {
  declaration: SymbolKind.Class,
  constant: SymbolKind.Constant,
  block: SymbolKind.Object,
  setting: SymbolKind.Property,
};

function toSymbol(session: Session, file: SourceFile, symbol: DocumentSymbol): ProtocolSymbol {
  const { encoding } = session.client;
  return {
    name: symbol.name,
    ...(symbol.detail === "" ? {} : { detail: symbol.detail }),
    kind: kinds[symbol.kind],
    range: toRange(file, symbol.range, encoding),
    selectionRange: toRange(file, symbol.selection, encoding),
    children: symbol.children.map((child) => toSymbol(session, file, child)),
  };
}

/** For clients that know no tree: declarations, constants and blocks, one after the other. */
function flatSymbols(
  session: Session,
  place: Place,
  { symbol, container }: { readonly symbol: DocumentSymbol; readonly container: string | undefined },
): {
  name: string;
  kind: SymbolKind;
  location: { uri: string; range: ReturnType<typeof toRange> };
  containerName?: string;
}[] {
  if (symbol.kind === "setting") return [];
  const range = toRange(place.file, symbol.range, session.client.encoding);
  return [
    {
      name: symbol.name,
      kind: kinds[symbol.kind],
      location: { uri: place.uri, range },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...symbol.children.flatMap((child) => flatSymbols(session, place, { symbol: child, container: symbol.name })),
  ];
}

function toFold({ firstLine, lastLine, kind }: ReturnType<typeof foldingRanges>[number]): FoldingRange {
  return { startLine: firstLine, endLine: lastLine, ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}) };
}

/** The ranges from the innermost, each with the next as its parent. */
function chain(session: Session, file: SourceFile, ranges: readonly Range[]): SelectionRange {
  const whole: SelectionRange = { range: toRange(file, { start: 0, end: file.text.length }, session.client.encoding) };
  return ranges
    .slice(0, -1)
    .reduceRight<SelectionRange>(
      (parent, range) => ({ range: toRange(file, range, session.client.encoding), parent }),
      whole,
    );
}
